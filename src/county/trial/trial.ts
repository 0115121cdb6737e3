import type { DateCode } from '#domain/calendar.ts'
import type { Row, TableName } from '#domain/tables.ts'
import type { County } from '../county.ts'
import { positions, requirements, teams, units, vacancies } from '../tables/offices.ts'
import { competencies, evaluations, grades, honours, sanctions, trainings } from '../tables/record.ts'
import { relatives } from '../tables/relatives.ts'
import { rows } from '../tables/row.ts'
import { recordsOf } from './record/entries.ts'
import { duties, indicators } from './results/rows.ts'
import { officeBallots } from './surveys/ballots.ts'
import { publicBallots } from './surveys/publics.ts'
import { statements } from './texts/rows.ts'
import { trialTruth } from './truth.ts'
import { supervision } from './watch/rows.ts'
import { buildTrialWorld, type TrialWorld } from './world.ts'

/**
 * Makes a city against the methods: raters with heavy tails and mixed forms, closed units, results that show years later,
 * planted mistakes, copies and deteriorations, each with something harmless that looks like it. Same seed, size and day,
 * same rows.
 */
export function generateTrial({ seed, cadres: size, asOf }: { seed: number; cadres: number; asOf: DateCode }): County {
  const world = buildTrialWorld({ seed, cadres: size, asOf })
  const { truth, needs, ...records } = recordsOf(world)
  const made = (make: (world: TrialWorld) => Iterator<Row>): Iterable<Row> => rows(() => make(world))
  const tables: Readonly<Record<TableName, Iterable<Row>>> = {
    units: made(units),
    teams: made(teams),
    positions: made(positions),
    ...records,
    grades: made(grades),
    relatives: made(relatives),
    evaluations: made(evaluations),
    trainings: made(trainings),
    honours: made(honours),
    sanctions: made(sanctions),
    ratings: made(ballots),
    indicators: made(indicators),
    duties: made(duties),
    statements: made(statements),
    supervision: made(supervision),
    requirements: made(requirements),
    competencies: made(competencies),
    vacancies: made(vacancies),
  }
  return {
    seed,
    asOf,
    truth: trialTruth(world, truth, needs),
    tables: () => Object.entries(tables) as [TableName, Iterable<Row>][],
  }
}

function* ballots(world: TrialWorld): Iterator<Row> {
  yield* officeBallots(world)
  yield* publicBallots(world)
}
