/** The accounts of a demonstration: one of each role, in an invented city. */
import { randomBytes } from 'node:crypto'
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { grantAccess, grantedClasses, type Records, readGrants } from '#records/index.ts'
import type { Account } from './account.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { isOfDepartment } from './permission.ts'

const people: readonly Omit<Account, 'isOpen' | 'isDemo'>[] = [
  {
    account: 'officer',
    name: { zh: '林晓舟', en: 'Lin Xiaozhou' },
    office: { zh: '干部科', en: 'Cadre section' },
    role: 'officer',
  },
  {
    account: 'head',
    name: { zh: '周明远', en: 'Zhou Mingyuan' },
    office: { zh: '部领导', en: 'Head of department' },
    role: 'head',
  },
  {
    account: 'colleague',
    name: { zh: '许文静', en: 'Xu Wenjing' },
    office: { zh: '干部科', en: 'Cadre section' },
    role: 'officer',
  },
  {
    account: 'cadre',
    name: { zh: '干部本人', en: 'A cadre' },
    office: { zh: '本人查阅', en: 'Own record' },
    role: 'cadre',
  },
  {
    account: 'source',
    name: { zh: '审计联络员', en: 'Audit liaison' },
    office: { zh: '来源部门', en: 'Source department' },
    role: 'source',
  },
  {
    account: 'admin',
    name: { zh: '系统管理员', en: 'System administrator' },
    office: { zh: '系统管理', en: 'System administration' },
    role: 'administrator',
  },
  {
    account: 'security',
    name: { zh: '安全保密员', en: 'Security officer' },
    office: { zh: '安全保密', en: 'Security' },
    role: 'security-officer',
  },
  {
    account: 'auditor',
    name: { zh: '安全审计员', en: 'Auditor' },
    office: { zh: '安全审计', en: 'Audit' },
    role: 'auditor',
  },
]

export interface DemoAccount {
  readonly account: string
  readonly password: string
  readonly office: Text
}

/**
 * Opens the accounts of a demonstration where they are not there yet, all with this password, or one made up for each at
 * every start; answers what to print. @throws ProblemError `demo-beside-accounts` where people have accounts here that no
 * demonstration opened.
 */
export async function openDemo(
  records: Records,
  password: string | undefined,
  at: Date,
): Promise<readonly DemoAccount[]> {
  const { accounts } = records
  const held = await accounts.readAccounts()
  // What the keepers of a demonstration opened in it belongs to it.
  if (held.length > 0 && !held.some(({ isDemo }) => isDemo)) throw demoBesideAccounts()
  const printed = people.map(({ account, office }) => ({
    account,
    office,
    password: password ?? randomBytes(9).toString('base64url'),
  }))
  const openings = await Promise.all(
    people.map(async (person, index) => {
      const own = printed[index]?.password ?? ''
      const [held] = (await accounts.readCredentials(person.account)).passwords
      if (held && (await verifyPassword(own, held.hash))) return []
      return [{ ...person, password: { hash: await hashPassword(own) } }]
    }),
  )
  if (openings.flat().length > 0) await accounts.openDemoAccounts(openings.flat(), at)
  await grantAll(records)
  return printed
}

/** Whoever works in the invented department sees everybody in it, but for what rights were ever changed there. */
async function grantAll(records: Records): Promise<void> {
  const ruled = new Set((await readGrants(records.database)).map(({ account }) => account))
  const purpose = '演示'
  for (const { account, role } of people) {
    if (!isOfDepartment(role) || ruled.has(account)) continue
    await grantAccess(records, { account, classes: grantedClasses, purpose, basis: '虚构城市' }, 'security')
  }
}

const demoBesideAccounts = (): ProblemError =>
  new ProblemError({
    code: 'demo-beside-accounts',
    message: {
      zh: '这里已有正式账号，不能再开演示账号。',
      en: 'People have accounts here: no demo accounts are opened beside them.',
    },
    mend: { zh: '去掉 --demo-password，用自己的账号登录。', en: 'Leave out --demo-password and sign in as yourself.' },
  })
