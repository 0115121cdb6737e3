const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * The words of a text without punctuation, by the dictionary of ICU that Node carries; full-width forms read as usual ones.
 * @example wordsOf('作风扎实。') // ['作风', '扎实']
 */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(text)) if (isWordLike) words.push(segment.normalize('NFKC'))
  return words
}

/** A stretch of a text between marks of punctuation. */
export interface Clause {
  readonly text: string
  readonly at: number
}

/** @example clausesOf('团结同志，作风扎实。').map(({ text }) => text) // ['团结同志', '作风扎实'] */
export const clausesOf = (text: string): Clause[] =>
  Array.from(text.matchAll(/[^，。；、！？：,.;!?:\s]+/g), (match) => ({ text: match[0], at: match.index }))
