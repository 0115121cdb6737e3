import type { ArrivingRow } from '#domain/arrivals.ts'
import { type Remarks, remarkKept } from './remarks.ts'

/** The results of ZB18 as the lists of the office word them. */
export const evaluationResults: readonly (readonly [word: string, result: string])[] = [
  ['优秀', 'excellent'],
  ['称职', 'competent'],
  ['合格', 'competent'],
  ['基本称职', 'basicallyCompetent'],
  ['基本合格', 'basicallyCompetent'],
  ['不称职', 'incompetent'],
  ['不合格', 'incompetent'],
  ['不定等次', 'ungraded'],
]

/** Of the words that a passage holds, the longest counts, so that 基本称职 is not 称职. */
const results = [
  ...evaluationResults,
  ...['不确定等次', '未定等次', '未确定等次'].map((word) => [word, 'ungraded'] as const),
]

/** Not evaluated at all: no result, and not the want of a grade either. */
const notEvaluated = /不进行考核|未进行考核|[不未]参加.{0,10}考核|不考核|未考核/

/**
 * The yearly results in 年度考核结果: one passage, one year, one result. A passage that says more or less stays in the form.
 * @example evaluationsOf('2023年年度考核优秀；2024年称职', remarks) // [{ year: '2023', result: 'excellent' }, …]
 */
export function evaluationsOf(text: string, remarks: Remarks): readonly ArrivingRow[] {
  const byYear = new Map<string, string>()
  const doubtful = new Set<string>()
  for (const passage of passagesOf(text)) {
    const years = passage.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []
    const result = resultIn(passage)
    const [year] = years
    if (years.length !== 1 || year === undefined || result === undefined) {
      remarkKept(remarks, 'evaluations', passage, reasonFor(years.length, passage))
    } else if (byYear.has(year) && byYear.get(year) !== result) doubtful.add(year)
    else byYear.set(year, result)
  }
  for (const year of doubtful) {
    byYear.delete(year)
    remarkKept(remarks, 'evaluations', year, { zh: '同一年有不同的结果', en: 'the year has different results' })
  }
  return [...byYear].map(([year, result]) => ({ year, result }))
}

/** Parted by `；`, and by other marks before another year. */
const passagesOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .split(/[;。\n]|[,、\s](?=(?:19|20)\d{2})/)
    .map((passage) => passage.replace(/^[,、\s]|[,、\s]$/g, ''))
    .filter((passage) => passage !== '')

function resultIn(passage: string): string | undefined {
  if (notEvaluated.test(passage)) return undefined
  let longest = ''
  let found: string | undefined
  for (const [word, result] of results) {
    if (word.length > longest.length && passage.includes(word)) {
      longest = word
      found = result
    }
  }
  return found
}

function reasonFor(years: number, passage: string) {
  if (notEvaluated.test(passage)) return { zh: '当年没有考核等次', en: 'there was no evaluation that year' }
  return years === 1
    ? { zh: '看不出等次', en: 'no result can be told' }
    : { zh: `应写一个年份，这里有 ${years} 个`, en: `one year is expected, and there are ${years}` }
}
