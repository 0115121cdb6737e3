import type { DateCode } from '#domain/calendar.ts'
import type { Row, TableName } from '#domain/tables.ts'
import { educations } from './tables/educations.ts'
import { positions, requirements, teams, units, vacancies } from './tables/offices.ts'
import { cadres } from './tables/people.ts'
import { ratings } from './tables/ratings.ts'
import { competencies, evaluations, grades, honours, sanctions, trainings } from './tables/record.ts'
import { relatives } from './tables/relatives.ts'
import { duties, indicators } from './tables/results.ts'
import { rows } from './tables/row.ts'
import { statements } from './tables/statements.ts'
import { supervision } from './tables/supervision.ts'
import { tenures } from './tables/tenures.ts'
import { generateTrial } from './trial/trial.ts'
import { type TruthTable, truthOf } from './truth.ts'
import { buildWorld, type World } from './world.ts'

/** An invented city as a data package, with its truth apart. */
export interface County {
  readonly seed: number
  readonly asOf: DateCode
  /** All tables; rows are made while they are walked through, and the same again at every walk. */
  tables(): Iterable<readonly [TableName, Iterable<Row>]>
  readonly truth: readonly TruthTable[]
}

const makers: Readonly<Record<TableName, (world: World) => Iterator<Row>>> = {
  units,
  teams,
  positions,
  cadres,
  tenures,
  grades,
  educations,
  relatives,
  evaluations,
  trainings,
  honours,
  sanctions,
  ratings,
  indicators,
  duties,
  statements,
  supervision,
  requirements,
  competencies,
  vacancies,
}

const usualAsOf: DateCode = 20261122

/**
 * Makes a city of `cadres` people from a seed number. Same seed, size and day, same rows.
 * @example for (const [name, rows] of generateCounty({ seed: 7, cadres: 2000 }).tables()) …
 */
export function generateCounty(options: {
  seed: number
  cadres: number
  asOf?: DateCode | undefined
  /** Makes the city on which the methods are tried, by another generator. */
  trial?: boolean | undefined
}): County {
  const { seed, cadres: size } = options
  const asOf = options.asOf ?? usualAsOf
  if (options.trial) return generateTrial({ seed, cadres: size, asOf })
  const world = buildWorld({ seed, cadres: size, asOf })
  return {
    seed,
    asOf,
    truth: truthOf(world),
    tables: () => (Object.keys(makers) as TableName[]).map((name) => [name, rows(() => makers[name](world))] as const),
  }
}
