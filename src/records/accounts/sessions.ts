/** Sessions as they are kept: the digest of the secret, what was shown, from where, and how each ended. */
import type { Pool } from 'pg'
import type { Factor, SignInStep } from '#domain/account.ts'
import { commit } from '../commit.ts'

export interface StoredSession {
  readonly sessionId: string
  readonly account: string
  readonly step: SignInStep | null
  readonly factors: readonly Factor[]
  readonly openedAt: Date
  readonly seenAt: Date
  readonly freshAt: Date
  readonly address: string
  readonly browser: string
}

export type NewSession = Pick<StoredSession, 'account' | 'step' | 'factors' | 'address' | 'browser'> & {
  readonly secretHash: Uint8Array
  readonly at: Date
}

const columns = `session_id as "sessionId", account, step, factors, opened_at as "openedAt", seen_at as "seenAt",
  fresh_at as "freshAt", address, browser`

export function openSession(pool: Pool, entry: NewSession): Promise<StoredSession> {
  const { account, step, factors, address, browser, secretHash, at } = entry
  const audit = { actor: account, action: 'session.open', detail: { factors, step, address } }
  return commit(pool, audit, async (session) => {
    const { rows } = await session.query<StoredSession>(
      `insert into session (secret_hash, account, step, factors, opened_at, seen_at, fresh_at, address, browser)
       values ($1, $2, $3, $4, $5, $5, $5, $6, $7) returning ${columns}`,
      [secretHash, account, step, [...factors], at, address, browser],
    )
    const [opened] = rows
    if (!opened) throw new Error('invariant: an insert gives its row')
    return opened
  })
}

export async function findSession(pool: Pool, secretHash: Uint8Array): Promise<StoredSession | undefined> {
  const { rows } = await pool.query<StoredSession>(
    `select ${columns} from session where secret_hash = $1 and ended_at is null`,
    [secretHash],
  )
  return rows[0]
}

export interface Advance {
  readonly sessionId: string
  readonly account: string
  /** The secret from now on. */
  readonly secretHash: Uint8Array
  readonly step: SignInStep | null
  readonly factors: readonly Factor[]
  readonly at: Date
  /** When who it is was last shown. */
  readonly freshAt: Date
}

/** More was shown: another step, another secret. Undefined where it has ended meanwhile. */
export function advanceSession(pool: Pool, advance: Advance): Promise<StoredSession | undefined> {
  const { sessionId, account, secretHash, step, factors, at, freshAt } = advance
  return commit(pool, { actor: account, action: 'session.advance', detail: { factors, step } }, async (session) => {
    const { rows } = await session.query<StoredSession>(
      `update session set secret_hash = $2, step = $3, factors = $4, seen_at = $5, fresh_at = $6
       where session_id = $1 and ended_at is null returning ${columns}`,
      [sessionId, secretHash, step, [...factors], at, freshAt],
    )
    return rows[0]
  })
}

/** That it is in use; written now and then, and not into the audit. */
export async function touchSession(pool: Pool, sessionId: string, at: Date): Promise<void> {
  await pool.query('update session set seen_at = $2 where session_id = $1 and seen_at < $2', [sessionId, at])
}

export interface SessionEnd {
  readonly account: string
  readonly by: string
  readonly why: string
  readonly at: Date
}

/** Ends these sessions of an account, or all but these; answers how many were open. */
export function closeSessions(
  pool: Pool,
  which: { readonly only: string } | { readonly except: string },
  { account, by, why, at }: SessionEnd,
): Promise<number> {
  const [isOnly, id] = 'only' in which ? [true, which.only] : [false, which.except]
  return commit(pool, { actor: by, action: 'session.close', detail: { account, why } }, async (session) => {
    const { rowCount } = await session.query(
      `update session set ended_at = $3, ended_by = $4, ended_why = $5
       where account = $1 and ended_at is null and (session_id = $2) = $6`,
      [account, id, at, by, why, isOnly],
    )
    return rowCount ?? 0
  })
}

/** The open sessions of an account that were used since these moments, the newest first. */
export async function readSessions(
  pool: Pool,
  account: string,
  since: { readonly seen: Date; readonly opened: Date },
): Promise<readonly StoredSession[]> {
  const { rows } = await pool.query<StoredSession>(
    `select ${columns} from session
     where account = $1 and ended_at is null and seen_at > $2 and opened_at > $3 order by opened_at desc, session_id desc limit 200`,
    [account, since.seen, since.opened],
  )
  return rows
}

/** How many are open, by account. */
export async function countSessions(
  pool: Pool,
  since: { readonly seen: Date; readonly opened: Date },
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<{ account: string; open: number }>(
    `select account, count(*)::integer as open from session
     where ended_at is null and seen_at > $1 and opened_at > $2 group by account`,
    [since.seen, since.opened],
  )
  return new Map(rows.map(({ account, open }) => [account, open]))
}
