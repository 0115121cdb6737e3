import { randomBytes } from 'node:crypto'
import type { Text } from '#domain/text.ts'
import { hashPassword, verifyPassword } from './password.ts'
import type { Role } from './permission.ts'

/** Somebody who may sign in. The password is held only as its Argon2id string. */
export interface Account {
  readonly account: string
  readonly name: Text
  readonly office: Text
  readonly role: Role
  readonly passwordHash: string
}

const people: readonly Omit<Account, 'passwordHash'>[] = [
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
]

export interface DemoAccount {
  readonly account: string
  readonly password: string
  readonly office: Text
}

/** The accounts of a demonstration, with the passwords to print once. A password is made up unless one is given. */
export async function demoAccounts(
  password?: string,
): Promise<{ accounts: readonly Account[]; printed: readonly DemoAccount[] }> {
  const known = people.map((person) => ({ person, password: password ?? randomBytes(9).toString('base64url') }))
  const accounts = await Promise.all(
    known.map(async ({ person, password }) => ({ ...person, passwordHash: await hashPassword(password) })),
  )
  return {
    accounts,
    printed: known.map(({ person, password }) => ({ account: person.account, password, office: person.office })),
  }
}

/** Finds the account for a name and password; an unknown name takes as long as a wrong password. */
export function gatekeeper(
  accounts: readonly Account[],
): (name: string, password: string) => Promise<Account | undefined> {
  const byName = new Map(accounts.map((account) => [account.account, account]))
  const nobody = hashPassword(randomBytes(16).toString('hex'))
  return async (name, password) => {
    const account = byName.get(name)
    const matches = await verifyPassword(password, account?.passwordHash ?? (await nobody))
    return matches ? account : undefined
  }
}
