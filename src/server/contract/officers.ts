/** Which cadre an account belongs to, so that kin recuse. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { accountRole } from './session.ts'
import { instant, text } from './shared.ts'
import { written } from './written.ts'

const id = z.string().min(1).max(64)
export const officer = z.object({ account: z.string(), name: text })

/** GET /api/officers, PUT /api/officers/:account/person: which cadre an account belongs to, for recusal. */
export const officers = z
  .object({
    officers: z.array(
      officer.extend({
        role: accountRole,
        person: z.object({ cadreId: z.string(), name: z.string(), reason: z.string(), since: instant }).nullable(),
      }),
    ),
    sources: z
      .array(
        officer.extend({
          source: z
            .object({
              channel: z.enum(identifiersOf('statementChannel')),
              unitName: z.string().nullable(),
              everyMonths: z.int().nullable(),
              since: instant,
            })
            .nullable(),
        }),
      )
      .describe('Accounts of source departments, and for which each speaks.'),
    mayLink: z.boolean(),
  })
  .meta({ id: 'Officers' })
export const officerParams = z.object({ account: id })
export const officerPerson = z.object({ cadreId: id.nullable(), reason: written(2_000) })

export type OfficerPerson = z.input<typeof officerPerson>
export type Officers = z.output<typeof officers>
