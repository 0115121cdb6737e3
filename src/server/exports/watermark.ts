import type { Account } from '../access/account.ts'

/** The hours of the whole country follow Beijing; the server's own clock may be set to another zone. */
const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** Who took a paper out, when, and what for: stands on every page of it. */
export const watermarkOf = (account: Account, now: Date, purpose: string): string =>
  `${account.name.zh}（${account.account}） ${beijing.format(now)} ${purpose.trim()}`
