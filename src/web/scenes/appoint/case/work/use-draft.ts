import { useEffect, useState } from 'react'
import type { Draft } from './draft.ts'

export interface Typed {
  readonly draft: Draft
  readonly source: string
  readonly reason: string
  /** The day on which it happened; empty: today. */
  readonly on: string
}

const nothing: Typed = { draft: {}, source: '', reason: '', on: '' }
const memory = (caseId: string): string => `zhiren.case.${caseId}`

function remembered(caseId: string): Typed {
  try {
    const kept = sessionStorage.getItem(memory(caseId))
    return kept === null ? nothing : { ...nothing, ...(JSON.parse(kept) as Partial<Typed>) }
  } catch {
    return nothing
  }
}

/** What is typed stays with the browser until it is recorded: no error, and no reloading of the page, loses it. */
export function useDraft(caseId: string): readonly [Typed, (change: Partial<Typed>) => void] {
  const [typed, setTyped] = useState(() => remembered(caseId))
  useEffect(() => {
    try {
      const isNothing = Object.keys(typed.draft).length === 0
      if (isNothing) sessionStorage.removeItem(memory(caseId))
      else sessionStorage.setItem(memory(caseId), JSON.stringify(typed))
    } catch {
      // A browser that keeps nothing still holds it while the page is open.
    }
  }, [caseId, typed])
  return [typed, (change) => setTyped((before) => ({ ...before, ...change }))]
}
