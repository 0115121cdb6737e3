import { randomBytes } from 'node:crypto'
import type { Account } from './account.ts'

/** Minutes without a request after which a session ends, and the longest it lasts at all. */
export const idleMinutes = 30
export const longestMinutes = 12 * 60

const minute = 60_000

interface Held {
  readonly account: Account
  readonly openedAt: number
  seenAt: number
}

export interface OpenSession {
  readonly account: Account
  readonly expiresAt: Date
}

export interface Sessions {
  /** Opens a session; the id is the secret that the cookie carries. */
  open(account: Account): string
  /** The session of an id, moved on by this use; undefined when it has ended. */
  use(id: string): OpenSession | undefined
  close(id: string): void
}

/** Sessions of one server process: they end when it stops. `now` gives milliseconds since 1970. */
export function createSessions(now: () => number = Date.now): Sessions {
  const held = new Map<string, Held>()
  const endOf = ({ openedAt, seenAt }: Held): number =>
    Math.min(seenAt + idleMinutes * minute, openedAt + longestMinutes * minute)
  const sweep = (): void => {
    for (const [id, session] of held) if (endOf(session) <= now()) held.delete(id)
  }
  return {
    open(account) {
      sweep()
      const id = randomBytes(32).toString('base64url')
      held.set(id, { account, openedAt: now(), seenAt: now() })
      return id
    },
    use(id) {
      const session = held.get(id)
      if (!session) return undefined
      if (endOf(session) <= now()) {
        held.delete(id)
        return undefined
      }
      session.seenAt = now()
      return { account: session.account, expiresAt: new Date(endOf(session)) }
    },
    close(id) {
      held.delete(id)
    },
  }
}
