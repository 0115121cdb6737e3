import { basename } from 'node:path'
import { type Problem, ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { fitMixedModel, intercept, type MixedModelFit } from '#statistics/index.ts'
import { fitOrExplain, type ModelColumns, modelColumns, noticesOf, type Terms } from './calibrate-columns.ts'

export interface CalibrateOptions extends Terms {
  /** REML; otherwise ML. */
  readonly reml?: boolean
  /** Conditional modes and SDs of every level. */
  readonly effects?: boolean
}

export interface LevelEffect {
  readonly level: string
  readonly mode: number
  /** Standard deviation given the fixed effects and the variances. */
  readonly sd: number
}

export interface Calibration {
  readonly formula: string
  readonly n: number
  readonly method: 'REML' | 'ML'
  /** -2 log-likelihood: restricted for REML. */
  readonly criterion: number
  /** The same as `criterion`. */
  readonly deviance: number
  readonly logLik: number
  readonly fixed: readonly { readonly name: string; readonly estimate: number; readonly se: number }[]
  readonly variances: readonly {
    readonly group: string
    readonly variance: number
    readonly sd: number
    readonly levels: number
  }[]
  readonly residual: { readonly variance: number; readonly sd: number }
  readonly effects?: Readonly<Record<string, readonly LevelEffect[]>>
  readonly converged: boolean
  readonly iterations: number
  readonly notices: readonly Text[]
}

/**
 * Fits a linear mixed model with crossed random intercepts to the columns of any CSV file.
 *
 * @example await calibrateFile({ file: 'insteval.csv.gz', score: 'y', crossed: ['s', 'd', 'dept:service'] })
 * @throws ProblemError for a file, a column or a design that cannot carry the model.
 */
export async function calibrateFile(options: CalibrateOptions): Promise<Calibration> {
  if (options.crossed.length === 0) throw new ProblemError(noFactor(basename(options.file)))
  const columns = await modelColumns(options)
  const design = {
    response: columns.score,
    fixed: [intercept(columns.score.length), ...columns.fixed],
    random: columns.random.map(({ factor }) => factor),
  }
  const fit = fitOrExplain(options, columns, () =>
    fitMixedModel(design, { method: options.reml === true ? 'REML' : 'ML' }),
  )
  return {
    formula: columns.formula,
    ...summarise(fit),
    ...(options.effects ? { effects: effectsByLevel(columns, fit.random) } : {}),
    notices: noticesOf(fit.notices, columns.leftOut),
  }
}

function summarise(fit: MixedModelFit) {
  return {
    n: fit.observations,
    method: fit.method,
    criterion: fit.criterion,
    deviance: fit.criterion,
    logLik: fit.logLik,
    fixed: fit.fixed,
    variances: fit.random.map(({ name, variance, levels }) => ({
      group: name,
      variance,
      sd: Math.sqrt(variance),
      levels,
    })),
    residual: { variance: fit.residualVariance, sd: Math.sqrt(fit.residualVariance) },
    converged: fit.convergence.converged,
    iterations: fit.convergence.iterations,
  }
}

/** The modes of every level, under its name in the file. */
export function effectsByLevel(
  { random }: ModelColumns,
  fitted: readonly { readonly name: string; readonly modes: Float64Array; readonly conditionalSd: Float64Array }[],
): Record<string, LevelEffect[]> {
  return Object.fromEntries(
    fitted.map(({ name, modes, conditionalSd }, index) => [
      name,
      (random[index]?.labels ?? []).map((level, code) => ({
        level,
        mode: modes[code] ?? Number.NaN,
        sd: conditionalSd[code] ?? Number.NaN,
      })),
    ]),
  )
}

const noFactor = (file: string): Problem => ({
  code: 'no-crossed-factor',
  file,
  message: { zh: '没有指明交叉的分组列。', en: 'No crossed factor is named.' },
  mend: {
    zh: '用 --crossed 列出分组列，例如 --crossed 评价人,干部。',
    en: 'Name the grouping columns with --crossed, as in --crossed rater,cadre.',
  },
})
