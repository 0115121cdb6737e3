/** The glossary as it is listed: by topic, by the first letter of the pinyin, or what a search finds. */
import {
  type Explanation,
  type ExplanationId,
  type ExplanationTopic,
  explanationIds,
  explanations,
  explanationTopics,
} from '#domain/lexicon/explanations.ts'

export interface Entry extends Explanation {
  readonly id: ExplanationId
}

const plain = (words: string): string => words.toLowerCase().replaceAll(/[\s'’·]/g, '')

const initials = (pinyin: string): string => pinyin.replaceAll(/(\S)\S*\s*/g, '$1')

const entries: readonly Entry[] = explanationIds.map((id) => ({ id, ...explanations[id] }))

/** Found by the term in either language, its pinyin, its initials; then by what is said of it. */
export function entriesFor(typed: string): readonly Entry[] {
  const asked = plain(typed)
  if (asked === '') return entries
  const named = entries.filter(
    ({ term, pinyin, id }) =>
      plain(term.zh).includes(asked) ||
      plain(term.en).includes(asked) ||
      plain(pinyin).startsWith(asked) ||
      initials(pinyin).startsWith(asked) ||
      id === asked,
  )
  const told = entries.filter(
    (entry) => !named.includes(entry) && (entry.what.zh.includes(typed.trim()) || plain(entry.what.en).includes(asked)),
  )
  return [...named, ...told]
}

export interface Group<Key> {
  readonly key: Key
  readonly entries: readonly Entry[]
}

export const byTopic = (listed: readonly Entry[]): readonly Group<ExplanationTopic>[] =>
  explanationTopics
    .map((key) => ({ key, entries: listed.filter(({ topic }) => topic === key) }))
    .filter((group) => group.entries.length > 0)

export function byLetter(listed: readonly Entry[]): readonly Group<string>[] {
  const ordered = [...listed].sort((a, b) => (a.pinyin < b.pinyin ? -1 : 1))
  const groups = Map.groupBy(ordered, ({ pinyin }) => pinyin.slice(0, 1).toUpperCase())
  return [...groups].map(([key, entries]) => ({ key, entries }))
}
