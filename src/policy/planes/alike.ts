/** Things alike in the facts that matter are looked at once. */

export interface Alike {
  /** The class of each thing. */
  readonly classOf: Int32Array
  /** The first thing of each class. */
  readonly first: readonly number[]
}

/**
 * Sorts things into classes by values compared with ===.
 * @example alikeBy(3, [(i) => seats[i].level]).first.length
 */
export function alikeBy(size: number, facts: readonly ((item: number) => unknown)[]): Alike {
  let classOf = new Int32Array(size)
  let first: number[] = size === 0 ? [] : [0]
  for (const fact of facts) {
    const known = new Map<unknown, Map<number, number>>()
    const finer = new Int32Array(size)
    const firstOfFiner: number[] = []
    for (let item = 0; item < size; item += 1) {
      const value = fact(item)
      let byClass = known.get(value)
      if (!byClass) {
        byClass = new Map()
        known.set(value, byClass)
      }
      const coarse = classOf[item] ?? 0
      let found = byClass.get(coarse)
      if (found === undefined) {
        found = firstOfFiner.push(item) - 1
        byClass.set(coarse, found)
      }
      finer[item] = found
    }
    classOf = finer
    first = firstOfFiner
  }
  return { classOf, first }
}

/** Items in groups of one value each, with the items of each group at hand. */
export interface Groups {
  readonly classOf: Int32Array
  /** The items of group `g` are `items[starts[g] .. starts[g + 1])`. */
  readonly starts: Int32Array
  readonly items: Int32Array
}

export function groupsOf(classOf: Int32Array, count: number): Groups {
  const starts = new Int32Array(count + 1)
  for (const found of classOf) starts[found + 1] = (starts[found + 1] ?? 0) + 1
  for (let group = 1; group <= count; group += 1) starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0)
  const next = starts.slice()
  const items = new Int32Array(classOf.length)
  for (let item = 0; item < classOf.length; item += 1) {
    const group = classOf[item] ?? 0
    const place = next[group] ?? 0
    items[place] = item
    next[group] = place + 1
  }
  return { classOf, starts, items }
}
