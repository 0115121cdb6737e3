/** Simulation of a team: what changes in its seats would do. Nothing is stored. */
import { z } from 'zod'
import { citation, date, estimate, finding, move, role, sector, text, verdict } from './shared.ts'

const id = z.string().min(1).max(64)

/** Candidates that fit on one sheet. */
const mostCandidates = 5

/** POST /api/teams/:unitId/simulations */
export const simulationRequest = z
  .object({
    changes: z
      .array(z.object({ positionId: id, cadreId: id.nullable().describe('Null leaves the seat empty.') }))
      .max(20),
    compare: z
      .object({ positionId: id, cadreIds: z.array(id).min(1).max(mostCandidates) })
      .optional()
      .describe('Each of these in turn in one seat, with the same other changes.'),
    named: z.array(id).max(60).optional().describe('Others whose names and posts the answer should hold.'),
  })
  .meta({ id: 'SimulationRequest' })

const person = z.object({
  cadreId: z.string(),
  name: z.string(),
  age: z.int().nullable(),
  post: z.string().describe('Present post as written.'),
})

const seat = z.object({
  positionId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  title: z.string(),
  role,
  portfolio: z.string().nullable(),
  sector: sector.nullable(),
})

const tally = z.object({ count: z.int(), unknown: z.int().describe('Members of whom it is not recorded.') })
const goalTally = tally.extend({ state: z.enum(['kept', 'missed', 'unknown']) })

const team = z.object({
  unitId: z.string(),
  unitName: z.string(),
  quota: z.int().nullable(),
  seats: z
    .array(z.object({ positionId: z.string(), before: z.string().nullable(), after: z.string().nullable() }))
    .describe('Cadre ids; null = empty.'),
  staying: z.array(z.string()),
  leaving: z.array(z.string()),
  coming: z.array(z.string()),
  empty: z.object({ before: z.int(), after: z.int() }),
  goals: z.array(z.object({ id: z.string(), label: text, least: z.int(), before: goalTally, after: goalTally })),
  quotas: z.array(
    z.object({
      role: z.enum(['principal', 'deputy']).describe('Deputies and other members count against one quota.'),
      quota: z.int().nullable(),
      before: z.int().describe('People who hold seats of this kind.'),
      after: z.int(),
    }),
  ),
  structure: z.array(
    z.object({
      group: z.enum(['age', 'field', 'education', 'experience']),
      id: z.string(),
      label: text,
      needed: z.boolean().describe('A field that seats of the team belong to.'),
      before: tally,
      after: tally,
    }),
  ),
  recusal: z
    .array(
      z.object({
        cadreId: z.string(),
        positionId: z.string(),
        about: z.enum(['kin', 'place']),
        finding,
        before: verdict.nullable().describe('What the rule says of this person in this seat now.'),
      }),
    )
    .describe('Of newcomers what is not met; of those who stay what changes, and what is not met anyway.'),
  recusalChecked: z.int().describe('Rules asked about members, one by one.'),
})

const outcome = z.object({
  moves: z.array(
    z.object({
      cadreId: z.string(),
      positionId: z.string(),
      verdict,
      move: move.nullable(),
      fit: estimate.nullable(),
      concerns: z.array(finding).describe('What is not met.'),
    }),
  ),
  vacated: z.array(
    z.object({
      positionId: z.string(),
      cadreId: z.string(),
      goesTo: z.string().nullable().describe('Null where no other seat is given.'),
      takenBy: z.string().nullable(),
      indicators: z.array(z.string()),
      duties: z
        .array(z.object({ basis: citation, dueOn: date, reasons: z.array(text) }))
        .describe('Rotation and term duties, overdue or due within a year, that leaving settles.'),
    }),
  ),
  teams: z.array(team),
})

export const simulation = z
  .object({
    asOf: date,
    unitId: z.string(),
    unitName: z.string(),
    people: z.array(person).describe('Everybody named below, each once.'),
    seats: z.array(seat).describe('Every seat named below, each once.'),
    ...outcome.shape,
    comparison: z
      .object({
        positionId: z.string(),
        columns: z.array(z.object({ cadreId: z.string(), outcome })),
      })
      .nullable(),
  })
  .meta({ id: 'Simulation' })

export type SimulationRequest = z.input<typeof simulationRequest>
export type SimulationShape = z.output<typeof simulation>
export type SimulationOutcome = z.output<typeof outcome>
export type SimulatedTeam = z.output<typeof team>
