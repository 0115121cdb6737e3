export interface WrongCodes {
  /** Seconds until this address may try again; 0 = now. */
  wait(address: string, most: number, minutes: number): number
  add(address: string): void
}

/**
 * Counts wrong codes by address over the last minutes, in memory alone. A hall full of voters shares one address, so right
 * codes cost nothing and the limit is a place's to set; a code is too long to be found within it.
 */
export function createWrongCodes(now: () => number = Date.now): WrongCodes {
  const moments = new Map<string, number[]>()
  return {
    wait(address, most, minutes) {
      const since = now() - minutes * 60_000
      for (const [known, times] of moments) {
        const recent = times.filter((time) => time > since)
        if (recent.length === 0) moments.delete(known)
        else moments.set(known, recent)
      }
      const recent = moments.get(address) ?? []
      const first = recent[recent.length - most]
      return first === undefined ? 0 : Math.ceil((first - since) / 1000)
    },
    add(address) {
      moments.set(address, [...(moments.get(address) ?? []), now()])
    },
  }
}
