/** How the shares of groups compare, stage by stage; no person in it, and no group of a few. */
import { z } from 'zod'
import { date, text } from './shared.ts'

const ratio = z.object({
  value: z.number().nullable().describe('Null where nobody of the highest group was chosen.'),
  lower: z.number(),
  upper: z.number().nullable().describe('Null: no upper end.'),
})

const group = z.object({
  label: text,
  chosen: z.int(),
  of: z.int(),
  ratio: ratio.nullable().describe('Beside the group with the highest share; null for that group.'),
  state: z.enum(['highest', 'look', 'open', 'level']),
})

/** GET /api/neutrality */
export const neutralityReport = z
  .object({
    asOf: date,
    promptRatio: z.number(),
    leastGroup: z.int(),
    stages: z.array(
      z.object({
        id: z.enum(['shortlists', 'slates', 'cases']),
        groupings: z.array(
          z.object({
            id: z.enum(['sex', 'ethnicity', 'age']),
            label: text,
            groups: z.array(group),
            tooSmall: z.array(text).describe('Groups of fewer than `leastGroup` people.'),
            unknown: z.boolean().describe('There are people of whom the record does not say.'),
            cause: text.nullable().describe('Why nothing is compared.'),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'NeutralityReport' })

export type NeutralityReport = z.output<typeof neutralityReport>
