/** The words that clear a name before those who heard the accusation. */
import { textIn } from '#domain/matter-course.ts'
import type { LetterGround, LetterWords } from './letter-ground.ts'

export function clearingLetter({ matter, deed, name }: LetterGround): LetterWords {
  const checkedBy = textIn(matter.facts, 'checked_by')
  return {
    title: '澄清正名函',
    addressee: textIn(deed.facts, 'audience') ?? '有关单位',
    paragraphs: [
      `近期有反映${name}同志的问题。${checkedBy === undefined ? '经查核' : `经${checkedBy}查核`}，所反映的问题不属实。`,
      `经征得${name}同志同意，现予澄清，消除不良影响。望支持${name}同志继续担当作为、干事创业。`,
    ],
  }
}
