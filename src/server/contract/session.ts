import { z } from 'zod'
import { instant, text } from './shared.ts'

/** What a person may do here: the office, its head, and a cadre who sees what is held about himself or herself. */
export const accountRole = z.enum(['officer', 'head', 'cadre'])

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
  })
  .meta({ id: 'Session' })

export type AccountRole = z.output<typeof accountRole>
export type SignIn = z.input<typeof signIn>
export type Session = z.output<typeof session>
