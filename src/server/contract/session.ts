import { z } from 'zod'
import { accountRoles, signInSteps } from '#domain/account.ts'
import { instant, text } from './shared.ts'

/**
 * What a person may do here: the department and its head; a cadre, who sees what is held about himself or herself; a source
 * department, which hands in and sees what became of it; the three who keep the system, who see nothing of anybody; and one
 * to whom nothing is granted yet.
 */
export const accountRole = z.enum(accountRoles)

/** POST /api/session */
export const signIn = z.object({ account: z.string().min(1).max(64), password: z.string().min(1).max(256) })

/** GET and POST /api/session */
export const session = z
  .object({
    account: z.string(),
    name: text,
    office: text,
    role: accountRole,
    expiresAt: instant.describe('Moves on with every request; the idle limit counts from the last one.'),
    step: z.enum(signInSteps).nullable().describe('What is still to be done before anything else is answered.'),
  })
  .meta({ id: 'Session' })

/** GET /api/session/sign-on: none where the site has none. */
export const signOnSites = z
  .object({ sites: z.array(z.object({ id: z.string(), name: text })) })
  .meta({ id: 'SignOnSites' })
export const signOnParams = z.object({ site: z.string().regex(/^[a-z0-9-]{1,40}$/) })
export const signOnAsked = z.object({ from: z.string().max(2000).optional() })

/** DELETE /api/session of one who signed on elsewhere: where to sign out there. */
export const leaving = z.object({ leaveAt: z.string() }).meta({ id: 'Leaving' })

/** POST /api/session/code, POST /api/session/proof: a code of the authenticator, or a recovery code. */
export const signInCode = z.object({ code: z.string().trim().min(6).max(40) })
export const passwordProof = z.object({ password: z.string().min(1).max(256) })

/** What an authenticator answers, as the browser writes it (WebAuthn level 3, §5.1). */
export const authenticatorAnswer = z
  .object({
    id: z.string().min(1).max(2048),
    rawId: z.string().min(1).max(2048),
    type: z.literal('public-key'),
    authenticatorAttachment: z.string().max(40).nullish(),
    clientExtensionResults: z.record(z.string(), z.unknown()),
    response: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuthenticatorAnswer' })
/** What the browser is to ask of it. */
export const authenticatorQuestion = z.record(z.string(), z.unknown()).meta({ id: 'AuthenticatorQuestion' })

export type { AccountRole } from '#domain/account.ts'
export type SignIn = z.input<typeof signIn>
export type Session = z.output<typeof session>
export type SignOnSites = z.output<typeof signOnSites>
export type Leaving = z.output<typeof leaving>
