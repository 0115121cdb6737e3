/** How the system is (系统状况), for its administrator: nothing of anybody in it, but the names of accounts. */
import { z } from 'zod'
import { accountRole } from './session.ts'
import { date, instant, text } from './shared.ts'

/** GET /api/health */
export const health = z
  .object({
    now: instant,
    product: z.string().describe('Its version.'),
    node: z.string(),
    postgres: z.string(),
    upSince: instant,
    memoryBytes: z.int(),
    databaseBytes: z.int(),
    disk: z
      .object({ freeBytes: z.int(), totalBytes: z.int() })
      .nullable()
      .describe('Where the database lies; null where it is on another machine.'),
    migrations: z.object({ applied: z.int(), known: z.int(), last: z.string(), lastAt: instant }),
    analysis: z.object({
      underWay: z.object({ step: text, seconds: z.number() }).nullable(),
      saved: z
        .object({ asOf: date, savedAt: instant, seconds: z.number().describe('From its facts to its last row.') })
        .nullable(),
      ended: z
        .object({ state: z.enum(['done', 'stopped', 'failed']), endedAt: instant })
        .nullable()
        .describe('How the last one since the start of the server ended.'),
    }),
    imports: z.object({ reading: z.int(), interrupted: z.int().describe('Cut off: whoever began them reads again.') }),
    sessions: z.int(),
    audit: z.object({ entries: z.int(), lastAt: instant.nullable() }),
    backup: z
      .object({ at: instant, bytes: z.int(), verified: z.boolean().describe('A test restore of it passed.') })
      .nullable()
      .describe('The last one; null where there is none.'),
    accounts: z.array(z.object({ account: z.string(), name: text, role: accountRole })),
    demoAccounts: z.boolean().describe('They are those of a demonstration.'),
  })
  .meta({ id: 'Health' })

export type Health = z.output<typeof health>
