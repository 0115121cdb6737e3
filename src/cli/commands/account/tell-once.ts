import type { Handed } from '#server/actions/accounts.ts'
import { printJson, say } from '../../output.ts'
import type { Given } from '../command.ts'

/** Prints a password that is kept nowhere. */
export function tellOnce(given: Given, { account, password, until }: Handed): number {
  if (given.values.json === true) printJson({ account, password, until: until.toISOString() })
  else process.stdout.write(`${account} / ${password}\n`)
  const hours = Math.round((until.getTime() - Date.now()) / 3_600_000)
  say(given.language, {
    zh: `这个口令只显示这一次，${hours} 小时内登录并更换。`,
    en: `The password is shown this once; sign in within ${hours} hours and change it.`,
  })
  return 0
}
