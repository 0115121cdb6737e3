import { basename } from 'node:path'
import { type Problem, ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { fitCumulativeLink, type OrdinalTerm, ordinalResponse } from '#statistics/index.ts'
import { type CalibrateOptions, effectsByLevel, type LevelEffect } from './calibrate.ts'
import { fitOrExplain, modelColumns, noticesOf } from './calibrate-columns.ts'

/** A cumulative-link fit. Estimates are on the latent scale of the logit. */
export interface OrdinalCalibration {
  readonly formula: string
  readonly n: number
  /** Maximum likelihood: exact without crossed factors, else by Laplace's approximation. */
  readonly method: 'ML'
  readonly link: 'logit'
  readonly logLik: number
  readonly deviance: number
  /** The scores that occur, ascending. */
  readonly categories: readonly number[]
  /** Between neighbouring categories: `2|3`. */
  readonly thresholds: readonly OrdinalTerm[]
  readonly fixed: readonly OrdinalTerm[]
  readonly variances: readonly {
    readonly group: string
    readonly variance: number
    readonly sd: number
    readonly levels: number
  }[]
  readonly effects?: Readonly<Record<string, readonly LevelEffect[]>>
  readonly converged: boolean
  readonly iterations: number
  readonly notices: readonly Text[]
}

/** A scale with more steps than this is a measurement: its thresholds would rest on a few answers each. */
const mostCategories = 20

/**
 * Fits a cumulative-link mixed model (proportional odds) with crossed random intercepts to the columns of any CSV file.
 * Without crossed factors it is the ordinary proportional-odds model.
 *
 * @example await calibrateOrdinalFile({ file: 'wine.csv', score: 'rating', crossed: ['judge'], fixed: ['temp', 'contact'] })
 * @throws ProblemError for a file, a column or a design that cannot carry the model.
 */
export async function calibrateOrdinalFile(options: Omit<CalibrateOptions, 'reml'>): Promise<OrdinalCalibration> {
  const columns = await modelColumns(options)
  const file = basename(options.file)
  const { response, categories, labels } = ordinalResponse(columns.score)
  const broken = labels.find((label) => !Number.isInteger(label))
  if (broken !== undefined) throw new ProblemError(notWhole(file, options.score, broken))
  if (categories > mostCategories) throw new ProblemError(tooMany(file, options.score, categories))
  const { fixed, formula } = columns
  const random = columns.random.map(({ factor }) => factor)
  const fit = fitOrExplain(options, columns, () => fitCumulativeLink({ response, categories, fixed, random }))
  return {
    formula,
    n: fit.observations,
    method: 'ML',
    link: 'logit',
    logLik: fit.logLik,
    deviance: -2 * fit.logLik,
    categories: labels,
    thresholds: fit.thresholds.map((term, index) => ({ ...term, name: `${labels[index]}|${labels[index + 1]}` })),
    fixed: fit.fixed,
    variances: fit.random.map(({ name, variance, levels }) => ({
      group: name,
      variance,
      sd: Math.sqrt(variance),
      levels,
    })),
    ...(options.effects ? { effects: effectsByLevel(columns, fit.random) } : {}),
    converged: fit.convergence.converged,
    iterations: fit.convergence.iterations,
    notices: noticesOf(fit.notices, columns.leftOut),
  }
}

const notWhole = (file: string, column: string, value: number): Problem => ({
  code: 'category-not-whole',
  file,
  column,
  message: { zh: `“${column}”里的 ${value} 不是整数等次。`, en: `${value} in "${column}" is not a whole category.` },
  mend: {
    zh: '用整数表示等次，例如 1 到 5；连续的分数去掉 --ordinal。',
    en: 'Write categories as whole numbers, as in 1 to 5; leave --ordinal out for continuous scores.',
  },
})

const tooMany = (file: string, column: string, count: number): Problem => ({
  code: 'too-many-categories',
  file,
  column,
  message: {
    zh: `“${column}”有 ${count} 个不同的值，等次模型最多 ${mostCategories} 个。`,
    en: `"${column}" has ${count} different values; an ordinal model takes at most ${mostCategories}.`,
  },
  mend: {
    zh: '合并成较少的等次，或去掉 --ordinal 按连续分数拟合。',
    en: 'Merge them into fewer categories, or leave --ordinal out and fit them as continuous.',
  },
})
