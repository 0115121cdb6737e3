/** The rules as they can be read: which there are, and one with all that belongs to it, in one language. */
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import type { Language, Text } from '#domain/text.ts'
import {
  type Case,
  type Condition,
  inForce,
  isBinding,
  type Outline,
  outlineOf,
  type ParameterValue,
  parameterOn,
  parametersOn,
  type Rule,
  type RuleBook,
  readCases,
} from '#policy/index.ts'
import { bookWith } from './book.ts'

export interface RulesQuestion {
  /** The overlay file of the place. */
  readonly overlay?: string | undefined
  readonly language: Language
}

export interface RuleLine {
  readonly rule: string
  readonly instrument: string
  readonly instrumentName: string
  readonly article: string
  readonly title: string
  readonly status: string
  /** May its failure block on the day asked about? */
  readonly binding: boolean
  readonly purposes: readonly string[]
  readonly from: string
  readonly to?: string
  readonly cases: number
  readonly source: string
}

/** A condition in words, with what stands under it. */
export interface OutlineText {
  readonly text: string
  readonly parts: readonly OutlineText[]
}

export interface ShownRule extends RuleLine {
  readonly asOf: string
  readonly confirmed?: { readonly by: string; readonly on: string; readonly document: string }
  readonly versionOf?: string
  readonly parameters: readonly {
    readonly name: string
    /** On the day asked about; `values` are all there ever are. */
    readonly value: ParameterValue
    readonly values: readonly { readonly from: string; readonly value: ParameterValue }[]
    readonly stricter?: string
  }[]
  readonly applies?: OutlineText
  readonly requirements: readonly {
    readonly severity: string
    readonly when?: OutlineText
    readonly that: OutlineText
    readonly met: string
    readonly unmet: string
    readonly unknown?: string
  }[]
  readonly questions: readonly { readonly when?: OutlineText; readonly ask: string }[]
  readonly exceptions: readonly {
    readonly instrument: string
    readonly article: string
    readonly title: string
    readonly approval: string
    readonly when?: OutlineText
  }[]
  readonly caseNames: readonly string[]
  readonly yaml: string
}

/**
 * The rules of an instrument, of a purpose, or in force on a day; all of them where nothing is asked.
 * @throws ProblemError where no instrument has that id
 */
export function listRules(
  question: RulesQuestion & {
    readonly instrument?: string | undefined
    readonly purpose?: string | undefined
    readonly asOf?: DateCode | undefined
    readonly today: DateCode
  },
): readonly RuleLine[] {
  const { instrument, purpose, asOf, today, language } = question
  const book = bookWith(question.overlay)
  if (instrument !== undefined) requireInstrument(book, instrument)
  const cases = casesByRule()
  return [...book.rules.values()]
    .filter((rule) => instrument === undefined || rule.instrument.id === instrument)
    .filter((rule) => purpose === undefined || rule.purposes.some((one) => one === purpose))
    .filter((rule) => asOf === undefined || inForce(rule, asOf))
    .map((rule) => lineOf(rule, cases, asOf ?? today, language))
}

const casesByRule = (): ReadonlyMap<string, readonly Case[]> => Map.groupBy(readCases(), ({ rule }) => rule)

function requireInstrument(book: RuleBook, id: string): void {
  const known = book.instruments.map((one) => one.id)
  if (known.includes(id)) return
  throw new ProblemError({
    code: 'no-such-instrument',
    message: { zh: `没有编号为 ${id} 的文件。`, en: `There is no instrument ${id}.` },
    mend: { zh: `可用：${known.join('、')}`, en: `One of: ${known.join(', ')}` },
  })
}

