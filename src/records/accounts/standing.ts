/** Accounts as they stand: opened, closed, given a role. */
import type { Pool, PoolClient } from 'pg'
import type { AccountEventKind, AccountRole } from '#domain/account.ts'
import type { Text } from '#domain/text.ts'
import { commit } from '../commit.ts'
import { accountExists, changeAccount, changeStanding, endSessionsOf } from './change.ts'

export interface StoredAccount {
  readonly account: string
  readonly name: Text
  readonly office: Text
  readonly role: AccountRole
  readonly isOpen: boolean
  readonly isDemo: boolean
  readonly openedAt: Date
}

export interface AccountEvent {
  readonly kind: AccountEventKind
  readonly detail: Readonly<Record<string, unknown>> | null
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** Who does it, when, and why. */
export interface Act {
  readonly actor: string
  readonly at: Date
  readonly reason: string
}

export interface NewPassword {
  /** An Argon2id string. */
  readonly hash: string
  /** Where it is to be changed at the first sign-in: until when it works. */
  readonly oneTimeUntil?: Date
}

export type Opening = Pick<StoredAccount, 'account' | 'name' | 'office' | 'role'> & { readonly password?: NewPassword }

/** Changes with every change of an account. */
export async function accountsVersion(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ version: string }>(
    'select coalesce(max(account_event_id), 0)::text as version from account_event',
  )
  return rows[0]?.version ?? '0'
}

/** Every account in the order in which they were opened, closed ones too. */
export async function readAccounts(pool: Pool): Promise<readonly StoredAccount[]> {
  const { rows } = await pool.query<StoredAccount>(
    `select account, name, office, role, is_open as "isOpen", is_demo as "isDemo", opened_at as "openedAt"
     from account join (
       select account, min(account_event_id) as first from account_event group by account) event using (account)
     order by first`,
  )
  return rows
}

/** What happened to an account, the newest first. */
export async function readAccountEvents(pool: Pool, account: string): Promise<readonly AccountEvent[]> {
  const { rows } = await pool.query<AccountEvent>(
    `select kind, detail, reason, recorded_by as by, recorded_at as at
     from account_event where account = $1 order by account_event_id desc limit 200`,
    [account],
  )
  return rows
}

/** @throws ProblemError `account-exists` */
export function openAccount(pool: Pool, opening: Opening, { actor, at, reason }: Act): Promise<void> {
  const { account, role } = opening
  return changeAccount(pool, { account, kind: 'opened', reason, detail: { role }, actor, at }, (session) =>
    insertAccount(session, opening, { actor, at, isDemo: false }),
  )
}

async function insertAccount(
  session: PoolClient,
  { account, name, office, role, password }: Opening,
  { actor, at, isDemo }: { readonly actor: string; readonly at: Date; readonly isDemo: boolean },
): Promise<void> {
  const { rowCount } = await session.query(
    `insert into account (account, name, office, role, is_demo, opened_by, opened_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [account, name, office, role, isDemo, actor, at],
  )
  if (rowCount !== 1) throw accountExists(account)
  if (password) await insertPassword(session, account, password, at)
}

export async function insertPassword(
  session: PoolClient,
  account: string,
  { hash, oneTimeUntil }: NewPassword,
  at: Date,
): Promise<void> {
  await session.query('insert into account_password (account, hash, set_at, one_time_until) values ($1, $2, $3, $4)', [
    account,
    hash,
    at,
    oneTimeUntil ?? null,
  ])
}

/** Opens accounts of a demonstration that are not there yet, and sets the passwords of all that are given. */
export function openDemoAccounts(
  pool: Pool,
  openings: readonly (Opening & { readonly password: NewPassword })[],
  at: Date,
): Promise<void> {
  const actor = 'system'
  return commit(pool, { actor, action: 'account.demo', detail: { accounts: openings.length } }, async (session) => {
    await session.query("select pg_advisory_xact_lock(hashtext('zhiren accounts'))")
    for (const opening of openings) {
      const { account, password, role } = opening
      const { rowCount } = await session.query('select from account where account = $1 and is_demo', [account])
      if (rowCount === 1) {
        await session.query('delete from account_password where account = $1', [account])
        await insertPassword(session, account, password, at)
        continue
      }
      await insertAccount(session, opening, { actor, at, isDemo: true })
      await session.query(
        `insert into account_event (account, kind, detail, reason, recorded_by, recorded_at)
         values ($1, 'opened', $2, '演示账号', $3, $4)`,
        [account, { role }, actor, at],
      )
    }
  })
}

/** Closes or reopens; closing ends its sessions. @throws ProblemError `account-changed`, `last-keeper` */
export function setOpen(pool: Pool, account: string, isOpen: boolean, act: Act): Promise<void> {
  const entry = { account, kind: isOpen ? 'reopened' : 'closed', ...act } as const
  return changeAccount(pool, entry, (session) => changeStanding(session, entry, { isOpen }))
}

/** Its sessions end: whoever gains or loses a right signs in anew. @throws ProblemError `account-changed`, `last-keeper` */
export function setRole(pool: Pool, account: string, role: AccountRole, act: Act): Promise<void> {
  const entry = { account, kind: 'role', detail: { role }, ...act } as const
  return changeAccount(pool, entry, (session) => changeStanding(session, entry, { role }))
}

/** The person is called otherwise from now on. */
export function renameAccount(pool: Pool, account: string, name: Text, act: Act): Promise<void> {
  return changeAccount(pool, { account, kind: 'renamed', detail: { name }, ...act }, async (session) => {
    await session.query('update account set name = $2 where account = $1', [account, name])
  })
}

/** Opens a closed account again without its role. @throws ProblemError `account-changed` */
export function reopenWithoutRole(pool: Pool, account: string, act: Act): Promise<void> {
  const entry = { account, kind: 'reopened', detail: { role: 'none' }, ...act } as const
  return changeAccount(pool, entry, async (session) => {
    await changeStanding(session, entry, { isOpen: true })
    await session.query("update account set role = 'none' where account = $1", [account])
  })
}

/** Ends every session of an account; answers how many there were. */
export function endSessions(pool: Pool, account: string, act: Act): Promise<number> {
  return changeAccount(pool, { account, kind: 'sessions-ended', ...act }, (session) =>
    endSessionsOf(session, { account, by: act.actor, why: 'ended', at: act.at }),
  )
}

/** That the security officer let an account try again. */
export const recordUnlock = (pool: Pool, account: string, act: Act): Promise<void> =>
  changeAccount(pool, { account, kind: 'unlocked', ...act }, async () => undefined)

/** That too many wrong attempts were made at an account. */
export const recordLock = (pool: Pool, account: string, act: Act): Promise<void> =>
  changeAccount(pool, { account, kind: 'locked', ...act }, async () => undefined)
