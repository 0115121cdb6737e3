import { personName } from '../form-values/person-name.ts'

/** Signs of a footnote. */
const signs = /[*＊★☆▲△●○※#①-⑳]/gu
const beside = /^([^()（）]+?)\s*((?:[(（][^()（）]*[)）]\s*)*)$/
/** The sex on a line of its own; names written from top to bottom have lines too. */
const below = /^(\S.*\S)\s*\n\s*([男女])$/su

/**
 * A name, and what rosters write beside it: the sex, the ethnicity, a remark, the sign of a footnote.
 * @example nameParts('阿依古丽（女，维吾尔族）') // { name: '阿依古丽', notes: ['女', '维吾尔族'] }
 */
export function nameParts(text: string): { readonly name: string; readonly notes: readonly string[] } {
  const plain = text.replace(signs, '').trim()
  const [, inner = plain, brackets = ''] = beside.exec(plain) ?? []
  const [, name = inner, sex] = below.exec(inner) ?? []
  const notes = [sex, ...brackets.split(/[()（），,、；;\s]+/), text.match(signs)?.join('')]
  return { name: personName(name), notes: notes.flatMap((note) => (note === undefined || note === '' ? [] : [note])) }
}
