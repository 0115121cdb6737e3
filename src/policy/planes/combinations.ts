/**
 * Sets that grow one item at a time, each kept once: a million pairs share a few hundred lists of reasons.
 * State 0 is the empty set.
 */
export interface Combinations {
  readonly add: (state: number, item: string) => number
  readonly items: (state: number) => readonly string[]
}

export function combinations(): Combinations {
  const sets: (readonly string[])[] = [[]]
  const stateOf = new Map<string, number>([['', 0]])
  const steps = new Map<string, Map<number, number>>()
  return {
    items: (state) => sets[state] ?? [],
    add(state, item) {
      let next = steps.get(item)
      if (!next) {
        next = new Map()
        steps.set(item, next)
      }
      const known = next.get(state)
      if (known !== undefined) return known
      const before = sets[state] ?? []
      const after = before.includes(item) ? before : [...before, item]
      const key = after.join('\n')
      const found = stateOf.get(key) ?? sets.push(after) - 1
      stateOf.set(key, found)
      next.set(state, found)
      return found
    },
  }
}