function lineOf(rule: Rule, cases: ReadonlyMap<string, readonly Case[]>, asOf: DateCode, language: Language): RuleLine {
  return {
    rule: rule.id,
    instrument: rule.instrument.id,
    instrumentName: rule.instrument.name[language],
    article: rule.article,
    title: rule.title[language],
    status: rule.status,
    binding: isBinding(rule, asOf),
    purposes: rule.purposes,
    from: formatDate(rule.from),
    ...(rule.to === undefined ? {} : { to: formatDate(rule.to) }),
    cases: cases.get(rule.id)?.length ?? 0,
    source: rule.source,
  }
}

/** @throws ProblemError where the book has no such rule, with those that come near */
export function ruleNamed(book: RuleBook, id: string): Rule {
  const rule = book.rules.get(id)
  if (rule) return rule
  const near = nearestTo(id.toUpperCase(), [...book.rules.keys()])
  throw new ProblemError({
    code: 'no-such-rule',
    message: { zh: `没有规则 ${id}。`, en: `There is no rule ${id}.` },
    mend:
      near.length === 0
        ? { zh: '规则编号见 zhiren rules list。', en: 'zhiren rules list shows the ids of the rules.' }
        : { zh: `相近的：${near.join('、')}`, en: `These come near: ${near.join(', ')}` },
  })
}

/** The names that share the longest beginning with one, of at least three letters. */
function nearestTo(id: string, names: readonly string[]): string[] {
  for (let length = id.length; length >= 3; length -= 1) {
    const near = names.filter((name) => name.startsWith(id.slice(0, length)))
    if (near.length > 0) return near.slice(0, 12)
  }
  return []
}

/** One rule as it stands on a day: conditions in words, parameters, messages, exceptions, cases and its YAML. */
export function showRule(question: RulesQuestion & { readonly rule: string; readonly asOf: DateCode }): ShownRule {
  const { asOf, language } = question
  const book = bookWith(question.overlay)
  const rule = ruleNamed(book, question.rule)
  const parameters = parametersOn(book.rules, asOf)
  const told = (text: Text): string => text[language]
  const when = (condition: Condition | undefined) =>
    condition ? { when: inLanguage(outlineOf(condition, parameters), language) } : {}
  const cases = casesByRule()
  return {
    ...lineOf(rule, cases, asOf, language),
    asOf: formatDate(asOf),
    ...standingOf(rule),
    parameters: [...rule.parameters].map(([name, values]) => {
      const stricter = rule.stricter.get(name)
      return {
        name,
        value: parameterOn(rule, name, asOf) ?? '',
        values: values.map(({ from, value }) => ({ from: formatDate(from), value })),
        ...(stricter === undefined ? {} : { stricter }),
      }
    }),
    ...(rule.applies ? { applies: inLanguage(outlineOf(rule.applies, parameters), language) } : {}),
    requirements: rule.requires.map(({ severity, messages, that, ...guarded }) => ({
      severity,
      ...when(guarded.when),
      that: inLanguage(outlineOf(that, parameters), language),
      met: told(messages.met),
      unmet: told(messages.unmet),
      ...(messages.unknown ? { unknown: told(messages.unknown) } : {}),
    })),
    questions: rule.asks.map((inquiry) => ({ ...when(inquiry.when), ask: told(inquiry.ask) })),
    exceptions: rule.exceptions.map(({ instrument, article, title, approval, ...guarded }) => ({
      instrument: told(instrument ?? rule.instrument.name),
      article,
      title: told(title),
      approval: told(approval),
      ...when(guarded.when),
    })),
    caseNames: (cases.get(rule.id) ?? []).map(({ name }) => name),
    yaml: rule.text,
  }
}

function standingOf({ confirmed, versionOf }: Rule): Pick<ShownRule, 'confirmed' | 'versionOf'> {
  return {
    ...(confirmed
      ? { confirmed: { by: confirmed.by, on: formatDate(confirmed.on), document: confirmed.document } }
      : {}),
    ...(versionOf === undefined ? {} : { versionOf }),
  }
}

const inLanguage = ({ text, parts }: Outline, language: Language): OutlineText => ({
  text: text[language],
  parts: parts.map((part) => inLanguage(part, language)),
})
