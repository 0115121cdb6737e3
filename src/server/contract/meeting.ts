/** Meeting mode (会议演示): what a big screen shows of the people a meeting talks about. */
import { z } from 'zod'
import {
  date,
  estimate,
  evaluationResult,
  finding,
  many,
  move,
  postLevel,
  role,
  sector,
  text,
  verdict,
} from './shared.ts'

const id = z.string().min(1).max(64)

/** GET /api/vacancies/:positionId/meeting: the first tier, or these people. */
export const vacancyMeetingQuery = z.object({ cadres: many(id) })

/** GET /api/meeting-cards: people beside seats, each as `position/cadre`. */
export const meetingCardsQuery = z.object({
  pair: z
    .union([z.array(z.string().max(129)).min(1).max(200), z.string().max(129)])
    .transform((pairs) => (typeof pairs === 'string' ? [pairs] : pairs)),
})

const seat = z.object({
  positionId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  title: z.string(),
  postLevel,
  role,
  daysOpen: z.int().nullable().describe('null: not vacant.'),
  group: z
    .object({ size: z.int(), quantiles: z.array(z.number()) })
    .nullable()
    .describe('Fits of all whom no rule excludes, at 0, 5, … 100 %; null where they are fewer than five.'),
  tier: z
    .array(z.object({ cadreId: z.string(), name: z.string(), fit: estimate }))
    .describe('Those who cannot be told apart from the best, in surname stroke order; empty where none are listed.'),
  unlisted: z.int().describe('People of that tier for whom the list had no room.'),
  differsIn: text.nullable().describe('The part of the fit in which the tier differs most.'),
})

export const meetingCard = z.object({
  cadreId: z.string(),
  name: z.string(),
  post: z.string().nullable().describe('Present post as written.'),
  postLevel: postLevel.nullable(),
  sector: sector.nullable().describe('Of the present post.'),
  positionId: z.string().describe('The seat proposed: one of `seats`.'),
  age: z.int().nullable(),
  monthsAtLevel: z.int().nullable(),
  grassrootsMonths: z.int().nullable(),
  evaluations: z.array(z.object({ year: z.int(), result: evaluationResult.nullable() })).describe('Oldest first.'),
  verdict,
  move: move.nullable(),
  findings: z.array(finding),
  fit: estimate.nullable(),
  tiedWith: z.array(z.string()).describe('Cadre ids of the tier that the data cannot tell apart from this person.'),
})

export const meeting = z
  .object({
    asOf: date,
    order: z.literal('stroke').describe('Cards stand in surname stroke order.'),
    seats: z.array(seat),
    cards: z.array(meetingCard),
  })
  .meta({ id: 'Meeting' })

export type Meeting = z.output<typeof meeting>
export type MeetingSeat = z.output<typeof seat>
export type MeetingCard = z.output<typeof meetingCard>
