/** Slows down the guessing of passwords and codes; kept in the records, so that another process or a restart helps nobody. */
import type { AccountStore } from '#records/index.ts'
import type { AccessSettings } from './settings.ts'

/** From where an attempt comes: the address, and which of the browsers it is that signed in to the account before. */
export interface Whence {
  readonly address: string
  readonly knownBrowser?: string | undefined
}

export interface Throttle {
  /**
   * Asks whether an attempt at an account may be made now, and counts it as failed from this moment. An account that is
   * not there is counted like one that is. A known browser is counted by itself: whoever guesses elsewhere keeps nobody out.
   */
  attempt(account: string, from: Whence): Promise<Held | undefined>
  passed(account: string, from: Whence): Promise<void>
  /** Nothing is held against the account any more. */
  release(account: string): Promise<void>
  /** Those of these accounts that are locked, and until when. */
  locked(accounts: readonly string[]): Promise<ReadonlyMap<string, Date>>
}

/** Why an attempt may not be made now: the milliseconds left, and whether the whole account is locked. */
export interface Held {
  readonly waitMs: number
  readonly isLocked: boolean
}

const lockKey = (account: string): string => `account\n${account}`

const keysOf = (
  account: string,
  { address, knownBrowser }: Whence,
): { readonly whole: string; readonly pair: string } =>
  knownBrowser === undefined
    ? { whole: lockKey(account), pair: `pair\n${account}\n${address}` }
    : { whole: `browser\n${account}\n${knownBrowser}`, pair: `browser pair\n${account}\n${knownBrowser}` }

export function createThrottle(
  store: AccountStore,
  settings: () => Promise<AccessSettings>,
  now: () => number,
): Throttle {
  return {
    async attempt(account, from) {
      const { waits, lock } = await settings()
      const keys = keysOf(account, from)
      const at = new Date(now())
      const locked = (await store.readWaits([keys.whole], at)).get(keys.whole)
      if (locked) return { waitMs: locked.getTime() - at.getTime(), isLocked: true }
      const pair = await store.attempt({ key: keys.pair, name: account, waits, at })
      if (pair.wait > 0) return { waitMs: pair.wait, isLocked: false }
      const whole = await store.attempt({ key: keys.whole, name: account, waits: lock, at })
      if (whole.wait > 0) return { waitMs: whole.wait, isLocked: true }
      return undefined
    },
    passed: (account, from) => store.forgetGuesses(Object.values(keysOf(account, from))),
    release: (account) => store.forgetGuessesOf(account),
    async locked(accounts) {
      const waits = await store.readWaits(accounts.map(lockKey), new Date(now()))
      return new Map([...waits].map(([key, until]) => [key.slice(lockKey('').length), until]))
    },
  }
}
