import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { once } from '#domain/once.ts'
import { officeWords } from './office-words.ts'

/** The dictionaries take some 200 ms to unpack: at the first password that is set. */
const guesser = once(
  () => new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary: { ...dictionary, office: [...officeWords] } }),
)
const commonWords = once(() => new Set([...(dictionary['passwords-common'] as readonly string[]), ...officeWords]))

/** What is longer is strong by its beginning or not at all; the search for patterns takes the square of the length. */
const longestRead = 64

/**
 * How many guesses somebody needs who tries what people choose first, as a power of ten: 49,000 passwords that leaked, words
 * of an office, rows of keys and characters, dates, and all of these disguised and joined (Wheeler, zxcvbn, USENIX Security
 * 2016). One or two common words count as nothing, whatever figures and signs are around them. `own` is what others know of
 * whoever chooses it.
 *
 * @example strengthOf('P@ssw0rd-2026!!', []) // 0
 */
export function strengthOf(password: string, own: readonly string[]): number {
  if (isTwoWordsAtMost(bare(password))) return 0
  return guesser().check(password.slice(0, longestRead), [...own]).guessesLog10
}

/** Letters alone, in small: `P@ssw0rd-2026` is `password`. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replaceAll('0', 'o')
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replaceAll('1', 'i')
    .replaceAll('3', 'e')
    .replace(/[^\p{L}]/gu, '')

function isTwoWordsAtMost(letters: string): boolean {
  const words = commonWords()
  const places = Array.from({ length: letters.length }, (_, index) => index + 1)
  return places.some((place) => {
    const [first, rest] = [letters.slice(0, place), letters.slice(place)]
    return words.has(first) && (rest === '' || words.has(rest))
  })
}
