import type { Language, Text } from '#domain/text.ts'
import type { InstrumentOfRules, OutlineShape, RuleList, RuleSummary } from '#server/contract/index.ts'
import { articleInWords } from '../../../language/citation.ts'

/** How a rule stands on the day and in this place, as the tree marks it. */
export const states = ['in-force', 'awaiting', 'here', 'not-in-force'] as const
export type State = (typeof states)[number]

export const isState = (value: string | undefined): value is State => states.some((state) => state === value)

export const isAwaiting = ({ standing, inForce }: RuleSummary): boolean => inForce && !standing.binding

const holds: Record<State, (rule: RuleSummary) => boolean> = {
  'in-force': (rule) => rule.inForce,
  awaiting: isAwaiting,
  here: (rule) => rule.changedHere,
  'not-in-force': (rule) => !rule.inForce,
}

export const rulesOf = (instrument: InstrumentOfRules): readonly RuleSummary[] =>
  instrument.articles.flatMap((article) => article.rules)

export const countOf = (list: RuleList, state: State): number =>
  list.instruments.flatMap(rulesOf).filter(holds[state]).length

const both = ({ zh, en }: Text): string => `${zh} ${en}`

/** Instruments whose name two editions share: they are told apart by the year. */
export const editionsOf = (list: RuleList): ReadonlySet<string> => {
  const names = list.instruments.map(({ name }) => name.zh)
  return new Set(names.filter((name, at) => names.indexOf(name) !== at))
}

/** Everything a rule may be searched by: its id, its title, its article as written and in words, its instrument. */
const wordsOf = (rule: RuleSummary, instrument: InstrumentOfRules): string =>
  [rule.id, both(rule.basis.title), rule.basis.article, articleInWords(rule.basis.article), both(instrument.name)]
    .join(' ')
    .toLowerCase()

/**
 * The rules that bear every word typed and stand as asked; instruments and articles without any are left out. What is
 * deliberately no rule is searched as well, and kept with its instrument.
 */
export function filterRules(list: RuleList, words: string, state: State | undefined): InstrumentOfRules[] {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean)
  const wanted = (text: string): boolean => asked.every((word) => text.includes(word))
  return list.instruments.flatMap((instrument) => {
    const articles = instrument.articles.flatMap((article) => {
      const rules = article.rules.filter(
        (rule) => (state === undefined || holds[state](rule)) && wanted(wordsOf(rule, instrument)),
      )
      return rules.length > 0 ? [{ ...article, rules }] : []
    })
    const uncovered = instrument.uncovered.filter(
      ({ article, why }) =>
        state === undefined &&
        wanted(`${article} ${articleInWords(article)} ${both(why)} ${both(instrument.name)}`.toLowerCase()),
    )
    return articles.length + uncovered.length > 0 ? [{ ...instrument, articles, uncovered }] : []
  })
}

/** A message as the reader of a rule sees it: parameters filled in, what a case would say left open. */
export const openMessage = (template: Text, values: Readonly<Record<string, Text>>, language: Language): string =>
  template[language].replace(/\{(\w+)\}/g, (_, name: string) => values[name]?.[language] ?? '…')

/** A condition with its parts on one line, for a cell of a comparison. */
export function inOneLine({ text, parts }: OutlineShape, language: Language): string {
  if (parts.length === 0) return text[language]
  const separator = language === 'zh' ? '；' : '; '
  return `${text[language]}${language === 'zh' ? '' : ' '}${parts.map((part) => inOneLine(part, language)).join(separator)}`
}
