import type { Text } from '../../text.ts'

/** The heads under which the glossary lists its terms, in this order. */
export const explanationTopics = ['reading', 'records', 'identify', 'develop', 'manage', 'appoint', 'rules'] as const
export type ExplanationTopic = (typeof explanationTopics)[number]

/** What a number or a term on a screen is; a screen shows it beside the word, the glossary lists all of them. */
export interface Explanation {
  readonly term: Text
  /** Syllables of the Chinese term, by which the glossary is ordered and searched: `min zhu ce ping`. */
  readonly pinyin: string
  readonly topic: ExplanationTopic
  readonly what: Text
  /** From which facts it is worked out, and how. */
  readonly from: Text
  /** How sure it is: what an interval means, and what is said where the data do not suffice. */
  readonly sure?: Text
  /** What it must not be taken for. */
  readonly not?: Text
  /** Rules that carry its article or its figures, by id. */
  readonly rules?: readonly string[]
}
