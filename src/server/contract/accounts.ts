/** Who may sign in, for those who keep the accounts: one opens and closes, another grants. */
import { z } from 'zod'
import { accountEventKinds, accountPattern } from '#domain/account.ts'
import { accountRole } from './session.ts'
import { instant, text } from './shared.ts'
import { written } from './written.ts'

const account = z.object({
  account: z.string(),
  name: text,
  office: text,
  role: accountRole,
  state: z.enum(['open', 'closed', 'locked']),
  lockedUntil: instant.nullable(),
  openedAt: instant,
  isTwofold: z.boolean().describe('It has a second factor.'),
  sessions: z.int(),
  isSelf: z.boolean(),
})

/** GET /api/accounts */
export const accountList = z
  .object({
    accounts: z.array(account),
    mayOpen: z.boolean(),
    mayGrant: z.boolean(),
  })
  .meta({ id: 'AccountList' })

export const accountParams = z.object({ account: z.string().regex(accountPattern) })

const called = z.object({ zh: written(60), en: written(60) })

/** POST /api/accounts */
export const newAccount = z.object({
  account: z.string().regex(accountPattern),
  name: called,
  office: called,
  reason: written(500),
})

/** POST /api/accounts, POST /api/accounts/:account/one-time-password: shown once. */
export const oneTimePassword = z
  .object({ account: z.string(), password: z.string(), until: instant })
  .meta({ id: 'OneTimePassword' })

/** POST /api/accounts/:account/opening: of the administrator. */
export const accountOpening = z.object({ act: z.enum(['close', 'reopen']), reason: written(500) })
/** POST /api/accounts/:account/security: of the security officer. */
export const accountSecurity = z.object({
  act: z.enum(['unlock', 'reset-factors', 'end-sessions']),
  reason: written(500),
})
export const accountReason = z.object({ reason: written(500) })
/** PUT /api/accounts/:account/role */
export const accountGrant = z.object({ role: accountRole, reason: written(500) })

/** GET /api/accounts/:account/events, the newest first. */
export const accountHistory = z
  .object({
    events: z.array(
      z.object({
        kind: z.enum(accountEventKinds),
        role: accountRole.nullable(),
        reason: z.string(),
        by: text,
        at: instant,
      }),
    ),
  })
  .meta({ id: 'AccountHistory' })

export type AccountList = z.output<typeof accountList>
export type AccountAct = z.output<typeof accountOpening>['act'] | z.output<typeof accountSecurity>['act']
export type AccountHistory = z.output<typeof accountHistory>
export type NewAccount = z.output<typeof newAccount>
export type OneTimePassword = z.output<typeof oneTimePassword>
