import type { Account } from '../access/account.ts'

/** The hours of the whole country follow Beijing; the server's own clock may be set to another zone. */
const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** @example beijingMinute(new Date('2026-11-22T16:30:00Z')) // '2026-11-23 00:30' */
export const beijingMinute = (at: Date): string => beijing.format(at)

/** Who took a paper out, when, and what for: stands on every page of it. */
export const watermarkOf = (account: Account, now: Date, purpose: string): string =>
  `${account.name.zh}（${account.account}） ${beijingMinute(now)} ${purpose.trim()}`
