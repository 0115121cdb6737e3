import { yearOf } from '#domain/calendar.ts'
import { environmentOf, firstResultYear, sectorYear } from './achievement.ts'
import { partsByBallots } from './components.ts'
import { statementsOf } from './statements.ts'
import { cultureOf, expectedScore } from './surveys.ts'
import { ratings } from './tables/ratings.ts'
import { rows } from './tables/row.ts'
import type { World } from './world.ts'

/** A table of what is true in the invented city and no analysis may read. */
export interface TruthTable {
  readonly name: string
  readonly fields: readonly string[]
  readonly rows: Iterable<readonly string[]>
}

export const figure = (value: number): string => value.toFixed(6)
export const aspectNames = ['integrity', 'competence', 'diligence', 'achievement', 'probity'] as const

export const lazily = (make: () => Iterator<readonly string[]>): Iterable<readonly string[]> => ({
  [Symbol.iterator]: make,
})

/** `true_rating` is the score / scale_max that a rater drawn at random gives on average, customs of units set aside. */
export function truthOf(world: World): readonly TruthTable[] {
  return [
    {
      name: 'truth-cadre',
      fields: [
        'cadre_id',
        'ability',
        ...aspectNames.map((name) => `ability_${name}`),
        'true_rating',
        ...aspectNames.map((name) => `true_rating_${name}`),
        'contribution_visible',
        'contribution_latent',
        'recognition',
        'component',
      ],
      rows: lazily(() => cadreTruth(world)),
    },
    {
      name: 'truth-unit',
      fields: ['unit_id', 'environment', 'culture', 'closed'],
      rows: lazily(() => unitTruth(world)),
    },
    { name: 'truth-sector-year', fields: ['sector', 'year', 'shock'], rows: lazily(() => sectorTruth(world)) },
    {
      name: 'truth-conflict',
      fields: ['statement_id', 'cadre_id', 'field', 'false_value', 'true_value'],
      rows: lazily(() => conflictTruth(world)),
    },
    {
      name: 'truth-sameness',
      fields: ['statement_id', 'other_id', 'kind', 'declared'],
      rows: lazily(() => samenessTruth(world)),
    },
  ]
}

function* cadreTruth(world: World): Iterator<readonly string[]> {
  const parts = partsByBallots(
    rows(() => ratings(world)),
    world.cadres.map(({ id }) => id),
  )
  for (const { id, person } of world.cadres) {
    const { overall, aspects, visible, latent } = person.ability
    const rating = expectedScore(overall)
    // The public of this city sees what colleagues see.
    const numbers = [overall, ...aspects, rating, ...aspects.map(expectedScore), visible, latent, rating]
    yield [id, ...numbers.map(figure), parts.get(id) ?? '']
  }
}

function* unitTruth({ seed, structure }: World): Iterator<readonly string[]> {
  for (const unit of structure.units) {
    if (!unit.team) continue
    yield [unit.id, figure(environmentOf(seed, unit)), figure(cultureOf(seed, unit.id)), String(unit.closed)]
  }
}

function* sectorTruth(world: World): Iterator<readonly string[]> {
  const sectors = [...new Set(world.structure.units.map((unit) => unit.sector))].sort()
  for (const sector of sectors) {
    for (let year = firstResultYear(world); year < yearOf(world.asOf); year += 1) {
      yield [sector, String(year), figure(sectorYear(world.seed, sector, year))]
    }
  }
}

function* conflictTruth(world: World): Iterator<readonly string[]> {
  for (const each of statementsOf(world)) {
    if (each.truth !== undefined) yield [each.id, each.cadre.id, each.field ?? '', each.value ?? '', each.truth]
  }
}

function* samenessTruth(world: World): Iterator<readonly string[]> {
  for (const each of statementsOf(world)) {
    if (each.isBoilerplate) yield [each.id, '', 'boilerplate', 'false']
    else if (each.repeats !== undefined) yield [each.id, each.repeats, 'copied', String(each.saysSo ?? false)]
  }
}
