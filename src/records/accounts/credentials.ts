/** By what an account shows that it is who it says: its password, a shared secret, recovery codes, passkeys. */
import type { Pool, PoolClient } from 'pg'
import { ProblemError } from '#domain/problem.ts'
import { changeAccount, changeStanding, endSessionsOf } from './change.ts'
import { type Act, insertPassword, type NewPassword } from './standing.ts'

export interface StoredPassword {
  readonly hash: string
  readonly setAt: Date
  readonly oneTimeUntil: Date | null
}

export interface StoredTotp {
  readonly sealed: Buffer
  readonly confirmedAt: Date | null
}

export interface StoredPasskey {
  readonly credentialId: string
  readonly account: string
  readonly name: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly addedAt: Date
  readonly usedAt: Date | null
}

export interface Credentials {
  /** The newest first: the first counts. */
  readonly passwords: readonly StoredPassword[]
  readonly totp: StoredTotp | undefined
  readonly passkeys: readonly StoredPasskey[]
  readonly recoveryLeft: number
}

const passkeyColumns = `credential_id as "credentialId", account, name, public_key as "publicKey", counter::integer,
  transports, added_at as "addedAt", used_at as "usedAt"`

/** What an account has; nothing at all where there is no such account. */
export async function readCredentials(pool: Pool, account: string): Promise<Credentials> {
  const [passwords, totp, passkeys, codes] = await Promise.all([
    pool.query<StoredPassword>(
      `select hash, set_at as "setAt", one_time_until as "oneTimeUntil" from account_password
       where account = $1 order by account_password_id desc`,
      [account],
    ),
    pool.query<StoredTotp>('select sealed, confirmed_at as "confirmedAt" from account_totp where account = $1', [
      account,
    ]),
    pool.query<StoredPasskey>(
      `select ${passkeyColumns} from account_passkey where account = $1 order by added_at, credential_id`,
      [account],
    ),
    pool.query<{ left: number }>(
      'select count(*)::integer as left from account_recovery_code where account = $1 and used_at is null',
      [account],
    ),
  ])
  return {
    passwords: passwords.rows,
    totp: totp.rows[0],
    passkeys: passkeys.rows,
    recoveryLeft: codes.rows[0]?.left ?? 0,
  }
}

/** The accounts that have a second factor. */
export async function readTwofold(pool: Pool): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ account: string }>(
    'select account from account_totp where confirmed_at is not null union select account from account_passkey',
  )
  return new Set(rows.map(({ account }) => account))
}

export async function readPasskey(pool: Pool, credentialId: string): Promise<StoredPasskey | undefined> {
  const { rows } = await pool.query<StoredPasskey>(
    `select ${passkeyColumns} from account_passkey where credential_id = $1`,
    [credentialId],
  )
  return rows[0]
}

export interface PasswordChange {
  readonly account: string
  readonly password: NewPassword
  /** How many of the last stay known, so that they are not used again. */
  readonly keep: number
  /** The session that goes on; every other ends. */
  readonly session?: string
}

async function putPassword(session: PoolClient, { account, password, keep, session: own }: PasswordChange, act: Act) {
  await insertPassword(session, account, password, act.at)
  await session.query(
    `delete from account_password where account = $1 and account_password_id not in (
       select account_password_id from account_password where account = $1
       order by account_password_id desc limit $2)`,
    [account, Math.max(1, keep)],
  )
  await endSessionsOf(session, { account, by: act.actor, why: 'password', at: act.at, except: own })
}

/** A person's own new password: the other sessions end. */
export function changePassword(pool: Pool, change: PasswordChange, act: Act): Promise<void> {
  return changeAccount(pool, { account: change.account, kind: 'password', ...act }, (session) =>
    putPassword(session, change, act),
  )
}

/**
 * A password made up by somebody else. Whoever hands it out could use it, so that the account loses its role until
 * another person grants it again (`keepsRole` is for the shell of the machine, which could do as it likes).
 */
export function resetPassword(
  pool: Pool,
  change: PasswordChange & { readonly keepsRole: boolean },
  act: Act,
): Promise<void> {
  const { account } = change
  return changeAccount(pool, { account, kind: 'one-time-password', ...act }, async (session) => {
    const { rows } = await session.query<{ role: string }>('select role from account where account = $1', [account])
    const isGranted = rows[0] !== undefined && rows[0].role !== 'none'
    if (isGranted && !change.keepsRole) await changeStanding(session, { account, ...act }, { role: 'none' })
    await putPassword(session, change, act)
  })
}

/** The same password under a higher cost. */
export async function rehashPassword(pool: Pool, account: string, from: string, to: string): Promise<void> {
  await pool.query('update account_password set hash = $3 where account = $1 and hash = $2', [account, from, to])
}

