/** What the first page says beside the figures of the last analysis: what people do now (首页). */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { date, instant, text } from './shared.ts'

const link = z.string().describe('The page behind it, as an address.')

/** For the head alone. */
const headDay = z.object({
  decisions: z
    .array(z.object({ key: z.string(), kind: text, title: z.string(), step: text, link }))
    .describe(
      'Acts that only the head may do now, and cases whose next gate is a decision; the oldest first, eight at most.',
    ),
  waiting: z.int().describe('All of them.'),
  unconfirmedRules: z.int(),
  teams: z.object({
    total: z.int(),
    overdue: z.int().describe('Teams with findings past their day.'),
    short: z.int().describe('Teams with fewer people than seats.'),
    rows: z
      .array(
        z.object({
          unitId: z.string(),
          unitName: z.string(),
          filled: z.int(),
          quota: z.int().nullable(),
          overdueFindings: z.int(),
        }),
      )
      .describe('Those with findings overdue or seats empty, the most first, six at most.'),
  }),
  principalSeats: z
    .array(z.object({ positionId: z.string(), unitName: z.string(), title: z.string(), daysOpen: z.int() }))
    .describe('Seats of principals that are vacant, the longest open first.'),
  plans: z.array(z.object({ label: text, standing: text, link })).describe('Of the year.'),
  meetings: z.array(z.object({ key: z.string(), title: z.string(), kind: text, link })),
  since: z
    .object({ at: instant, changes: z.array(z.object({ label: text, count: z.int(), link })) })
    .nullable()
    .describe('What others did since this account signed in the time before; null the first time.'),
})

/** GET /api/home/today */
export const today = z
  .object({
    today: date,
    steps: z
      .record(z.string(), z.object({ caseId: z.string(), stage: z.enum(identifiersOf('processStage')), title: text }))
      .describe('The open case of a vacant seat, by position.'),
    signs: z
      .object({ waiting: z.int(), taken: z.int() })
      .nullable()
      .describe('Signs counted, never named; null for whoever is not on duty.'),
    arrived: z.int().describe('Statements of sources that wait for an officer.'),
    capacity: z
      .object({ perHalf: z.int(), halves: z.int() })
      .nullable()
      .describe('Posts taken up in half a year: the median of the last five years; null without a record of them.'),
    head: headDay.nullable(),
  })
  .meta({ id: 'Today' })

export type Today = z.output<typeof today>
export type HeadDay = z.output<typeof headDay>
