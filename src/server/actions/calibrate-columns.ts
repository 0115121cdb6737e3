import { basename } from 'node:path'
import { type Problem, ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { type ColumnsFile, readColumns } from '#exchange/index.ts'
import {
  type Covariate,
  DesignError,
  type Factor,
  factorOf,
  type MixedModelFit,
  treatmentContrasts,
} from '#statistics/index.ts'

/** Which columns of a file stand for what in a model. */
export interface Terms {
  /** A `.csv` or `.csv.gz` with a header row. */
  readonly file: string
  /** The column of scores. */
  readonly score: string
  /** Columns whose levels are random effects; `a:b` stands for every combination of the levels of a and b. */
  readonly crossed: readonly string[]
  /** Covariates: numbers as they are, text as treatment contrasts against its first level. */
  readonly fixed?: readonly string[]
}

/** The columns of a model, without rows in which one of them is empty. */
export interface ModelColumns {
  readonly score: Float64Array
  readonly fixed: readonly Covariate[]
  readonly random: readonly { readonly factor: Factor; readonly labels: readonly string[] }[]
  /** The right side, as in `1 + x + (1|a)`. */
  readonly formula: string
  readonly leftOut: number
}

/** @throws ProblemError for a file, a column or a score that cannot be used. */
export async function modelColumns({ file: path, score, crossed, fixed = [] }: Terms): Promise<ModelColumns> {
  const file = basename(path)
  const terms = [...crossed, ...fixed]
  const twice = terms.find((term, index) => terms.indexOf(term) !== index)
  if (twice !== undefined || terms.includes(score)) throw new ProblemError(usedTwice(file, twice ?? score))
  const names = [...new Set([score, ...fixed, ...crossed.flatMap((term) => term.split(':'))])]
  const table = completeRows(await readColumns(path, names))
  return {
    score: numbersOf(file, score, table),
    fixed: fixed.flatMap((name) => covariatesOf(name, columnOf(table, name))),
    random: crossed.map((term) => factorOf(term, combine(table, term))),
    formula: `${score} ~ ${['1', ...fixed, ...crossed.map((term) => `(1|${term})`)].join(' + ')}`,
    leftOut: table.leftOut,
  }
}

/** The fit, or what is wrong with the columns in words. */
export function fitOrExplain<Fit>(
  { file, score }: Terms,
  { score: { length }, fixed, random }: ModelColumns,
  run: () => Fit,
): Fit {
  try {
    return run()
  } catch (cause) {
    if (!(cause instanceof DesignError)) throw cause
    throw new ProblemError(designProblem(basename(file), score, cause, length, fixed.length + random.length + 2))
  }
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

/** What the reader of a fit should know: not converged, a variance of zero, rows left out. */
export function noticesOf(notices: MixedModelFit['notices'], leftOut: number): Text[] {
  const texts = notices.map((notice): Text => {
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
    texts.push({ zh: `有 ${leftOut} 行因缺值未用。`, en: `${leftOut} rows with missing cells were left out.` })
  return texts
}

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

function designProblem(file: string, score: string, cause: DesignError, rows: number, parameters: number): Problem {
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
    malformed: badCodes(cause.term),
    'no-such-level': badCodes(cause.term),
    'member-twice': badCodes(cause.term),
  }
  const [message, mend] = wordings[cause.fault]
  const column = cause.fault === 'constant' ? score : cause.term
  return { code: cause.fault, file, ...(cause.fault === 'too-few-rows' ? {} : { column }), message, mend }
}

const badCodes = (term: string): readonly [Text, Text] => [
  { zh: `“${term}”的编码与数据行对不上。`, en: `The codes of "${term}" do not fit the rows.` },
  { zh: '核对该列的内容。', en: 'Check what the column holds.' },
]