/** A shared secret that counts once a code of it is confirmed. */
export async function draftTotp(pool: Pool, account: string, sealed: Buffer, at: Date): Promise<void> {
  await pool.query(
    `insert into account_totp (account, sealed, made_at) values ($1, $2, $3)
     on conflict (account) do update set sealed = $2, made_at = $3 where account_totp.confirmed_at is null`,
    [account, sealed, at],
  )
}

/** Takes the code of a time step, once; false where it was taken before, or a later one was. */
export async function takeTotpStep(pool: Pool, account: string, step: number): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update account_totp set used_step = $2 where account = $1 and used_step < $2',
    [account, step],
  )
  return rowCount === 1
}

/** The secret whose code was seen counts from now on; not one that was drafted over it meanwhile. */
export function confirmTotp(pool: Pool, account: string, sealed: Buffer, act: Act): Promise<void> {
  return changeAccount(pool, { account, kind: 'totp', ...act }, async (session) => {
    const { rowCount } = await session.query(
      'update account_totp set confirmed_at = $3 where account = $1 and sealed = $2 and confirmed_at is null',
      [account, sealed, act.at],
    )
    if (rowCount !== 1) throw secretChanged()
  })
}

const secretChanged = (): ProblemError =>
  new ProblemError({
    code: 'totp-changed',
    message: { zh: '验证器的密钥已经换过。', en: 'The key of the authenticator has been changed meanwhile.' },
    mend: { zh: '重新打开二维码，再输入验证码。', en: 'Open the picture again, then enter the code.' },
  })

export function removeTotp(pool: Pool, account: string, act: Act): Promise<void> {
  return changeAccount(pool, { account, kind: 'totp-removed', ...act }, async (session) => {
    await session.query('delete from account_totp where account = $1', [account])
  })
}

/** New recovery codes in place of all before. */
export function replaceRecoveryCodes(
  pool: Pool,
  account: string,
  hashes: readonly Uint8Array[],
  act: Act,
): Promise<void> {
  return changeAccount(pool, { account, kind: 'recovery-codes', ...act }, async (session) => {
    await session.query('delete from account_recovery_code where account = $1', [account])
    await session.query('insert into account_recovery_code (account, code_hash) select $1, unnest($2::bytea[])', [
      account,
      hashes.map((hash) => Buffer.from(hash)),
    ])
  })
}

/** Takes a recovery code, once. */
export async function takeRecoveryCode(pool: Pool, account: string, hash: Uint8Array, act: Act): Promise<boolean> {
  const { rowCount } = await pool.query(
    'select from account_recovery_code where account = $1 and code_hash = $2 and used_at is null',
    [account, hash],
  )
  if (rowCount !== 1) return false
  return changeAccount(pool, { account, kind: 'recovery-code-used', ...act }, async (session) => {
    const taken = await session.query(
      `update account_recovery_code set used_at = $3 where account = $1 and code_hash = $2 and used_at is null`,
      [account, hash, act.at],
    )
    return taken.rowCount === 1
  })
}

export type NewPasskey = Pick<StoredPasskey, 'credentialId' | 'name' | 'counter' | 'transports'> & {
  readonly publicKey: Uint8Array
}

export function addPasskey(pool: Pool, account: string, passkey: NewPasskey, act: Act): Promise<void> {
  const { credentialId, name, publicKey, counter, transports } = passkey
  return changeAccount(pool, { account, kind: 'passkey', detail: { name }, ...act }, async (session) => {
    await session.query(
      `insert into account_passkey (credential_id, account, name, public_key, counter, transports, added_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [credentialId, account, name, Buffer.from(publicKey), counter, [...transports], act.at],
    )
  })
}

/** Answers whether the account had it. */
export function removePasskey(pool: Pool, account: string, credentialId: string, act: Act): Promise<boolean> {
  return changeAccount(pool, { account, kind: 'passkey-removed', ...act }, async (session) => {
    const gone = await session.query('delete from account_passkey where account = $1 and credential_id = $2', [
      account,
      credentialId,
    ])
    return gone.rowCount === 1
  })
}

/** A use with its counter, which only rises (some authenticators do not count: always 0); false for a copy. */
export async function countPasskey(pool: Pool, credentialId: string, counter: number, at: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update account_passkey set counter = $2, used_at = $3
     where credential_id = $1 and (counter < $2 or (counter = 0 and $2 = 0))`,
    [credentialId, counter, at],
  )
  return rowCount === 1
}

/** Takes every second factor from an account and ends its sessions: for one whose phone or key is lost. */
export function resetFactors(pool: Pool, account: string, act: Act): Promise<void> {
  return changeAccount(pool, { account, kind: 'factors-reset', ...act }, async (session) => {
    for (const table of ['account_totp', 'account_recovery_code', 'account_passkey'])
      await session.query(`delete from ${table} where account = $1`, [account])
    await endSessionsOf(session, { account, by: act.actor, why: 'factors-reset', at: act.at })
  })
}
