/** Accounts from the shell of the machine: the first three keepers, and the way back in where all of them are locked out. */
import { randomBytes } from 'node:crypto'
import { type AccountRole, accountPattern, accountRoles, isKeeper, keepers } from '#domain/account.ts'
import { dateCode } from '#domain/calendar.ts'
import { type Problem, ProblemError } from '#domain/problem.ts'
import { loadRuleBook } from '#policy/index.ts'
import { openRecords, type Records, type StoredAccount } from '#records/index.ts'
import { hashPassword } from '../access/password.ts'
import { accessSettings } from '../access/settings.ts'

type Place = { readonly databaseUrl: string } | { readonly dataFolder: string }

/** Who it is that sits at the shell; the name of the account of the machine. */
export interface AtShell {
  readonly place: Place
  readonly by: string
}

export interface KeeperOpening {
  readonly account: string
  /** As the person is called; the account where left out. */
  readonly name?: string
  readonly role: string
}

export interface Handed {
  readonly account: string
  readonly password: string
  readonly until: Date
}

/**
 * Opens the account of one of the three keepers, with a password to be changed at the first sign-in. All other accounts
 * are opened and granted in the workbench, by two people.
 * @throws ProblemError `role-not-of-the-shell`, `account-name`, `account-exists`
 */
export async function openKeeper({ account, name, role }: KeeperOpening, shell: AtShell): Promise<Handed> {
  const keeper = accountRoles.find((one) => one === role)
  if (!keeper || !isKeeper(keeper)) throw new ProblemError(notOfTheShell(role))
  if (!accountPattern.test(account)) throw new ProblemError(badName(account))
  return withRecords(shell, async (records) => {
    const handed = await madeUp(records)
    const called = name ?? account
    const opening = {
      account,
      name: { zh: called, en: called },
      office: officeOf(keeper),
      role: keeper,
      password: handed.stored,
    }
    await records.accounts.openAccount(opening, { actor: 'system', at: new Date(), reason: `命令行（${shell.by}）` })
    return { account, ...handed.told }
  })
}

/** @throws ProblemError `account-unknown`, `not-a-keeper` */
export function handOneTimePassword(account: string, shell: AtShell): Promise<Handed> {
  return withRecords(shell, async (records) => {
    const held = (await records.accounts.readAccounts()).find((one) => one.account === account)
    if (held && !isKeeper(held.role)) throw new ProblemError(notAKeeper(account))
    const handed = await madeUp(records)
    const act = { actor: 'system', at: new Date(), reason: `命令行（${shell.by}）` }
    await records.accounts.resetPassword({ account, password: handed.stored, keep: handed.keep, keepsRole: true }, act)
    await records.accounts.resetFactors(account, act)
    await records.accounts.forgetGuessesOf(account)
    return { account, ...handed.told }
  })
}

export const listAccounts = (shell: AtShell): Promise<readonly StoredAccount[]> =>
  withRecords(shell, (records) => records.accounts.readAccounts())

async function withRecords<T>({ place }: AtShell, use: (records: Records) => Promise<T>): Promise<T> {
  const records = await openRecords(place)
  try {
    return await use(records)
  } finally {
    await records.close()
  }
}

async function madeUp(records: Records) {
  const book = loadRuleBook().with(await records.readLocalRules(), { settled: true })
  const now = new Date()
  const today = dateCode(now.getFullYear(), now.getMonth() + 1, now.getDate())
  const { passwords } = accessSettings(book, today)
  const password = randomBytes(12).toString('base64url')
  const until = new Date(now.getTime() + passwords.oneTimeMs)
  return {
    stored: { hash: await hashPassword(password), oneTimeUntil: until },
    told: { password, until },
    keep: passwords.remembered,
  }
}

const offices: Partial<Record<AccountRole, StoredAccount['office']>> = {
  administrator: { zh: '系统管理', en: 'System administration' },
  'security-officer': { zh: '安全保密', en: 'Security' },
  auditor: { zh: '安全审计', en: 'Audit' },
}
const officeOf = (role: AccountRole): StoredAccount['office'] => offices[role] ?? { zh: '', en: '' }

const notOfTheShell = (role: string): Problem => ({
  code: 'role-not-of-the-shell',
  message: { zh: `命令行不能开 ${role} 账号。`, en: `The shell opens no account with the role ${role}.` },
  mend: {
    zh: `--role 写 ${keepers.join('、')} 之一；其他账号在工作台里由系统管理员开、安全保密员授权。`,
    en: `Give --role as one of ${keepers.join(', ')}; other accounts are opened in the workbench by the administrator and granted by the security officer.`,
  },
})

const notAKeeper = (account: string): Problem => ({
  code: 'not-a-keeper',
  message: { zh: `${account} 不是三员账号。`, en: `${account} is none of the three keepers.` },
  mend: {
    zh: '由系统管理员在工作台里发放一次性口令。',
    en: 'The administrator hands out a one-time password in the workbench.',
  },
})

const badName = (account: string): Problem => ({
  code: 'account-name',
  message: { zh: `账号名「${account}」不能用。`, en: `"${account}" cannot be the name of an account.` },
  mend: {
    zh: '用小写字母、数字和 . _ -，以字母或数字开头和结尾，不超过 64 个字符。',
    en: 'Use small letters, figures and . _ -, beginning and ending with a letter or figure, 64 characters at most.',
  },
})
