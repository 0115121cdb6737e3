import { type Covariate, dot } from '../mixed-model/design.ts'
import { solveSmall } from '../mixed-model/small-matrix.ts'
import type { Matches } from './matches.ts'
import { type Effects, fitted, solveTwoWay, sumsOf } from './two-way.ts'

/** Of a column, what persons, units and the columns before it do not explain must be more than this share of its squares. */
const leastShare = 1e-10

export interface Partialled {
  readonly response: Float64Array
  readonly slopes: readonly { readonly name: string; readonly estimate: number }[]
  /** Covariates that persons, units and the covariates before them explain already. */
  readonly dropped: readonly string[]
}

/** The response without the covariates, whose slopes are those of least squares with person and unit effects. */
export function partialOut(matches: Matches, response: Float64Array, covariates: readonly Covariate[]): Partialled {
  const within = covariates.map(({ values }) => residualsOf(matches, values, effectsOf(matches, values)))
  const products = crossProducts(within)
  const kept = independent(
    products,
    covariates.map(({ values }) => dot(values, values)),
  )
  const solution = solveSmall(
    Float64Array.from(kept.flatMap((a) => kept.map((b) => products[a * within.length + b] as number))),
    kept.map((index) => dot(within[index] as Float64Array, response)),
  )
  const rest = Float64Array.from(response)
  const slopes = kept.map((index, place) => {
    const { name, values } = covariates[index] as Covariate
    const estimate = solution?.[place] ?? 0
    values.forEach((value, row) => {
      rest[row] = (rest[row] as number) - estimate * value
    })
    return { name, estimate }
  })
  const dropped = covariates.flatMap(({ name }, index) => (kept.includes(index) ? [] : [name]))
  return { response: rest, slopes, dropped }
}

function crossProducts(columns: readonly Float64Array[]): Float64Array {
  const size = columns.length
  const products = new Float64Array(size * size)
  columns.forEach((a, row) => {
    columns.slice(0, row + 1).forEach((b, column) => {
      const product = dot(a, b)
      products[row * size + column] = product
      products[column * size + row] = product
    })
  })
  return products
}

/** The columns of which more is left, beside those before them, than a share of their squares: Cholesky with omissions. */
function independent(products: Float64Array, squares: readonly number[]): number[] {
  const size = squares.length
  const kept: number[] = []
  const factor: Float64Array[] = []
  squares.forEach((square, column) => {
    const own = new Float64Array(kept.length + 1)
    let rest = products[column * (size + 1)] as number
    kept.forEach((earlier, place) => {
      const row = factor[place] as Float64Array
      const value = (products[column * size + earlier] as number) - dot(row.subarray(0, place), own)
      own[place] = value / (row[place] as number)
      rest -= (own[place] as number) ** 2
    })
    if (!(rest > leastShare * square)) return
    own[kept.length] = Math.sqrt(rest)
    kept.push(column)
    factor.push(own)
  })
  return kept
}

/** Person and unit effects by least squares. */
export function effectsOf(matches: Matches, values: Float64Array): Effects {
  const sums = new Float64Array(matches.unit.length)
  values.forEach((value, row) => {
    const match = matches.ofRow[row] as number
    sums[match] = (sums[match] as number) + value
  })
  return solveTwoWay(matches, sumsOf(matches, { width: 1, values: sums }))
}

export function residualsOf(matches: Matches, values: Float64Array, effects: Effects): Float64Array {
  const means = fitted(matches, effects).values
  return values.map((value, row) => value - (means[matches.ofRow[row] as number] as number))
}
