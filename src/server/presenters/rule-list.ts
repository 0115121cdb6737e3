import { type DateCode, formatDate } from '#domain/calendar.ts'
import { type Confirmation, type Instrument, inForce, isBinding, type Rule, type RuleBook } from '#policy/index.ts'
import type { InstrumentOfRules, RuleList, RuleStanding, RuleSummary } from '../contract/index.ts'
import { presentDate, presentText } from './evidence.ts'

/** What a list of rules is made from. */
export interface RuleListParts {
  readonly book: RuleBook
  readonly asOf: DateCode
  /** How many cases stand beside each rule. */
  readonly cases: ReadonlyMap<string, number>
  /** Rules that this place has confirmed, given another value or added. */
  readonly changedHere: ReadonlySet<string>
}

const presentConfirmation = ({ by, on, document, to }: Confirmation): RuleStanding['confirmed'] => ({
  by,
  on: formatDate(on),
  document,
  to: presentDate(to),
})

const presentStanding = (rule: Rule, asOf: DateCode): RuleStanding => ({
  status: rule.status,
  binding: isBinding(rule, asOf),
  confirmed: rule.confirmed === undefined ? null : presentConfirmation(rule.confirmed),
})

/** The rule whose conditions the dated versions share. */
const baseOf = (rule: Rule): string => rule.versionOf ?? rule.id

/** The dated versions of a rule, itself included, oldest first. */
export const versionsOf = (rule: Rule, book: RuleBook): readonly Rule[] =>
  [...book.rules.values()].filter((other) => baseOf(other) === baseOf(rule)).sort((a, b) => a.from - b.from)

export function presentRuleSummary(rule: Rule, { book, asOf, cases, changedHere }: RuleListParts): RuleSummary {
  const { id, article, title, instrument } = rule
  return {
    id,
    basis: { instrument: instrument.name.zh, article, title: presentText(title) },
    standing: presentStanding(rule, asOf),
    purposes: [...rule.purposes],
    severities: [...new Set(rule.requires.map(({ severity }) => severity))],
    asks: rule.asks.length > 0,
    from: formatDate(rule.from),
    to: presentDate(rule.to),
    inForce: inForce(rule, asOf),
    cases: cases.get(id) ?? 0,
    versionOf: rule.versionOf ?? null,
    versions: versionsOf(rule, book)
      .map((other) => other.id)
      .filter((other) => other !== id),
    changedHere: changedHere.has(id),
  }
}

const byArticle = new Intl.Collator('zh', { numeric: true })

function presentInstrument(instrument: Instrument, parts: RuleListParts): InstrumentOfRules {
  const { book, asOf } = parts
  const articles = new Map<string, RuleSummary[]>()
  for (const rule of book.rules.values()) {
    if (rule.instrument.id !== instrument.id) continue
    const beside = articles.get(rule.article) ?? []
    articles.set(rule.article, [...beside, presentRuleSummary(rule, parts)])
  }
  return {
    id: instrument.id,
    name: presentText(instrument.name),
    from: formatDate(instrument.from),
    to: presentDate(instrument.to),
    inForce: inForce(instrument, asOf),
    local: instrument.local,
    articles: [...articles].sort(([a], [b]) => byArticle.compare(a, b)).map(([article, rules]) => ({ article, rules })),
    uncovered: instrument.uncovered.map(({ article, why }) => ({ article, why: presentText(why) })),
  }
}

/** In force on the day, of a text that was not seen, and not confirmed by the place by then. */
export const awaitsConfirmation = (rule: Rule, asOf: DateCode): boolean => inForce(rule, asOf) && !isBinding(rule, asOf)

export function presentRuleList(parts: RuleListParts): RuleList {
  const { book, asOf, cases } = parts
  const rules = [...book.rules.values()]
  return {
    asOf: formatDate(asOf),
    counts: {
      rules: rules.length,
      inForce: rules.filter((rule) => inForce(rule, asOf)).length,
      verified: rules.filter(({ status }) => status === 'VERIFIED').length,
      awaiting: rules.filter((rule) => awaitsConfirmation(rule, asOf)).length,
      cases: [...cases.values()].reduce((sum, count) => sum + count, 0),
    },
    setAside: book.setAside.map(({ message, mend }) => ({ message: presentText(message), mend: presentText(mend) })),
    instruments: book.instruments.map((instrument) => presentInstrument(instrument, parts)),
  }
}
