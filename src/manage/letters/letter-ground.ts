import { type DateCode, dayOf, formatDate, monthOf, yearOf } from '#domain/calendar.ts'
import type { Letter } from '#domain/letter.ts'
import type { Matter, MatterDeed } from '#domain/matter.ts'
import { textIn } from '#domain/matter-course.ts'
import type { RuleBook } from '#policy/index.ts'

/** What a letter is written from: one deed of a matter, and whom the matter is about. */
export interface LetterGround {
  readonly matter: Matter
  readonly deed: MatterDeed
  /** Name of the cadre or the unit. */
  readonly name: string
  readonly book: RuleBook
  /** The act, and what it recorded, in words: what a letter without wording of its own says. */
  readonly act: string
  readonly facts: readonly { readonly label: string; readonly shown: string }[]
}

/** The words of a letter; the rest is the same in all. */
export interface LetterWords {
  readonly title: string
  readonly paragraphs: readonly string[]
  /** The cadre where left out. */
  readonly addressee?: string
}

/** A day as letters write it. @example dayOfLetter(20261123) // '2026年11月23日' */
export const dayOfLetter = (day: DateCode): string => `${yearOf(day)}年${monthOf(day)}月${dayOf(day)}日`

/** The lines of a recorded paragraph. */
export const linesOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const issuers = ['issuer', 'authority', 'body'] as const
const documents = ['document', 'decision_document', 'clearing_document', 'review_document'] as const

export function letterWith(
  { matter, deed, name }: LetterGround,
  { title, paragraphs, addressee }: LetterWords,
): Letter {
  const known = { ...matter.facts, ...deed.facts }
  const issuer = issuers.map((field) => textIn(known, field)).find(Boolean)
  const document = documents.map((field) => textIn(deed.facts, field)).find(Boolean)
  return {
    title,
    ...(document === undefined ? {} : { document }),
    addressee: addressee ?? `${name}同志`,
    paragraphs,
    issuer: issuer ?? '',
    on: formatDate(deed.on),
  }
}
