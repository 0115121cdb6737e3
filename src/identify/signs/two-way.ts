/**
 * value = row + column + error, fitted so that single wild values count little (Huber 1964, weights at two scales). Rows are
 * compared only inside one connected component, where their effects sum to nothing.
 */
import { connectedComponents } from '#statistics/index.ts'

export interface TwoWayFit {
  /** By row: what it stands above the other rows of its component. */
  readonly effects: Float64Array
  /** By row: how many observations its effect is worth, when a column seen with few rows says little. */
  readonly information: Float64Array
  /** By row: the smallest row of its component. */
  readonly component: Int32Array
  readonly residualSquares: number
  readonly freedom: number
}

const sweeps = 25
const wild = 2

export interface Cells {
  readonly rows: Int32Array
  readonly columns: Int32Array
  readonly values: Float64Array
  readonly rowCount: number
  readonly columnCount: number
}

export function fitTwoWay(cells: Cells): TwoWayFit {
  const { rows, columns, values, rowCount, columnCount } = cells
  const effects = new Float64Array(rowCount)
  const severities = new Float64Array(columnCount)
  const weights = new Float64Array(values.length).fill(1)
  const residuals = new Float64Array(values.length)
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    updateMeans(
      severities,
      columns,
      (cell) => (values[cell] as number) - (effects[rows[cell] as number] as number),
      weights,
    )
    updateMeans(
      effects,
      rows,
      (cell) => (values[cell] as number) - (severities[columns[cell] as number] as number),
      weights,
    )
    for (let cell = 0; cell < values.length; cell += 1)
      residuals[cell] =
        (values[cell] as number) -
        (effects[rows[cell] as number] as number) -
        (severities[columns[cell] as number] as number)
    if (sweep >= 5) reweigh(weights, residuals)
  }
  const component = componentsOf(cells)
  centre(effects, component)
  const components = new Set(component).size
  return {
    effects,
    information: informationOf(cells, weights),
    component,
    residualSquares: residuals.reduce(
      (sum, residual, cell) => sum + (weights[cell] as number) * residual * residual,
      0,
    ),
    freedom: Math.max(0, values.length - rowCount - columnCount + components),
  }
}

function updateMeans(
  target: Float64Array,
  codes: Int32Array,
  valueOf: (cell: number) => number,
  weights: Float64Array,
): void {
  const sums = new Float64Array(target.length)
  const totals = new Float64Array(target.length)
  codes.forEach((code, cell) => {
    const weight = weights[cell] as number
    sums[code] = (sums[code] as number) + weight * valueOf(cell)
    totals[code] = (totals[code] as number) + weight
  })
  for (let code = 0; code < target.length; code += 1)
    target[code] = totals[code] === 0 ? 0 : (sums[code] as number) / (totals[code] as number)
}

function reweigh(weights: Float64Array, residuals: Float64Array): void {
  const sizes = residuals.map(Math.abs).sort()
  const scale = 1.4826 * (sizes[Math.floor(sizes.length / 2)] ?? 0)
  if (scale === 0) return
  residuals.forEach((residual, cell) => {
    weights[cell] = Math.min(1, (wild * scale) / Math.max(Math.abs(residual), 1e-12))
  })
}

function componentsOf({ rows, columns, rowCount, columnCount }: Cells): Int32Array {
  const shifted = columns.map((column) => rowCount + column)
  return connectedComponents(rowCount + columnCount, rows, shifted).slice(0, rowCount)
}

function centre(effects: Float64Array, component: Int32Array): void {
  const sums = new Map<number, { sum: number; count: number }>()
  effects.forEach((effect, row) => {
    const own = sums.get(component[row] as number) ?? { sum: 0, count: 0 }
    sums.set(component[row] as number, { sum: own.sum + effect, count: own.count + 1 })
  })
  effects.forEach((effect, row) => {
    const { sum, count } = sums.get(component[row] as number) ?? { sum: 0, count: 1 }
    effects[row] = effect - sum / count
  })
}

/** A column that was seen with `m` rows tells a row from the others as 1 - 1/m observations do. */
function informationOf({ rows, columns, rowCount, columnCount }: Cells, weights: Float64Array): Float64Array {
  const seen = new Float64Array(columnCount)
  for (const column of columns) seen[column] = (seen[column] as number) + 1
  const information = new Float64Array(rowCount)
  rows.forEach((row, cell) => {
    const share = 1 - 1 / (seen[columns[cell] as number] as number)
    information[row] = (information[row] as number) + (weights[cell] as number) * share
  })
  return information
}
