import { type DateCode, yearOf } from '#domain/calendar.ts'
import type { Finding } from '#domain/finding.ts'
import { fill, type Text } from '#domain/text.ts'
import type { GroupStanding } from '#identify/index.ts'
import { type CadreFacts, localReader, type RuleBook } from '#policy/index.ts'

/** Adds what speaks for a cadre to the finding of the rule; undefined where nothing does, or a rating speaks against. */
export type PotentialReader = (
  finding: Finding,
  cadre: CadreFacts,
  standing: GroupStanding | undefined,
) => Finding | undefined

/**
 * Potential to be a principal: one good sign is enough, excellent yearly results or a rating surely in the upper half of
 * comparable people; a rating surely in the lower half stands against it.
 */
export function potentialReader(book: RuleBook, asOf: DateCode): PotentialReader {
  const read = localReader(book, 'LOCAL-NEED-PRINCIPAL', asOf)
  const years = Number(read('evaluation_years'))
  const least = Number(read('excellent_times'))
  return (finding, { evaluations }, standing) => {
    const isSure = standing?.certainty === 'separable'
    if (isSure && standing.side === 'below') return undefined
    const recent = evaluations.filter(({ year }) => year >= yearOf(asOf) - years)
    const excellent = recent.filter(({ result }) => result === 'excellent')
    const signs = [
      ...(excellent.length >= least ? [fill(excellentTimes, { years, times: excellent.length })] : []),
      ...(isSure ? [fill(aboveMiddle, { size: standing.size })] : []),
    ]
    if (signs.length === 0) return undefined
    return {
      ...finding,
      reasons: [...finding.reasons, ...signs],
      evidence: [...finding.evidence, ...excellent.map(({ evidence }) => evidence)],
    }
  }
}

const excellentTimes: Text = { zh: '近{years}年考核优秀{times}次', en: '{times} excellent results in {years} years' }
const aboveMiddle: Text = {
  zh: '民主测评在可比的{size}人中明显居前半',
  en: 'rated surely in the upper half of {size} comparable people',
}
