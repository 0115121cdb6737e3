import { type Covariate, DesignError, type Factor, independentColumns, intercept } from '../mixed-model/design.ts'

/** Ordered categories, explained by covariates and crossed random intercepts. */
export interface OrdinalDesign {
  /** The category of each observation, 0 … categories - 1; every category occurs. */
  readonly response: Int32Array
  readonly categories: number
  /** Without an intercept: the thresholds stand for it. */
  readonly fixed: readonly Covariate[]
  readonly random: readonly Factor[]
}

/**
 * Categories from numbers: the values that occur, in ascending order.
 *
 * @example ordinalResponse([3, 5, 3]) // { response: [0, 1, 0], categories: 2, labels: [3, 5] }
 */
export function ordinalResponse(values: ArrayLike<number>): {
  response: Int32Array
  categories: number
  labels: readonly number[]
} {
  const labels = [...new Set(Array.from(values))].sort((a, b) => a - b)
  const codeOf = new Map(labels.map((label, code) => [label, code]))
  const response = Int32Array.from(values, (value) => codeOf.get(value) ?? -1)
  return { response, categories: labels.length, labels }
}

/** Throws a DesignError for what no fit can mend. */
export function checkOrdinalDesign({ response, categories, fixed, random }: OrdinalDesign): void {
  const rows = response.length
  if (new Set(response).size < 2) throw new DesignError('constant', 'response')
  if (new Set(response).size < categories) throw new RangeError('invariant: a category does not occur')
  if (rows <= fixed.length + random.length + categories - 1) throw new DesignError('too-few-rows', String(rows))
  for (const column of fixed)
    if (!column.values.every(Number.isFinite)) throw new DesignError('not-finite', column.name)
  for (const { name, levels } of random) {
    if (levels < 2) throw new DesignError('single-level', name)
    if (levels >= rows) throw new DesignError('level-per-row', name)
  }
  const kept = independentColumns([intercept(rows), ...fixed])
  const dependent = fixed.find((column) => !kept.includes(column))
  if (dependent) throw new DesignError('collinear', dependent.name)
}
