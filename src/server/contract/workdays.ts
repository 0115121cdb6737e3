/** The calendar of working days, by year. */
import { z } from 'zod'
import { date } from './shared.ts'
import { day, kept, written } from './written.ts'

const short = written(200)

/** GET /api/workdays: the calendar of working days by year. */
export const workdays = z
  .object({
    rule: z.string(),
    noticeDays: z.int().describe('Working days that a notice stands at least.'),
    years: z.array(
      z.object({
        year: z.int(),
        off: z.array(z.object({ name: z.string(), from: date, to: date })),
        on: z.array(date).describe('Make-up working days.'),
        notice: z.string().describe('Where it comes from.'),
        adopted: z.object({ by: z.string(), on: date, document: z.string(), recordedBy: z.string() }).nullable(),
      }),
    ),
    mayAdopt: z.boolean(),
  })
  .meta({ id: 'Workdays' })

/** PUT /api/workdays/:year */
export const workdayParams = z.object({ year: z.coerce.number().int().min(2000).max(2100) })
export const newWorkdays = z.object({
  off: z
    .array(z.object({ name: short, from: day, to: day }))
    .min(1)
    .max(20),
  on: z.array(day).max(20),
  document: short.describe('The notice of the State Council, with its number.'),
  decidedOn: day,
  reason: kept(500).optional(),
})

export type Workdays = z.output<typeof workdays>
export type NewWorkdays = z.output<typeof newWorkdays>
