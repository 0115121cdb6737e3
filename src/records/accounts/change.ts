/** One change of an account: the rows, what stands in its history, and the audit entry, together. */
import type { Pool, PoolClient } from 'pg'
import type { AccountEventKind } from '#domain/account.ts'
import { ProblemError } from '#domain/problem.ts'
import { commit } from '../commit.ts'

export interface ChangeEntry {
  readonly account: string
  readonly kind: AccountEventKind
  readonly reason: string
  readonly detail?: object
  readonly actor: string
  readonly at: Date
}

/** Writes are taken in turn, so that what is checked over all accounts still holds when it is written. */
export function changeAccount<T>(
  pool: Pool,
  { account, kind, reason, detail, actor, at }: ChangeEntry,
  write: (session: PoolClient) => Promise<T>,
): Promise<T> {
  const entry = { actor, action: `account.${kind}`, subject: account, detail: { reason, ...detail } }
  return commit(pool, entry, async (session) => {
    await session.query("select pg_advisory_xact_lock(hashtext('zhiren accounts'))")
    const result = await write(session)
    const { rowCount } = await session.query(
      `insert into account_event (account, kind, detail, reason, recorded_by, recorded_at)
       select account, $2, $3, $4, $5, $6 from account where account = $1`,
      [account, kind, detail === undefined ? null : JSON.stringify(detail), reason, actor, at],
    )
    if (rowCount !== 1) throw accountUnknown(account)
    return result
  })
}

export const accountUnknown = (account: string): ProblemError =>
  new ProblemError({
    code: 'account-unknown',
    message: { zh: `没有账号 ${account}。`, en: `There is no account ${account}.` },
    mend: { zh: '从账号列表里选取。', en: 'Choose from the list of accounts.' },
  })

export const accountExists = (account: string): ProblemError =>
  new ProblemError({
    code: 'account-exists',
    message: { zh: `账号 ${account} 已经有了。`, en: `The account ${account} exists already.` },
    mend: {
      zh: '换一个账号名；停用的账号可以重新启用。',
      en: 'Choose another name; a closed account can be reopened.',
    },
  })

const accountsChanged = (account: string): ProblemError =>
  new ProblemError({
    code: 'account-changed',
    message: { zh: `账号 ${account} 已经是这个状态。`, en: `The account ${account} is in this state already.` },
    mend: { zh: '刷新后查看它现在的状态。', en: 'Reload to see how it stands now.' },
  })

const lastKeeper = (role: string): ProblemError =>
  new ProblemError({
    code: 'last-keeper',
    message:
      role === 'administrator'
        ? { zh: '这是最后一个启用的系统管理员账号。', en: 'This is the last open account of a system administrator.' }
        : { zh: '这是最后一个启用的安全保密员账号。', en: 'This is the last open account of a security officer.' },
    mend: { zh: '先让另一个账号担任，再办理。', en: 'Give the role to another account first.' },
  })

/** Without one of each nobody could be let in any more. */
const needed = ['administrator', 'security-officer'] as const

async function keepersOpen(session: PoolClient): Promise<ReadonlySet<string>> {
  const { rows } = await session.query<{ role: string }>(
    'select distinct role from account where is_open and role = any ($1)',
    [[...needed]],
  )
  return new Set(rows.map(({ role }) => role))
}

/** Changes the row of an account and ends its sessions, unless nobody would be left to keep accounts. */
export async function changeStanding(
  session: PoolClient,
  { account, actor, at }: Pick<ChangeEntry, 'account' | 'actor' | 'at'>,
  change: { readonly role: string } | { readonly isOpen: boolean },
): Promise<void> {
  const before = await keepersOpen(session)
  const [column, value] = 'role' in change ? ['role', change.role] : ['is_open', change.isOpen]
  const { rowCount } = await session.query(
    `update account set ${column} = $2 where account = $1 and ${column} is distinct from $2`,
    [account, value],
  )
  if (rowCount !== 1) {
    const { rowCount: known } = await session.query('select from account where account = $1', [account])
    throw known === 1 ? accountsChanged(account) : accountUnknown(account)
  }
  const after = await keepersOpen(session)
  const lost = needed.find((role) => before.has(role) && !after.has(role))
  if (lost) throw lastKeeper(lost)
  await endSessionsOf(session, { account, by: actor, why: 'role' in change ? 'role' : 'closed', at })
}

export interface Ending {
  readonly account: string
  readonly by: string
  readonly why: string
  readonly at: Date
  /** One that goes on. */
  readonly except?: string | undefined
}

export async function endSessionsOf(session: PoolClient, { account, by, why, at, except }: Ending): Promise<number> {
  const { rowCount } = await session.query(
    `update session set ended_at = $2, ended_by = $3, ended_why = $4
     where account = $1 and ended_at is null and session_id is distinct from $5::uuid`,
    [account, at, by, why, except ?? null],
  )
  return rowCount ?? 0
}
