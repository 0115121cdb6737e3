import { z } from 'zod'
import { date, estimate } from './shared.ts'
import { oddity } from './surveys.ts'

const interval = z.object({ value: z.number(), lower: z.number(), upper: z.number() })

const sheet = z.object({
  state: z.enum(['read', 'silent', 'too-few', 'flat']).describe('Only `read` has figures; below five answers none.'),
  figures: interval.extend({ answers: z.int() }).nullable().describe('What the channel says by itself.'),
})

/** GET /api/cadres/:cadreId/recognition. Opening it is recorded in the audit. */
export const recognition = z
  .object({
    cadreId: z.string(),
    asOf: date,
    estimate: estimate.nullable(),
    channels: z.array(
      sheet.extend({
        channel: z.enum(['annual-rating', 'local-repute', 'neighbours', 'service-users']),
        weight: z.number().describe('Share of the whole, from the local setting.'),
        usual: z.number().describe('The average person in this channel.'),
        disagreement: z
          .object({ side: z.enum(['above', 'below']), distance: z.number(), falseShare: z.number(), without: interval })
          .nullable(),
        oddities: z.array(oddity),
      }),
    ),
    beside: z
      .array(sheet.extend({ channel: z.enum(['recommendation', 'superior']) }))
      .describe('They answer other questions and are not counted in.'),
    spoken: z.number().describe('Share of the weights whose channels have spoken.'),
    correlation: z.number().nullable(),
  })
  .meta({ id: 'Recognition' })

export type Recognition = z.output<typeof recognition>
