import type { DateCode } from '#domain/calendar.ts'
import type { Citation } from '#domain/finding.ts'
import { invariant } from '#domain/problem.ts'
import type { ParameterValue } from '../language/types.ts'
import type { RuleBook } from '../rulebook/rule-book.ts'
import { parametersOn } from './bound-rule.ts'

/**
 * The parameters of one local rule on a day.
 * @example localReader(book, 'LOCAL-TIMING', 20261122)('ready_months') // 12
 */
export function localReader(
  book: Pick<RuleBook, 'rules'>,
  rule: string,
  asOf: DateCode,
): (name: string) => ParameterValue {
  const parameters = parametersOn(book.rules, asOf)
  return (name) => parameters({ kind: 'parameter', rule, name })
}

export const listOf = (value: ParameterValue): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** Where a rule stands written. */
export function citationOf(book: Pick<RuleBook, 'rules'>, rule: string): Citation {
  const found = book.rules.get(rule)
  invariant(found, `${rule} is among the rules`)
  return { instrument: found.instrument.name.zh, article: found.article, title: found.title }
}
