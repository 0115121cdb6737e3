/**
 * A browser that has signed in to an account carries a mark of it ("device cookie", OWASP: Slow Down Online Guessing Attacks
 * with Device Cookies). The mark opens nothing: its attempts are counted by themselves, so that strangers who lock the account
 * do not lock its owner out.
 */
import { randomBytes } from 'node:crypto'
import type { Sealing } from './sealing.ts'

const owner = (account: string): string => `browser\n${account}`

export const newMark = (sealing: Sealing, account: string): string =>
  sealing.seal(randomBytes(16), owner(account)).toString('base64url')

/** Which browser of the account it is; undefined where the mark is none of ours, or of another account. */
export const browserOf = (sealing: Sealing, mark: string | undefined, account: string): string | undefined =>
  mark === undefined || mark.length > 200
    ? undefined
    : sealing.open(Buffer.from(mark, 'base64url'), owner(account))?.toString('hex')
