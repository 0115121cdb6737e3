import type { Design } from '../design.ts'
import { isMembership } from '../design.ts'
import { solveSmall } from '../small-matrix.ts'
import type { Block } from './conjugate-gradients.ts'
import { type Effects, noEffects } from './random-system.ts'
import type { SortedRows } from './sorted-rows.ts'

/**
 * The sums of a design that a fit needs: cross-products of X, and of the random part with X and with y. `y` is what the least
 * squares fit of X alone leaves, so that nothing large cancels; its coefficients are `leastSquares`.
 */
export interface Moments {
  readonly leastSquares: readonly number[]
  /** Z'WX, one vector for each column of X. */
  readonly zx: Effects
  readonly zy: Effects
  /** X'WX row-major, X'Wy and y'Wy. */
  readonly xx: Float64Array
  readonly xy: Float64Array
  readonly yy: number
}

export function momentsOf(rows: SortedRows): Moments {
  const { design } = rows
  const { fixed, response } = design
  const size = fixed.length
  const xx = new Float64Array(size * size)
  fixed.forEach((a, x) => {
    fixed.slice(0, x + 1).forEach((b, y) => {
      const product = weightedProduct(design, a.values, b.values)
      xx[x * size + y] = product
      xx[y * size + x] = product
    })
  })
  const raw = fixed.map(({ values }) => weightedProduct(design, values, response))
  const leastSquares = solveSmall(xx, raw) ?? raw.map(() => 0)
  const y = Float64Array.from(response)
  fixed.forEach(({ values }, x) => subtract(y, leastSquares[x] as number, values))
  const zx = noEffects(rows, size)
  fixed.forEach(({ values }, x) => addSums(rows, values, zx, x))
  const zy = noEffects(rows, 1)
  addSums(rows, y, zy, 0)
  const xy = Float64Array.from(fixed, ({ values }) => weightedProduct(design, values, y))
  return { leastSquares, zx, zy, xx, xy, yy: weightedProduct(design, y, y) }
}

/** Adds the sums of W v over the levels of every term to one vector of a block. */
function addSums(rows: SortedRows, v: Float64Array, to: Effects, vector: number): void {
  const { design, leafTerm, firstNode } = rows
  const { weights } = design
  design.random.forEach((term, index) => {
    const { width, values }: Block = index === leafTerm ? to.leaf : to.node
    const first = index === leafTerm ? 0 : (firstNode[index] as number)
    for (let row = 0; row < v.length; row += 1) {
      const value = weights ? (weights[row] as number) * (v[row] as number) : (v[row] as number)
      if (!isMembership(term)) {
        const place = (first + (term.codes[row] as number)) * width + vector
        values[place] = (values[place] as number) + value
        continue
      }
      for (let k = term.starts[row] as number; k < (term.starts[row + 1] as number); k += 1) {
        const place = (first + (term.members[k] as number)) * width + vector
        values[place] = (values[place] as number) + (term.shares[k] as number) * value
      }
    }
  })
}

function weightedProduct({ weights }: Design, a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let row = 0; row < a.length; row += 1)
    sum += (weights ? (weights[row] as number) : 1) * (a[row] as number) * (b[row] as number)
  return sum
}

/** y - Xβ - ΣZb, row by row; `b` by term and level. */
export function residualsOf(
  { fixed, random, response }: Design,
  beta: readonly number[],
  b: readonly Float64Array[],
): Float64Array {
  const rest = Float64Array.from(response)
  fixed.forEach(({ values }, x) => subtract(rest, beta[x] as number, values))
  random.forEach((term, index) => {
    const effects = b[index] as Float64Array
    for (let row = 0; row < rest.length; row += 1) {
      let own = 0
      if (!isMembership(term)) own = effects[term.codes[row] as number] as number
      else
        for (let k = term.starts[row] as number; k < (term.starts[row + 1] as number); k += 1)
          own += (term.shares[k] as number) * (effects[term.members[k] as number] as number)
      rest[row] = (rest[row] as number) - own
    }
  })
  return rest
}

function subtract(from: Float64Array, scale: number, values: Float64Array): void {
  for (let row = 0; row < from.length; row += 1) from[row] = (from[row] as number) - scale * (values[row] as number)
}
