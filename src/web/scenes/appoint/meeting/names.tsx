import { createContext, use } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { MeetingCard } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { meetingWords } from '../../../language/words/meeting.ts'
import { aliasNumber } from './aliases.ts'

interface Names {
  readonly hidden: boolean
  /** Cadre ids in the order in which people are shown. */
  readonly order: readonly string[]
  /** Whom they are compared with and who are not shown themselves. */
  readonly beside: readonly string[]
}

export const NamesContext = createContext<Names>({ hidden: true, order: [], beside: [] })

/** Until names are shown, people are numbered, and a post that would name them is said by its level and field alone. */
export function useNames() {
  const { hidden, order, beside } = use(NamesContext)
  const { say, language } = useSpeech()
  const aliasOf = (cadreId: string): string => {
    const [words, people] = order.includes(cadreId) ? [meetingWords.alias, order] : [meetingWords.aliasBeside, beside]
    return say(words, { number: aliasNumber(people.indexOf(cadreId), language) })
  }
  return {
    hidden,
    nameOf: ({ cadreId, name }: { readonly cadreId: string; readonly name: string }): string =>
      hidden ? aliasOf(cadreId) : name,
    postOf: ({ post, postLevel, sector }: Pick<MeetingCard, 'post' | 'postLevel' | 'sector'>): string => {
      if (!hidden) return post ?? ''
      const parts = [postLevel && labelOf('postLevel', postLevel), sector && labelOf('sector', sector)]
      return parts
        .map((part) => (part ? say(part) : ''))
        .filter((part) => part !== '')
        .join(' · ')
    },
  }
}
