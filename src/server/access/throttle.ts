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
   * not there is counted like one that is. All that one address tries counts together too, so that one password is not
   * tried on many accounts. A known browser is counted by itself: whoever guesses elsewhere keeps nobody out.
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

interface Keys {
  readonly whole: string
  readonly pair: string
  /** Undefined for a known browser, which shares its address with others. */
  readonly origin?: string
}

const keysOf = (account: string, { address, knownBrowser }: Whence): Keys =>
  knownBrowser === undefined
    ? { whole: lockKey(account), pair: `pair\n${account}\n${address}`, origin: `address\n${address}` }
    : { whole: `browser\n${account}\n${knownBrowser}`, pair: `browser pair\n${account}\n${knownBrowser}` }

export function createThrottle(
  store: AccountStore,
  settings: () => Promise<AccessSettings>,
  now: () => number,
): Throttle {
  return {
    async attempt(account, from) {
      const { waits, lock, address } = await settings()
      const keys = keysOf(account, from)
      const at = new Date(now())
      const left = (until: Date): number => until.getTime() - at.getTime()
      const held = await store.readWaits(keys.origin === undefined ? [keys.whole] : [keys.whole, keys.origin], at)
      const [locked, crowded] = [held.get(keys.whole), held.get(keys.origin ?? '')]
      if (locked) return { waitMs: left(locked), isLocked: true }
      if (crowded) return { waitMs: left(crowded), isLocked: false }
      const pair = await store.attempt({ key: keys.pair, name: account, waits, at })
      if (pair.wait > 0) return { waitMs: pair.wait, isLocked: false }
      const origin = keys.origin && (await store.attempt({ key: keys.origin, name: keys.origin, waits: address, at }))
      if (origin && origin.wait > 0) return { waitMs: origin.wait, isLocked: false }
      const whole = await store.attempt({ key: keys.whole, name: account, waits: lock, at })
      if (whole.wait > 0) return { waitMs: whole.wait, isLocked: true }
      return undefined
    },
    passed(account, from) {
      const { whole, pair, origin } = keysOf(account, from)
      return store.forgetGuesses([whole, pair], origin === undefined ? undefined : { of: pair, to: origin })
    },
    release: (account) => store.forgetGuessesOf(account),
    async locked(accounts) {
      const waits = await store.readWaits(accounts.map(lockKey), new Date(now()))
      return new Map([...waits].map(([key, until]) => [key.slice(lockKey('').length), until]))
    },
  }
}
