/** One's own account: by what one signs in, and where one is signed in. */
import { z } from 'zod'
import { authenticatorAnswer } from './session.ts'
import { instant, text } from './shared.ts'
import { written } from './written.ts'

const openSession = z.object({
  sessionId: z.string(),
  openedAt: instant,
  seenAt: instant,
  address: z.string(),
  browser: z.string().describe('As the browser calls itself.'),
  isThis: z.boolean(),
})

/** GET /api/account */
export const ownAccount = z
  .object({
    account: z.string(),
    name: text,
    office: text,
    password: z
      .object({ setAt: instant, changeBy: instant.nullable() })
      .nullable()
      .describe('Null: this account signs in elsewhere.'),
    rules: z.object({ leastLength: z.int(), leastKinds: z.int(), guessesPower: z.number(), remembered: z.int() }),
    isTwofold: z.boolean().describe('A second factor is asked of this account.'),
    totp: z.object({ since: instant }).nullable(),
    passkeys: z.array(
      z.object({ passkeyId: z.string(), name: z.string(), addedAt: instant, usedAt: instant.nullable() }),
    ),
    recoveryLeft: z.int(),
    sessions: z.array(openSession),
  })
  .meta({ id: 'OwnAccount' })

/** POST /api/account/password */
export const passwordChange = z.object({ current: z.string().min(1).max(256), next: z.string().min(1).max(256) })

/** POST /api/account/password/trial: nothing is kept of it. */
export const passwordOnTrial = z.object({ next: z.string().min(1).max(256) })
export const passwordTrial = z
  .object({
    withstands: z.number().describe('Guesses that it withstands, as a power of ten.'),
    fault: z.object({ code: z.string(), message: text, mend: text }).nullable(),
  })
  .meta({ id: 'PasswordTrial' })

/** POST /api/account/totp */
export const totpInvitation = z
  .object({ uri: z.string().describe('For the picture.'), words: z.string().describe('To be typed instead.') })
  .meta({ id: 'TotpInvitation' })

/** POST /api/account/totp/confirm, POST /api/account/recovery-codes: shown once. */
export const recoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' })
export const totpCode = z.object({ code: z.string().trim().min(6).max(8) })

/** POST /api/account/passkeys */
export const newPasskey = z.object({ name: written(60), answer: authenticatorAnswer })
export const passkeyParams = z.object({ passkeyId: z.string().min(1).max(2048) })
export const sessionParams = z.object({ sessionId: z.uuid() })

export type PasswordTrial = z.output<typeof passwordTrial>
export type OwnAccount = z.output<typeof ownAccount>
export type TotpInvitation = z.output<typeof totpInvitation>
export type RecoveryCodes = z.output<typeof recoveryCodes>
