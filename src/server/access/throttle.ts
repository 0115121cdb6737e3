/** Attempts in a row that are free, and the wait after that: it doubles with each, up to the longest. */
export const freeAttempts = 5
const firstWait = 30_000
const longestWait = 15 * 60_000
const mostRemembered = 10_000

export interface Throttle {
  /**
   * Milliseconds to wait before an attempt under this key may be made; 0 = it may be made now, and it is counted as
   * failed from this moment, so that attempts made at the same time count too.
   */
  attempt(key: string): number
  passed(key: string): void
}

/** Slows down the guessing of passwords. A key is an account at an address; `now` gives milliseconds. */
export function createThrottle(now: () => number = Date.now): Throttle {
  const attempts = new Map<string, { failures: number; until: number }>()
  const remember = (key: string, failures: number): void => {
    attempts.delete(key)
    const wait = failures < freeAttempts ? 0 : Math.min(longestWait, firstWait * 2 ** (failures - freeAttempts))
    attempts.set(key, { failures, until: now() + wait })
    const [oldest] = attempts.keys()
    if (attempts.size > mostRemembered && oldest !== undefined) attempts.delete(oldest)
  }
  return {
    attempt(key) {
      const held = attempts.get(key)
      if (held && held.until > now()) return held.until - now()
      const forgiven = held !== undefined && held.until + longestWait < now()
      remember(key, forgiven ? 1 : (held?.failures ?? 0) + 1)
      return 0
    },
    passed(key) {
      attempts.delete(key)
    },
  }
}
