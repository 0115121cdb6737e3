import { z } from 'zod'
import { citation, text } from './shared.ts'

/** Rotation duties per half-year, stacked by rule: everything already due first, then ten half-years. */
export const wave = z
  .object({
    rules: z.array(z.object({ rule: z.string(), basis: citation })).describe('From the base of the stack upward.'),
    periods: z.array(
      z.object({
        period: z.string().describe("'overdue' or a half-year, 2027H1."),
        label: text,
        counts: z.array(z.int()).describe('One per rule, in the order of rules.'),
        total: z.int(),
      }),
    ),
    later: z.int().describe('Duties that fall due after the last half-year shown.'),
  })
  .meta({ id: 'Wave' })

export type Wave = z.output<typeof wave>
