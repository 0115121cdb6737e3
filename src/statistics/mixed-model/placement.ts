import { isMembership, type RandomTerm } from './design.ts'

/** Where a level stands in the equations: its node, or -1 - leaf. */
export type Standing = Int32Array

/** A term of the random part with standings in place of levels, entry by entry: Z_k as triplets (row, place, share). */
export interface PlacedTerm {
  readonly places: Int32Array
  /** A factor has none: its entry i belongs to row i with share 1. */
  readonly membership?: {
    readonly starts: Int32Array
    readonly rowOf: Int32Array
    readonly shares: Float64Array
  }
}

export function placeTerm(term: RandomTerm, standing: Standing): PlacedTerm {
  if (!isMembership(term)) return { places: term.codes.map((level) => standing[level] as number) }
  const { starts, shares } = term
  const rowOf = new Int32Array(term.members.length)
  for (let row = 0; row + 1 < starts.length; row += 1) rowOf.fill(row, starts[row], starts[row + 1])
  const places = term.members.map((level) => standing[level] as number)
  return { places, membership: { starts, rowOf, shares } }
}

/** Adds Z'v to the values of leaves and nodes. */
export function addMoments(
  { places, membership }: PlacedTerm,
  v: Float64Array,
  leaf: Float64Array,
  node: Float64Array,
): void {
  for (let entry = 0; entry < places.length; entry += 1) {
    const place = places[entry] as number
    const value = membership
      ? (membership.shares[entry] as number) * (v[membership.rowOf[entry] as number] as number)
      : (v[entry] as number)
    if (place < 0) leaf[-1 - place] = (leaf[-1 - place] as number) + value
    else node[place] = (node[place] as number) + value
  }
}

/** Adds sign · Z b to the rows. */
export function addEffects(
  { places, membership }: PlacedTerm,
  leaf: Float64Array,
  node: Float64Array,
  sign: 1 | -1,
  rows: Float64Array,
): void {
  for (let entry = 0; entry < places.length; entry += 1) {
    const place = places[entry] as number
    const effect = (place < 0 ? leaf[-1 - place] : node[place]) as number
    const row = membership ? (membership.rowOf[entry] as number) : entry
    const share = membership ? (membership.shares[entry] as number) : 1
    rows[row] = (rows[row] as number) + sign * share * effect
  }
}

/** Pairs of places that share a row, with the product of their shares (times the weight of the row, if there are weights). */
export interface SharedRows {
  readonly a: Int32Array
  readonly b: Int32Array
  /** Undefined where every product is 1. */
  readonly products: Float64Array | undefined
}

/** Every pair of entries of two terms that share a row; of a term with itself, every pair once. */
export function sharedRows(one: PlacedTerm, other: PlacedTerm, weights: Float64Array | undefined): SharedRows {
  if (!one.membership && !other.membership) return { a: one.places, b: other.places, products: weights }
  const rows = one.membership ? one.membership.starts.length - 1 : one.places.length
  const isSame = one === other
  let pairs = 0
  for (let row = 0; row < rows; row += 1) {
    const own = lastEntry(one, row) - firstEntry(one, row)
    pairs += isSame ? (own * (own - 1)) / 2 : own * (lastEntry(other, row) - firstEntry(other, row))
  }
  const a = new Int32Array(pairs)
  const b = new Int32Array(pairs)
  const products = new Float64Array(pairs)
  let pair = 0
  for (let row = 0; row < rows; row += 1) {
    const weight = weights ? (weights[row] as number) : 1
    for (let i = firstEntry(one, row); i < lastEntry(one, row); i += 1) {
      const share = weight * shareOf(one, i)
      for (let j = isSame ? i + 1 : firstEntry(other, row); j < lastEntry(other, row); j += 1) {
        a[pair] = one.places[i] as number
        b[pair] = other.places[j] as number
        products[pair] = share * shareOf(other, j)
        pair += 1
      }
    }
  }
  return { a, b, products }
}

const firstEntry = ({ membership }: PlacedTerm, row: number): number =>
  membership ? (membership.starts[row] as number) : row

const lastEntry = ({ membership }: PlacedTerm, row: number): number =>
  membership ? (membership.starts[row + 1] as number) : row + 1

const shareOf = ({ membership }: PlacedTerm, entry: number): number =>
  membership ? (membership.shares[entry] as number) : 1
