/** A set of places as bits: sets of a hundred thousand are joined and counted in microseconds. */
export type PlaceSet = Uint32Array

const bits = 32

/** @example countIn(setOf(Uint32Array.of(1, 40), 100)) // 2 */
export function setOf(places: Uint32Array, size: number): PlaceSet {
  const set = new Uint32Array(Math.ceil(size / bits))
  for (const place of places) set[place >>> 5] = (set[place >>> 5] ?? 0) | (1 << (place & 31))
  return set
}

/** Places that are in all of them; undefined for no set at all, which is everybody. */
export function joint(sets: readonly PlaceSet[]): PlaceSet | undefined {
  const [first, ...rest] = sets
  if (first === undefined || rest.length === 0) return first
  const set = first.slice()
  for (const other of rest) {
    for (let word = 0; word < set.length; word += 1) set[word] = (set[word] ?? 0) & (other[word] ?? 0)
  }
  return set
}

export function countIn(set: PlaceSet): number {
  let count = 0
  for (let word = 0; word < set.length; word += 1) count += ones(set[word] ?? 0)
  return count
}

export function countOfBoth(a: PlaceSet, b: PlaceSet): number {
  let count = 0
  for (let word = 0; word < a.length; word += 1) count += ones((a[word] ?? 0) & (b[word] ?? 0))
  return count
}

/** Ones of a word, added up in pairs, fours and bytes. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** All places in an order, and the rank of each in it. */
export interface Order {
  readonly places: Uint32Array
  readonly ranks: Uint32Array
}

export function orderOf(places: Uint32Array, size: number): Order {
  const ranks = new Uint32Array(size)
  for (let rank = 0; rank < places.length; rank += 1) ranks[places[rank] ?? 0] = rank
  return { places, ranks }
}

/**
 * Of an order, the members of a set from `offset` on, at most `limit`; `count` is how many they are. Many are met early on the
 * way through the order, few are sorted by their rank.
 */
export function sliceOf(
  { places, ranks }: Order,
  set: PlaceSet | undefined,
  count: number,
  offset: number,
  limit: number,
): readonly number[] {
  if (set === undefined) return [...places.subarray(offset, offset + limit)]
  const isQuickerSorted = 16 * count * count < places.length * (offset + limit)
  if (isQuickerSorted) {
    const sorted = ranksIn(set, ranks, count)
      .sort()
      .subarray(offset, offset + limit)
    return Array.from(sorted, (rank) => places[rank] ?? 0)
  }
  const found: number[] = []
  let passed = 0
  for (let rank = 0; rank < places.length && found.length < limit; rank += 1) {
    const place = places[rank] ?? 0
    if ((((set[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 0) continue
    if (passed >= offset) found.push(place)
    passed += 1
  }
  return found
}

function ranksIn(set: PlaceSet, ranks: Uint32Array, count: number): Uint32Array {
  const found = new Uint32Array(count)
  let at = 0
  for (let word = 0; word < set.length; word += 1) {
    for (let left = set[word] ?? 0; left !== 0; left &= left - 1) {
      found[at] = ranks[word * bits + 31 - Math.clz32(left & -left)] ?? 0
      at += 1
    }
  }
  return found
}
