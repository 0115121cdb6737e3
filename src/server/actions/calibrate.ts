import { basename } from 'node:path'
import { type Problem, ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { type ColumnsFile, readColumns } from '#exchange/index.ts'
import {
  type Covariate,
  type Design,
  DesignError,
  factorOf,
  fitMixedModel,
  intercept,
  type MixedModelFit,
  treatmentContrasts,
} from '#statistics/index.ts'

export interface CalibrateOptions {
  /** A `.csv` or `.csv.gz` with a header row. */
  readonly file: string
  /** The column of scores. */
  readonly score: string
  /** Columns whose levels are random effects; `a:b` stands for every combination of the levels of a and b. */
  readonly crossed: readonly string[]
  /** Covariates: numbers as they are, text as treatment contrasts against its first level. */
  readonly fixed?: readonly string[]
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
  const fixed = options.fixed ?? []
  const file = basename(options.file)
  checkTerms(file, options, fixed)
  const names = [...new Set([options.score, ...fixed, ...options.crossed.flatMap((term) => term.split(':'))])]
  const table = completeRows(await readColumns(options.file, names))
  const response = numbersOf(file, options.score, table)
  const factors = options.crossed.map((term) => factorOf(term, combine(table, term)))
  const design: Design = {
    response,
    fixed: [intercept(response.length), ...fixed.flatMap((name) => covariatesOf(name, columnOf(table, name)))],
    random: factors.map(({ factor }) => factor),
  }
  const fit = fitOrExplain(file, options.score, design, options.reml === true ? 'REML' : 'ML')
  const formula = [`${options.score} ~ 1`, ...fixed, ...options.crossed.map((term) => `(1|${term})`)].join(' + ')
  const effects = options.effects ? effectsOf(fit, factors) : undefined
  return { formula, ...summarise(fit), ...(effects ? { effects } : {}), notices: noticesOf(fit, table.leftOut) }
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

function effectsOf(fit: MixedModelFit, factors: readonly { readonly labels: readonly string[] }[]) {
  return Object.fromEntries(
    fit.random.map(({ name, modes, conditionalSd }, index) => [
      name,
      (factors[index]?.labels ?? []).map((level, code) => ({
        level,
        mode: modes[code] ?? Number.NaN,
        sd: conditionalSd[code] ?? Number.NaN,
      })),
    ]),
  )
}

interface CompleteTable extends ColumnsFile {
  readonly leftOut: number
}

const isMissing = (cell: string): boolean => cell === '' || cell === 'NA'

/** Keeps the rows in which no named cell is missing. */
function completeRows(table: ColumnsFile): CompleteTable {
  const columns = [...table.columns.values()]
  const kept = table.rows.flatMap((_, row) => (columns.some((cells) => isMissing(cells[row] ?? '')) ? [] : [row]))
  if (kept.length === table.rows.length) return { ...table, leftOut: 0 }
  const pick = <T>(values: readonly T[]): T[] => kept.flatMap((row) => values.slice(row, row + 1))
  return {
    columns: new Map([...table.columns].map(([name, cells]) => [name, pick(cells)])),
    rows: pick(table.rows),
    leftOut: table.rows.length - kept.length,
  }
}

const columnOf = (table: ColumnsFile, name: string): readonly string[] => table.columns.get(name) ?? []

/** The levels of a term: of one column, or of every combination of several, written `a:b`. */
function combine(table: ColumnsFile, term: string): readonly string[] {
  const [first = '', ...others] = term.split(':')
  const columns = others.map((name) => columnOf(table, name))
  if (columns.length === 0) return columnOf(table, first)
  return columnOf(table, first).map((level, row) => [level, ...columns.map((cells) => cells[row] ?? '')].join(':'))
}

function covariatesOf(name: string, cells: readonly string[]): Covariate[] {
  const values = Float64Array.from(cells, Number)
  if (values.every(Number.isFinite)) return [{ name, values }]
  const { factor, labels } = factorOf(name, cells)
  return treatmentContrasts(factor, labels)
}

const mostProblems = 20

function numbersOf(file: string, column: string, table: CompleteTable): Float64Array {
  const problems: Problem[] = []
  const values = Float64Array.from(columnOf(table, column), (cell, index) => {
    const value = Number(cell)
    if (!Number.isFinite(value) && problems.length < mostProblems) {
      const row = table.rows[index] ?? 0
      problems.push(notNumber(file, row, column, cell))
    }
    return value
  })
  if (problems.length > 0) throw new ProblemError(...problems)
  return values
}

function fitOrExplain(file: string, score: string, design: Design, method: 'REML' | 'ML'): MixedModelFit {
  try {
    return fitMixedModel(design, { method })
  } catch (cause) {
    if (cause instanceof DesignError) throw new ProblemError(designProblem(file, score, cause, design))
    throw cause
  }
}

function noticesOf(fit: MixedModelFit, leftOut: number): Text[] {
  const notices = fit.notices.map((notice): Text => {
    if (notice.kind === 'not-converged')
      return {
        zh: '迭代达到上限仍未收敛，结果仅供参考。',
        en: 'The search reached its limit before it converged; take the result with care.',
      }
    return {
      zh: `“${notice.factor}”的方差估计为 0（在边界上）：数据没有显示它的差别。`,
      en: `boundary: the variance of "${notice.factor}" is estimated as 0; the data show no differences there.`,
    }
  })
  if (leftOut > 0)
    notices.push({ zh: `有 ${leftOut} 行因缺值未用。`, en: `${leftOut} rows with missing cells were left out.` })
  return notices
}

function checkTerms(file: string, { score, crossed }: CalibrateOptions, fixed: readonly string[]): void {
  const terms = [...crossed, ...fixed]
  const twice = terms.find((term, index) => terms.indexOf(term) !== index)
  if (crossed.length === 0) throw new ProblemError(noFactor(file))
  if (twice !== undefined || terms.includes(score)) throw new ProblemError(usedTwice(file, twice ?? score))
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

const usedTwice = (file: string, column: string): Problem => ({
  code: 'column-used-twice',
  file,
  column,
  message: { zh: `“${column}”在模型中用了两次。`, en: `"${column}" is used twice in the model.` },
  mend: { zh: '一列只作分数、分组或协变量之一。', en: 'Use a column as the score, a factor or a covariate, once.' },
})

const notNumber = (file: string, row: number, column: string, cell: string): Problem => ({
  code: 'score-not-a-number',
  file,
  row,
  column,
  message: { zh: `分数“${cell}”不是数。`, en: `The score "${cell}" is not a number.` },
  mend: {
    zh: '改成数字；没有分数就留空，该行不参与计算。',
    en: 'Write a number, or leave the cell empty to leave the row out.',
  },
})

function designProblem(file: string, score: string, cause: DesignError, design: Design): Problem {
  const rows = design.response.length
  const parameters = design.fixed.length + design.random.length + 1
  const wordings: Record<DesignError['fault'], readonly [Text, Text]> = {
    'too-few-rows': [
      {
        zh: `可用的数据只有 ${rows} 行，模型有 ${parameters} 个参数。`,
        en: `There are ${rows} usable rows for ${parameters} parameters.`,
      },
      { zh: '补充数据，或减少分组和协变量。', en: 'Add data, or use fewer factors and covariates.' },
    ],
    'single-level': [
      {
        zh: `“${cause.term}”只有一个水平，估不出差别。`,
        en: `"${cause.term}" has a single level: there is nothing to compare.`,
      },
      { zh: '从 --crossed 中去掉它。', en: 'Leave it out of --crossed.' },
    ],
    'level-per-row': [
      {
        zh: `“${cause.term}”每行一个水平，与残差分不开。`,
        en: `"${cause.term}" has a level of its own in every row and cannot be told from the residual.`,
      },
      {
        zh: '从 --crossed 中去掉它，或换成有重复的分组。',
        en: 'Leave it out of --crossed, or use a factor whose levels repeat.',
      },
    ],
    collinear: [
      { zh: `协变量“${cause.term}”可由其他协变量推出。`, en: `The covariate "${cause.term}" follows from the others.` },
      { zh: '从 --fixed 中去掉它。', en: 'Leave it out of --fixed.' },
    ],
    'not-finite': [
      { zh: `“${cause.term}”里有不是数的值。`, en: `"${cause.term}" holds values that are not numbers.` },
      { zh: '改成数字或留空。', en: 'Write numbers, or leave the cells empty.' },
    ],
    constant: [
      { zh: `“${score}”的值全都相同。`, en: `All values of "${score}" are the same.` },
      { zh: '核对列名；没有差别的分数无从分析。', en: 'Check the name of the column; equal scores say nothing.' },
    ],
  }
  const [message, mend] = wordings[cause.fault]
  const column = cause.fault === 'constant' ? score : cause.term
  return { code: cause.fault, file, ...(cause.fault === 'too-few-rows' ? {} : { column }), message, mend }
}
