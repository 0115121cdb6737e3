/** What a typed word finds, and in which order. */

/** Something that may be found. */
export interface Named {
  readonly name: string
  /** Pinyin of every ending of the name and its initials, between spaces; empty where there is none. */
  readonly reading: string
  /** Found by it as well, where typed from its start. */
  readonly id: string
  /** Words beside the name that narrow a search of several words: a unit, a post. */
  readonly beside: string
  /** Comes after the others of its place: somebody who has left. */
  readonly isPast: boolean
}

export interface Found<Thing> {
  /** How many there are. */
  readonly total: number
  /** The first of them. */
  readonly first: readonly Thing[]
}

/** The words of a query as they are compared: narrow forms, lower case. */
export const wordsOf = (query: string): readonly string[] =>
  query
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s，、,'’]+/)
    .filter((word) => word !== '')

/** Places: 0 the whole name, 1 its start, 2 a part of it or a later syllable, 3 a short form, 4 only what stands beside it. */
const places = 5

/**
 * The things that every word of a query finds: whole names first, then starts of names, parts, short forms; among equals
 * those of today before those of the past, in the order of the list.
 *
 * @example search(people, wordsOf('lcc'), 8).first // 陆承川
 */
export function search<Thing extends Named>(
  things: readonly Thing[],
  words: readonly string[],
  limit: number,
  mayBeFound: (thing: Thing) => boolean = () => true,
): Found<Thing> {
  if (words.length === 0) return { total: 0, first: [] }
  const shelves: Thing[][] = Array.from({ length: places * 2 }, () => [])
  let total = 0
  for (const thing of things) {
    const place = placeOf(thing, words)
    if (place === undefined || !mayBeFound(thing)) continue
    total++
    const shelf = shelves[place * 2 + (thing.isPast ? 1 : 0)]
    if (shelf && shelf.length < limit) shelf.push(thing)
  }
  return { total, first: shelves.flat().slice(0, limit) }
}

/** The best place that a word earns, if each is found; one at least must be found in the name. */
function placeOf(thing: Named, words: readonly string[]): number | undefined {
  let best = places - 1
  for (const word of words) {
    const place = placeOfWord(thing, word) ?? (thing.beside.includes(word) ? places - 1 : undefined)
    if (place === undefined) return undefined
    best = Math.min(best, place)
  }
  return best < places - 1 ? best : undefined
}

const isLatin = (word: string): boolean => word.charCodeAt(0) < 0x80

function placeOfWord({ name, reading, id }: Named, word: string): number | undefined {
  if (isLatin(word)) {
    const at = reading.indexOf(` ${word}`)
    if (at >= 0) return placeInReading(reading, word, at)
    if (id.startsWith(word)) return id.length === word.length ? 0 : 1
  }
  const at = name.indexOf(word)
  if (at === 0) return name.length === word.length ? 0 : 1
  if (at > 0) return 2
  return !isLatin(word) && word.length > 1 && isShortFormOf(word, name) ? 3 : undefined
}

/** The first of the readings is that of the whole name, the last are the initials. */
function placeInReading(reading: string, word: string, at: number): number {
  const initials = reading.lastIndexOf(' ', reading.length - 2)
  const isWhole = (start: number): boolean => reading[start + word.length + 1] === ' '
  const start = at === 0 ? 0 : reading.startsWith(` ${word}`, initials) ? initials : undefined
  if (start === undefined) return 2
  return isWhole(start) ? 0 : 1
}

/** Are these characters in the name, in their order? 工信局 is in 市工业和信息化局. */
function isShortFormOf(word: string, name: string): boolean {
  let at = -1
  for (const character of word) {
    at = name.indexOf(character, at + 1)
    if (at < 0) return false
  }
  return true
}
