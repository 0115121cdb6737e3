import type { QueryClient } from '@tanstack/react-query'
import { fill, type Language } from '#domain/text.ts'
import { analysisQuery } from '../client/analysis-queries.ts'
import { sessionQuery } from '../client/queries.ts'
import { day, minute } from '../language/format.ts'
import { printWords as words } from '../language/words/print.ts'

/** A string as CSS writes it. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

/** What stands in the foot of every sheet: both clocks; who printed and when, with room for the purpose. */
export function footOf(
  clocks: { readonly asOf: string; readonly knownAt: string } | undefined,
  name: string | undefined,
  now: Date,
  language: Language,
): { readonly left: string; readonly right: string } {
  const left = clocks ? fill(words.clocks, { asOf: day(clocks.asOf), knownAt: day(clocks.knownAt) })[language] : ''
  const right = name ? fill(words.printed, { name, at: minute(now.toISOString()) })[language] : ''
  return { left, right: right && `${right}${'_'.repeat(16)}` }
}

/** Before each printing, hands the words of the foot to `print.css`; returns the way to stop. */
export function footWhilePrinting(queries: QueryClient, language: Language): () => void {
  const write = () => {
    const clocks = queries.getQueryData(analysisQuery.queryKey)
    const session = queries.getQueryData(sessionQuery.queryKey)
    const { left, right } = footOf(clocks, session?.name[language], new Date(), language)
    document.documentElement.style.setProperty('--foot-clocks', quoted(left))
    document.documentElement.style.setProperty('--foot-printed', quoted(right))
  }
  addEventListener('beforeprint', write)
  return () => removeEventListener('beforeprint', write)
}
