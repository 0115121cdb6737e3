import { type Covariate, dot, independentColumns } from '../mixed-model/design.ts'
import { solveSmall } from '../mixed-model/small-matrix.ts'
import type { Matches } from './matches.ts'
import { type Effects, fitted, solveTwoWay, sumsOf } from './two-way.ts'

/** Of a column, what persons and units do not explain must be more than this share of its squares to count. */
const leastShare = 1e-10

export interface Partialled {
  readonly response: Float64Array
  readonly slopes: readonly { readonly name: string; readonly estimate: number }[]
  /** Covariates that persons, units and the covariates before them explain already. */
  readonly dropped: readonly string[]
}

/** The response without the covariates, whose slopes are those of least squares with person and unit effects. */
export function partialOut(matches: Matches, response: Float64Array, covariates: readonly Covariate[]): Partialled {
  const within = covariates.flatMap(({ name, values }) => {
    const own = residualsOf(matches, values, effectsOf(matches, values))
    return dot(own, own) > leastShare * dot(values, values) ? [{ name, values: own }] : []
  })
  const columns = independentColumns(within)
  const size = columns.length
  const products = new Float64Array(size * size)
  columns.forEach((a, row) => {
    columns.slice(0, row + 1).forEach((b, column) => {
      const product = dot(a.values, b.values)
      products[row * size + column] = product
      products[column * size + row] = product
    })
  })
  const solution = solveSmall(
    products,
    columns.map(({ values }) => dot(values, response)),
  )
  const slopes = columns.map(({ name }, index) => ({ name, estimate: solution?.[index] ?? 0 }))
  const rest = Float64Array.from(response)
  for (const { name, estimate } of slopes) {
    const values = covariates.find((column) => column.name === name)?.values ?? new Float64Array(0)
    values.forEach((value, row) => {
      rest[row] = (rest[row] as number) - estimate * value
    })
  }
  const kept = new Set(columns.map(({ name }) => name))
  return { response: rest, slopes, dropped: covariates.flatMap(({ name }) => (kept.has(name) ? [] : [name])) }
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
