import { ageOn, type Span } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import { oncePer } from '#domain/once.ts'
import type { TeamKind } from '#domain/slate.ts'
import { byCadre, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import type { CadreFacts } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { monthsOf, postReader } from './service.ts'
import { type StructureSettings, structureSettings } from './settings.ts'

/** Whether a cadre (by row) is of a kind; undefined = the record does not say. */
export type KindTest = (cadre: number, kind: TeamKind, by?: number | string) => boolean | undefined

/**
 * Tells of any cadre whether he or she is of a kind that structure goals count. `by` is the age for `under`, the field for
 * `familiar`; for `grassroots` it may be years, else the local setting counts. Answers are remembered.
 * @example isOfKind(ground)(0, 'under', 40) // undefined where the birth date is not known
 */
export const isOfKind = oncePer((ground: Ground): KindTest => remembering(testOf(ground)))

function remembering(test: KindTest): KindTest {
  const answers = new Map<string, Map<number, boolean | undefined>>()
  return (cadre, kind, by) => {
    const key = `${kind}:${by ?? ''}`
    const known = answers.get(key) ?? new Map<number, boolean | undefined>()
    answers.set(key, known)
    if (!known.has(cadre)) known.set(cadre, test(cadre, kind, by))
    return known.get(cadre)
  }
}

const communist = /^中(共|国共产党)/

function testOf({ snapshot, book, facts }: Ground): KindTest {
  const today = snapshot.asOf
  const settings = structureSettings(book, today)
  const { sex } = snapshot.tables.cadres.columns
  const isGraduate = graduateTest(snapshot, settings)
  const postsOf = postReader(snapshot)
  return (row, kind, by) => {
    const cadre = facts.cadre(row)
    switch (kind) {
      case 'under':
        return cadre.bornOn === undefined ? undefined : opposite(reaches(ageOn(cadre.bornOn, today), Number(by)))
      case 'woman':
        return textAt(sex, row) === undefined ? undefined : textAt(sex, row) === 'female'
      case 'minority':
        return cadre.minority
      case 'non-party':
        return cadre.party === undefined ? undefined : !communist.test(cadre.party)
      case 'graduate':
        return isGraduate(row)
      case 'familiar': {
        const inField = ({ field }: { field: string | undefined }) => (field === undefined ? undefined : field === by)
        return reaches(monthsOf(postsOf(row), inField, today), 12 * settings.fieldYears)
      }
      case 'grassroots':
        return reaches(grassrootsOf(cadre, today), 12 * Number(by ?? settings.grassrootsYears))
    }
  }
}

const reaches = ({ least, most }: Span, bound: number): boolean | undefined =>
  least >= bound ? true : most < bound ? false : undefined

const opposite = (answer: boolean | undefined): boolean | undefined => (answer === undefined ? undefined : !answer)

const away: ReadonlySet<string> = new Set(['grade', 'study', 'military'])

/** Secondments to the grassroots count. */
const grassrootsOf = ({ stretches }: CadreFacts, today: number): Span =>
  monthsOf(
    stretches.filter(({ kind }) => !away.has(kind)),
    ({ grassroots }) => grassroots,
    today,
  )

/** Finished a course of the levels and modes that count; undefined where no course is recorded. */
function graduateTest(
  snapshot: Snapshot,
  { graduateLevels, graduateModes }: StructureSettings,
): (cadre: number) => boolean | undefined {
  const { level, mode } = snapshot.tables.educations.columns
  const rows = byCadre(snapshot, 'educations')
  return (cadre) => {
    const own = [...rowsOf(rows, cadre)]
    if (own.length === 0) return undefined
    return own.some(
      (row) => graduateLevels.includes(textAt(level, row) ?? '') && graduateModes.includes(textAt(mode, row) ?? ''),
    )
  }
}
