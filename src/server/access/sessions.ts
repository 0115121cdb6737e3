/**
 * Who is signed in: kept in the records, so that every process of a site knows, and each keeps a short memory of its own.
 * The secret is with the browser alone; what is kept is its digest.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Factor, SignInStep } from '#domain/account.ts'
import type { AccountStore, StoredSession } from '#records/index.ts'
import type { Account } from './account.ts'
import type { Directory } from './directory.ts'
import type { AccessSettings } from './settings.ts'

export interface OpenSession {
  readonly account: Account
  readonly sessionId: string
  /** What is still to be done before anything else is answered. */
  readonly step: SignInStep | null
  readonly factors: readonly Factor[]
  /** When the person last showed who it is. */
  readonly freshAt: Date
  readonly expiresAt: Date
}

export interface SessionOrigin {
  readonly address: string
  readonly browser: string
}

export interface SessionSecret {
  /** What the cookie carries. */
  readonly secret: string
  readonly session: OpenSession
}

export interface Sessions {
  open(
    account: Account,
    shown: { readonly factors: readonly Factor[]; readonly step: SignInStep | null },
    from: SessionOrigin,
  ): Promise<SessionSecret>
  /** The session of a secret, moved on by this use where a person is behind it; undefined when it has ended. */
  use(secret: string, by?: { readonly isAttended: boolean }): Promise<OpenSession | undefined>
  /** The same session under another secret, fresh where a factor was shown. Undefined when it has ended. */
  advance(
    session: OpenSession,
    shown: { readonly factor?: Factor; readonly step: SignInStep | null },
  ): Promise<SessionSecret | undefined>
  /** Ends one session, or all of its account but this one; answers how many were open. */
  close(which: { readonly only: string } | { readonly except: string }, account: string, by: string): Promise<number>
  /** Sessions ended elsewhere, by a change of the account, are forgotten here at once. */
  forget(account: string): void
  /** Those of an account, the newest first. */
  list(account: string): Promise<readonly StoredSession[]>
  /** How many are open, by account. */
  count(): Promise<ReadonlyMap<string, number>>
}

interface Held {
  session: StoredSession
  readAt: number
  writtenAt: number
}

/** For how long a process does not ask again whether a session still stands; and how often its use is written down. */
const memoryMs = 1500
const writeEveryMs = 30_000
const mostRemembered = 5000

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

export interface SessionsOptions {
  readonly store: AccountStore
  readonly directory: Directory
  readonly settings: () => Promise<AccessSettings>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export function createSessions({ store, directory, settings, now }: SessionsOptions): Sessions {
  const memory = new Map<string, Held>()

  function remember(key: string, session: StoredSession): Held {
    const [oldest] = memory.keys()
    if (memory.size >= mostRemembered && oldest !== undefined) memory.delete(oldest)
    const held = { session, readAt: performance.now(), writtenAt: session.seenAt.getTime() }
    memory.set(key, held)
    return held
  }

  async function find(secret: string, key: string): Promise<Held | undefined> {
    const known = memory.get(key)
    if (known && performance.now() - known.readAt < memoryMs) return known
    const session = await store.findSession(digestOf(secret))
    memory.delete(key)
    if (!session) return undefined
    const seenAt = new Date(Math.max(session.seenAt.getTime(), known?.session.seenAt.getTime() ?? 0))
    const held = remember(key, { ...session, seenAt })
    held.writtenAt = session.seenAt.getTime()
    return held
  }

  async function shown(session: StoredSession, account: Account): Promise<OpenSession> {
    return {
      account,
      sessionId: session.sessionId,
      step: session.step,
      factors: session.factors,
      freshAt: session.freshAt,
      expiresAt: endOf(session, (await settings()).sessions),
    }
  }

  async function sinceNow(): Promise<{ seen: Date; opened: Date }> {
    const { idleMs, longestMs } = (await settings()).sessions
    return { seen: new Date(now() - idleMs), opened: new Date(now() - longestMs) }
  }

  return {
    async open(account, { factors, step }, { address, browser }) {
      const secret = randomBytes(32).toString('base64url')
      const session = await store.openSession({
        account: account.account,
        factors,
        step,
        address,
        browser: browser.slice(0, 300),
        secretHash: digestOf(secret),
        at: new Date(now()),
      })
      remember(digestOf(secret).toString('hex'), session)
      return { secret, session: await shown(session, account) }
    },
    async use(secret, { isAttended } = { isAttended: true }) {
      const key = digestOf(secret).toString('hex')
      const held = await find(secret, key)
      if (!held) return undefined
      const account = directory.named(held.session.account)
      if (!account?.isOpen) return undefined
      const at = now()
      const limits = (await settings()).sessions
      if (endOf(held.session, limits).getTime() <= at) {
        memory.delete(key)
        return undefined
      }
      if (!isAttended) return shown(held.session, account)
      held.session = { ...held.session, seenAt: new Date(Math.max(at, held.session.seenAt.getTime())) }
      if (at - held.writtenAt >= writeEveryMs) {
        held.writtenAt = at
        await store.touchSession(held.session.sessionId, new Date(at))
      }
      return shown(held.session, account)
    },
    async advance(session, { factor, step }) {
      const secret = randomBytes(32).toString('base64url')
      const factors = [...new Set([...session.factors, ...(factor ? [factor] : [])])]
      const { account } = session
      const advanced = await store.advanceSession({
        sessionId: session.sessionId,
        account: account.account,
        secretHash: digestOf(secret),
        step,
        factors,
        at: new Date(now()),
        freshAt: factor ? new Date(now()) : session.freshAt,
      })
      for (const [key, held] of memory) if (held.session.sessionId === session.sessionId) memory.delete(key)
      if (!advanced) return undefined
      remember(digestOf(secret).toString('hex'), advanced)
      return { secret, session: await shown(advanced, account) }
    },
    async close(which, account, by) {
      const why = 'only' in which ? 'closed' : 'others-closed'
      const ended = await store.closeSessions(which, { account, by, why, at: new Date(now()) })
      this.forget(account)
      return ended
    },
    forget(account) {
      for (const [key, held] of memory) if (held.session.account === account) memory.delete(key)
    },
    list: async (account) => store.readSessions(account, await sinceNow()),
    count: async () => store.countSessions(await sinceNow()),
  }
}

/** The earlier of the two limits. */
const endOf = ({ openedAt, seenAt }: StoredSession, limits: AccessSettings['sessions']): Date =>
  new Date(Math.min(seenAt.getTime() + limits.idleMs, openedAt.getTime() + limits.longestMs))
