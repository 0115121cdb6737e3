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
}

export const NamesContext = createContext<Names>({ hidden: true, order: [] })

/** Until names are shown, people are numbered, and a post that would name them is said by its level and field alone. */
export function useNames() {
  const { hidden, order } = use(NamesContext)
  const { say, language } = useSpeech()
  return {
    hidden,
    nameOf: ({ cadreId, name }: { readonly cadreId: string; readonly name: string }): string =>
      hidden ? say(meetingWords.alias, { number: aliasNumber(order.indexOf(cadreId), language) }) : name,
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
