import { type EnumerationName, enumerations } from '#domain/lexicon/enumerations.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { ParameterShape, RuleParameter } from '#server/contract/index.ts'
import { ruleTerms } from './rule-terms.ts'

type Scalar = string | number | boolean

/** Levels and roles first: they are what parameters mostly name, and a few words stand in several vocabularies. */
const vocabularies: readonly EnumerationName[] = [
  ...([
    'postLevel',
    'role',
    'tenureKind',
    'grade',
    'evaluationResult',
    'educationLevel',
    'sanctionKind',
    'trainingSource',
    'trainingType',
  ] as const),
  ...(Object.keys(enumerations) as EnumerationName[]),
]

const vocabularyOf = (...terms: readonly string[]): EnumerationName | undefined =>
  vocabularies.find((name) => terms.every((term) => (identifiersOf(name) as readonly string[]).includes(term)))

/** The word for a term of a rule, of the vocabulary that holds all it stands among; itself where no vocabulary has it. */
export function termText(term: string, among: readonly string[] = []): Text {
  const vocabulary = vocabularyOf(term, ...among) ?? vocabularyOf(term)
  return vocabulary ? labelOf(vocabulary, term) : (ruleTerms[term] ?? { zh: term, en: term })
}

/** The other terms that could stand in the place of one; none where it is no term. */
export function termsBeside(term: string): readonly { readonly id: string; readonly label: Text }[] {
  const vocabulary = vocabularyOf(term)
  return vocabulary ? identifiersOf(vocabulary).map((id) => ({ id, label: labelOf(vocabulary, id) })) : []
}

/** What the rule book itself names: instruments, rules, and the terms of one rule. */
export type Named = (term: string) => Text | undefined

function scalarText(value: Scalar, among: readonly string[], named: Named): Text {
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  if (typeof value === 'number') return { zh: String(value), en: String(value) }
  return named(value) ?? termText(value, among)
}

/** A value as people read it: 5 · 县处级副职 · 任职、兼任 · 县处级正职 3，县处级副职 2. */
export function valueText(value: ParameterShape, named: Named = () => undefined): Text {
  if (typeof value !== 'object') return scalarText(value, [], named)
  if (Array.isArray(value)) {
    const texts = value.map((one) => scalarText(one, value.map(String), named))
    return { zh: texts.map(({ zh }) => zh).join('、'), en: texts.map(({ en }) => en).join(', ') }
  }
  const keys = Object.keys(value)
  const pairs = Object.entries(value).map(
    ([key, one]) => [scalarText(key, keys, named), scalarText(one, [], named)] as const,
  )
  return {
    zh: pairs.map(([key, one]) => `${key.zh} ${one.zh}`).join('，'),
    en: pairs.map(([key, one]) => `${key.en} ${one.en}`).join(', '),
  }
}

/** A value as it is typed: plain where it is one word or number, as JSON where it is a list or a map. */
export const typedValue = (value: ParameterShape): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value)

/**
 * What was typed as a value of the same kind as another; undefined where it is none.
 * @example readValue('6', 5) // 6
 */
export function readValue(typed: string, like: ParameterShape): ParameterShape | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  if (typeof like === 'string') return text
  if (typeof like === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined
  if (typeof like === 'number') {
    const value = Number(text)
    return Number.isFinite(value) ? value : undefined
  }
  return readJson(text, Array.isArray(like))
}

const isScalar = (value: unknown): value is Scalar => ['string', 'number', 'boolean'].includes(typeof value)

function readJson(text: string, asList: boolean): ParameterShape | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== asList) return undefined
  return Object.values(value).every(isScalar) ? (value as ParameterShape) : undefined
}

/** Whether a place may adopt the value: it differs from what counts, and in the direction that the rule allows. */
export function isStricter(
  direction: RuleParameter['stricter'],
  counts: ParameterShape,
  value: ParameterShape,
): boolean {
  if (typeof counts !== 'number' || typeof value !== 'number')
    return direction !== null && typedValue(counts) !== typedValue(value)
  if (direction === 'more') return value > counts
  return direction === 'less' ? value < counts : direction === 'either' && value !== counts
}
