import { pinyin } from 'pinyin-pro'

const syllablesOf = (name: string): string[] =>
  pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '')

/** @example wholeReading('陆承川') // 'luchengchuan' */
export const wholeReading = (name: string): string => syllablesOf(name).join('')

/**
 * How a name may be typed on a keyboard without Chinese: every ending of its pinyin and its initials, between spaces, so
 * that a search for ` cheng` finds the start of any syllable. A first character is read as a surname (单 is shan).
 * @example nameReading('陆承川') // ' luchengchuan chengchuan chuan lcc '
 */
export function nameReading(name: string): string {
  const syllables = syllablesOf(name)
  const endings = syllables.map((_, start) => syllables.slice(start).join(''))
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('')
  return ` ${[...endings, initials].join(' ')} `
}
