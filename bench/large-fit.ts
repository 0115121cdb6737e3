/** Fits invented ratings in a process of its own, so that its memory can be told: rows, raters and targets as arguments. */
import { fitMixedModel } from '../src/statistics/index.ts'
import { inventMany } from './many-ratings.ts'

export interface LargeResult {
  readonly seconds: number
  /** Most memory that the process had at any time, with the ratings in it. */
  readonly megabytes: number
  readonly criterion: number
  readonly criterionError: number
  /** Of raters, of targets, of the residual. */
  readonly variances: readonly number[]
  readonly sdErrors: readonly number[]
}

const [rows = 0, raters = 0, targets = 0] = process.argv.slice(2).map(Number)
const design = inventMany({ rows, raters, targets })
const started = performance.now()
const fit = fitMixedModel(design, { iterative: true })
const result: LargeResult = {
  seconds: (performance.now() - started) / 1000,
  megabytes: process.resourceUsage().maxRSS / 1024,
  criterion: fit.criterion,
  criterionError: fit.approximation?.criterionError ?? 0,
  variances: [...fit.random.map(({ variance }) => variance), fit.residualVariance],
  sdErrors: fit.approximation?.sdErrors ?? [],
}
process.stdout.write(JSON.stringify(result))
