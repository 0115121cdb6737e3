/** Ratings of very many targets by very many raters, invented from a seed: everybody rates anybody. */
import { Random } from '../src/county/random.ts'
import { type Design, intercept } from '../src/statistics/index.ts'

export interface Size {
  readonly rows: number
  readonly raters: number
  readonly targets: number
}

/** Standard deviations of raters, of targets and of the residual. */
export const spread = { rater: 0.4, target: 0.5, residual: 0.9 }

export function inventMany({ rows, raters, targets }: Size): Design {
  const random = new Random(20261122, 'bench', 'large')
  const severity = Float64Array.from({ length: raters }, () => spread.rater * random.normal())
  const quality = Float64Array.from({ length: targets }, () => spread.target * random.normal())
  const rater = new Int32Array(rows)
  const target = new Int32Array(rows)
  const response = new Float64Array(rows)
  for (let row = 0; row < rows; row += 1) {
    const own = row < raters ? row : random.below(raters)
    const other = row < targets ? row : random.below(targets)
    rater[row] = own
    target[row] = other
    response[row] = 3 + (severity[own] ?? 0) + (quality[other] ?? 0) + spread.residual * random.normal()
  }
  return {
    response,
    fixed: [intercept(rows)],
    random: [
      { name: 's', codes: rater, levels: raters },
      { name: 'd', codes: target, levels: targets },
    ],
  }
}
