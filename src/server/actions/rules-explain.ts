import { pairNamed } from '#appoint/index.ts'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import type { Language } from '#domain/text.ts'
import { type ConditionTree, factsFor, factTables, inForce, type RuleBook, ruleTree } from '#policy/index.ts'
import { bookWith } from './book.ts'
import { type CheckedRule, inLanguage } from './check.ts'
import { packageSnapshot } from './package-snapshot.ts'
import { ruleNamed } from './rules.ts'

/** A part of a condition with its own answer. */
export interface ExplainedPart {
  readonly text: string
  readonly truth: 'yes' | 'no' | 'unknown'
  /** What the record says. */
  readonly found?: string
  readonly missing: readonly string[]
  readonly evidence: readonly string[]
  readonly parts: readonly ExplainedPart[]
}

export interface ExplainedRule {
  readonly rule: string
  readonly position: string
  readonly cadre: string
  readonly asOf: string
  /** Absent where the rule does not bear on the pair. */
  readonly finding?: CheckedRule
  readonly applies?: ExplainedPart
  readonly requirements: readonly {
    readonly verdict: string
    readonly when?: ExplainedPart
    readonly that: ExplainedPart
  }[]
  readonly questions: readonly { readonly ask: string; readonly when?: ExplainedPart }[]
  readonly exceptions: readonly { readonly article: string; readonly title: string; readonly when?: ExplainedPart }[]
}

/**
 * One rule on one pair, every part of its conditions with its answer, straight from a data package.
 * @throws ProblemError for unknown ids, and for a rule that is not in force on the day
 */
export async function explainRule(question: {
  readonly package: string
  readonly rule: string
  readonly position: string
  readonly cadre: string
  readonly asOf: DateCode
  readonly overlay?: string | undefined
  readonly language: Language
}): Promise<ExplainedRule> {
  const { rule: id, position, cadre, asOf, language } = question
  const book = bookWith(question.overlay)
  const bound = boundRule(book, id, asOf)
  const snapshot = await packageSnapshot(question.package, asOf, { tables: factTables, cadre })
  const facts = factsFor(snapshot, book)
  const pair = pairNamed(facts, position, cadre)
  const tree = ruleTree(bound, facts, pair.cadre, pair.seat)
  const told = (part: ConditionTree): ExplainedPart => explained(part, language)
  const when = (part: ConditionTree | undefined) => (part ? { when: told(part) } : {})
  return {
    rule: id,
    position,
    cadre,
    asOf: formatDate(asOf),
    ...(tree.finding ? { finding: inLanguage(tree.finding, language) } : {}),
    ...(tree.applies ? { applies: told(tree.applies) } : {}),
    requirements: tree.requirements.map((part) => ({
      verdict: part.verdict ?? 'none',
      ...when(part.when),
      that: told(part.that),
    })),
    questions: tree.questions.map((part) => ({ ask: part.inquiry.ask[language], ...when(part.when) })),
    exceptions: tree.exceptions.map(({ exception, ...part }) => ({
      article: exception.article,
      title: exception.title[language],
      ...when(part.when),
    })),
  }
}

function boundRule(book: RuleBook, id: string, asOf: DateCode) {
  const rule = ruleNamed(book, id)
  const [purpose = 'appointment'] = rule.purposes
  const bound = book.inForce(purpose, asOf).find((one) => one.rule.id === id)
  if (bound && inForce(rule, asOf)) return bound
  const others = [...book.rules.values()].filter(
    (other) => inForce(other, asOf) && (other.versionOf === id || other.id === rule.versionOf),
  )
  const until = rule.to === undefined ? '' : formatDate(rule.to)
  throw new ProblemError({
    code: 'rule-not-in-force',
    message: {
      zh: `规则 ${id} 在 ${formatDate(asOf)} 不生效（${formatDate(rule.from)} 起${until === '' ? '' : `，${until} 止`}）。`,
      en: `Rule ${id} is not in force on ${formatDate(asOf)} (from ${formatDate(rule.from)}${until === '' ? '' : ` until ${until}`}).`,
    },
    mend:
      others.length === 0
        ? { zh: '换一个比对日。', en: 'Choose another as-of date.' }
        : {
            zh: `那一天生效的文本：${others.map((other) => other.id).join('、')}`,
            en: `The version in force that day: ${others.map((other) => other.id).join(', ')}`,
          },
  })
}

const explained = (
  { text, truth, found, missing, evidence, parts }: ConditionTree,
  language: Language,
): ExplainedPart => ({
  text: text[language],
  truth,
  ...(found ? { found: found[language] } : {}),
  missing,
  evidence,
  parts: parts.map((part) => explained(part, language)),
})
