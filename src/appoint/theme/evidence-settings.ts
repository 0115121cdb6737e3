import { addMonths, type DateCode } from '#domain/calendar.ts'
import type { Citation } from '#domain/finding.ts'
import { invariant } from '#domain/problem.ts'
import { type ParameterValue, parametersOn, type RuleBook } from '#policy/index.ts'

/** What a place sets about evidence of traits and themes: the parameters of `LOCAL-STRENGTH-EVIDENCE`. */
export interface EvidenceSettings {
  readonly leastLevel: number
  readonly leastMonths: number
  /** Deeds, results and honours before this day are not looked at. */
  readonly since: DateCode
  readonly topPercent: number
  readonly leastPeers: number
  readonly leastKinds: number
}

export const evidenceRule = 'LOCAL-STRENGTH-EVIDENCE'

export function evidenceSettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): EvidenceSettings {
  const read = localReader(book, evidenceRule, asOf)
  return {
    leastLevel: Number(read('least_level')),
    leastMonths: Number(read('least_months')),
    since: addMonths(asOf, -12 * Number(read('years_back'))),
    topPercent: Number(read('top_percent')),
    leastPeers: Number(read('least_peers')),
    leastKinds: Number(read('least_kinds')),
  }
}

/** The parameters of one local rule on a day. */
export function localReader(
  book: Pick<RuleBook, 'rules'>,
  rule: string,
  asOf: DateCode,
): (name: string) => ParameterValue {
  const parameters = parametersOn(book.rules, asOf)
  return (name) => {
    const value = parameters({ kind: 'parameter', rule, name })
    invariant(value !== undefined, `${rule} has ${name}`)
    return value
  }
}

export const listOf = (value: ParameterValue): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** Where a rule stands written. */
export function citationOf(book: Pick<RuleBook, 'rules'>, rule: string): Citation {
  const found = book.rules.get(rule)
  invariant(found, `${rule} is among the rules`)
  return { instrument: found.instrument.name.zh, article: found.article, title: found.title }
}
