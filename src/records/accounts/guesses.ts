/** Wrong passwords and codes in a row, kept over processes and restarts; and what authenticators are asked to sign. */
import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { withTransaction } from './transaction.ts'

/** After so many free attempts each next one waits, twice as long as the one before, up to the longest. */
export interface Waits {
  readonly free: number
  readonly firstMs: number
  readonly longestMs: number
}

const day = 86_400_000
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const waitAfter = ({ free, firstMs, longestMs }: Waits, failures: number): number =>
  failures < free ? 0 : Math.min(longestMs, firstMs * 2 ** Math.min(30, failures - free))

/**
 * Milliseconds to wait before an attempt under this key may be made. 0: it may be made now, and it counts as failed from
 * this moment, so that attempts made at the same time count too. `name` is what was tried: an account, whether it exists
 * or not.
 */
export function attempt(
  pool: Pool,
  { key, name, waits, at }: { readonly key: string; readonly name: string; readonly waits: Waits; readonly at: Date },
): Promise<{ readonly wait: number; readonly failures: number }> {
  const hashed = digest(key)
  return withTransaction(pool, async (session) => {
    await session.query('select pg_advisory_xact_lock(hashtextextended(encode($1, $2), 0))', [hashed, 'hex'])
    const { rows } = await session.query<{ failures: number; last_at: Date; until: Date | null }>(
      'select failures, last_at, until from sign_in_guess where key = $1',
      [hashed],
    )
    const held = rows[0]
    const left = (held?.until?.getTime() ?? 0) - at.getTime()
    if (held && left > 0) return { wait: left, failures: held.failures }
    const forgiven =
      held === undefined || at.getTime() - held.last_at.getTime() > Math.max(waits.longestMs * 2, day / 24)
    const failures = forgiven ? 1 : held.failures + 1
    const wait = waitAfter(waits, failures)
    await session.query(
      `insert into sign_in_guess (key, name_key, failures, last_at, until) values ($1, $2, $3, $4, $5)
       on conflict (key) do update set failures = $3, last_at = $4, until = $5`,
      [hashed, digest(name), failures, at, wait === 0 ? null : new Date(at.getTime() + wait)],
    )
    await session.query('delete from sign_in_guess where last_at < $1', [new Date(at.getTime() - day)])
    return { wait: 0, failures }
  })
}

/**
 * Nothing is held against these keys any more.
 * @param giveBack what counted under `of`, one of them, counts no more under `to` either
 */
export async function forgetGuesses(
  pool: Pool,
  keys: readonly string[],
  giveBack?: { readonly of: string; readonly to: string },
): Promise<void> {
  await pool.query(
    `with gone as (delete from sign_in_guess where key = any ($1) returning key, failures)
     update sign_in_guess kept set failures = greatest(0, kept.failures - gone.failures)
     from gone where gone.key = $2 and kept.key = $3`,
    [keys.map(digest), giveBack ? digest(giveBack.of) : null, giveBack ? digest(giveBack.to) : null],
  )
}

/** Nothing is held against this name from anywhere. */
export async function forgetGuessesOf(pool: Pool, name: string): Promise<void> {
  await pool.query('delete from sign_in_guess where name_key = $1', [digest(name)])
}

/** Until when attempts under these keys wait, where they do. */
export async function readWaits(pool: Pool, keys: readonly string[], at: Date): Promise<ReadonlyMap<string, Date>> {
  const byDigest = new Map(keys.map((key) => [digest(key).toString('hex'), key]))
  const { rows } = await pool.query<{ key: Buffer; until: Date }>(
    'select key, until from sign_in_guess where key = any ($1) and until > $2',
    [keys.map(digest), at],
  )
  return new Map(rows.map(({ key, until }) => [byDigest.get(key.toString('hex')) ?? '', until]))
}

/** Keeps what an authenticator is asked to sign; for an account, or for whoever answers. */
export async function putChallenge(
  pool: Pool,
  challenge: { readonly challenge: string; readonly account?: string; readonly until: Date; readonly at: Date },
): Promise<void> {
  await pool.query('delete from account_challenge where until < $1', [challenge.at])
  await pool.query('insert into account_challenge (challenge, account, until) values ($1, $2, $3)', [
    challenge.challenge,
    challenge.account ?? null,
    challenge.until,
  ])
}

/** Takes a challenge, once; false where it is none of ours, is over, or was for somebody else. */
export async function takeChallenge(
  pool: Pool,
  { challenge, account, at }: { readonly challenge: string; readonly account?: string; readonly at: Date },
): Promise<boolean> {
  const { rowCount } = await pool.query(
    'delete from account_challenge where challenge = $1 and account is not distinct from $2 and until >= $3',
    [challenge, account ?? null, at],
  )
  return rowCount === 1
}
