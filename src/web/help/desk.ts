/** What of help stands open: kept apart from its parts, so that the frame can open what is loaded only then. */
import { useSyncExternalStore } from 'react'

type Standing =
  | { readonly open: 'nothing' }
  | { readonly open: 'page' }
  | { readonly open: 'tour'; readonly step: number }

let standing: Standing = { open: 'nothing' }
const listeners = new Set<() => void>()

function stand(next: Standing): void {
  standing = next
  for (const listener of listeners) listener()
}

export const closeHelp = (): void => stand({ open: 'nothing' })
export const togglePageHelp = (): void => stand({ open: standing.open === 'page' ? 'nothing' : 'page' })
export const goToTour = (step: number): void => stand({ open: 'tour', step })

export const useHelpDesk = (): Standing =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => standing,
  )
