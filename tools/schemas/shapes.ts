/** The pieces that the schemas of rules, cases and overlays share. JSON Schema draft-07, which editors of YAML know best. */
import type { Text } from '#domain/text.ts'
import { lists } from '#policy/language/lists.ts'
import { identifiersIn, termLabel, words } from '#policy/language/vocabulary.ts'
import { labelOfWord } from '#policy/language/word-labels.ts'

export type Schema = { readonly [key: string]: unknown }

export const draft = 'http://json-schema.org/draft-07/schema#'

/** Shown by editors beside a suggestion. */
export const told = ({ zh, en }: Text): { description: string } => ({ description: `${zh} · ${en}` })

export const text: Schema = {
  type: 'object',
  properties: { zh: { type: 'string' }, en: { type: 'string' } },
  required: ['zh', 'en'],
  additionalProperties: false,
}
export const date: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}(-\\d{2})?$' }
export const scalar: Schema = { type: ['string', 'number', 'boolean'] }

export const definition = (name: string): Schema => ({ $ref: `#/definitions/${name}` })
export const listOf = (items: Schema): Schema => ({ type: 'array', items })

/** A map with these keys and no others. */
export const record = (properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
  additionalProperties: false,
})

/** One of some identifiers, each with its label. */
export const choice = (labelled: Iterable<readonly [id: string, label: Text]>): Schema => ({
  oneOf: [...labelled].map(([id, label]) => ({ const: id, ...told(label) })),
})

export const term = (vocabulary: string): Schema =>
  choice(identifiersIn(vocabulary).map((id) => [id, termLabel(vocabulary, id)]))

const typed = [words, ...Object.values(lists).map((list) => list.words)].flatMap((one) => Object.entries(one))

/** Every word of the rule language. */
export const everyWord: Schema = choice(typed.map(([path]) => [path, labelOfWord(path)]))

/** Every term that a word may be compared with; a term of several vocabularies is told once for each label. */
export function everyTerm(): Schema {
  const labels = new Map<string, Text[]>()
  const vocabularies = typed.flatMap(([, { type }]) => (type.kind === 'term' ? [type.vocabulary] : []))
  for (const vocabulary of new Set(vocabularies)) {
    for (const id of identifiersIn(vocabulary)) labels.set(id, [...(labels.get(id) ?? []), termLabel(vocabulary, id)])
  }
  const joined = (found: readonly Text[], language: keyof Text): string =>
    [...new Set(found.map((label) => label[language]))].join(' / ')
  return choice([...labels].map(([id, found]) => [id, { zh: joined(found, 'zh'), en: joined(found, 'en') }]))
}
