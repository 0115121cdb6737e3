import type { Text } from '#domain/text.ts'
import { peoplePages } from './help-pages-people.ts'
import { postPages } from './help-pages-posts.ts'

export interface PageWords {
  readonly name: Text
  /** What the page is for. */
  readonly what: Text
}

/** What each page is for, by its address. */
export const helpPageWords = { ...peoplePages, ...postPages } as const satisfies Record<string, PageWords>

export type HelpPage = keyof typeof helpPageWords
