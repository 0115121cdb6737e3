import type { Text } from '#domain/text.ts'
import type { SlateChoices, SlateRequestShape, SlateShape } from '#server/contract/index.ts'
import { wishWords } from '../../../../language/words/slates.ts'

/** What is being written: the request, its name, and the names of the people it speaks of. */
export interface Draft {
  readonly name: string
  readonly request: SlateRequestShape
  readonly people: Readonly<Record<string, string>>
}

export type PoolKind = 'everybody' | 'units' | 'reserve' | 'named'

export function poolKind({ pool }: SlateRequestShape): PoolKind {
  if (pool?.cadres) return 'named'
  if (pool?.units) return 'units'
  return pool?.reserveOnly ? 'reserve' : 'everybody'
}

/** The request with another pool; what was chosen inside the same kind is kept by the caller. */
export function withPool({ pool: _pool, ...request }: SlateRequestShape, kind: PoolKind): SlateRequestShape {
  if (kind === 'units') return { ...request, pool: { units: [] } }
  if (kind === 'named') return { ...request, pool: { cadres: [] } }
  return kind === 'reserve' ? { ...request, pool: { reserveOnly: true } } : request
}

/** The fields of the form that a problem may stand beside. */
export type Field = 'name' | 'vacancies' | 'pool' | 'verdicts' | 'floors'

/** What must be mended before anything is sent. */
export function problemsOf({ name, request }: Draft): Partial<Record<Field, Text>> {
  const { vacancies, pool, verdicts } = request
  const kind = poolKind(request)
  return {
    ...(name.trim() === '' && { name: wishWords.nameMissing }),
    ...(vacancies.length === 0 && { vacancies: wishWords.vacanciesMissing }),
    ...(kind === 'units' && pool?.units?.length === 0 && { pool: wishWords.unitsMissing }),
    ...(kind === 'named' && pool?.cadres?.length === 0 && { pool: wishWords.namedMissing }),
    ...(verdicts.length === 0 && { verdicts: wishWords.verdictsMissing }),
    ...(request.structure.floors.some(({ unitId }) => unitId === '') && { floors: wishWords.floorTeamMissing }),
  }
}

/** A new request by the local defaults; its locks are nobody's yet. */
export const draftOf = ({ request }: SlateChoices, name: string): Draft => ({ name, request, people: {} })

/**
 * A saved slate taken up again. Vacancies that have been filled since are left out. Names come from its plans, since the
 * request itself holds none.
 */
export function draftFrom(slate: SlateShape, { vacancies }: SlateChoices, name: string): Draft {
  const open = new Set(vacancies.map(({ positionId }) => positionId))
  const people = slate.plans.flatMap(({ moves, teams }) => [
    ...moves.map(({ cadre }) => cadre),
    ...teams.flatMap(({ before }) => before.members),
  ])
  return {
    name,
    request: { ...slate.request, vacancies: slate.request.vacancies.filter((id) => open.has(id)) },
    people: Object.fromEntries(people.map((person) => [person.cadreId, person.name])),
  }
}
