/** A session that ended while its page is open: the page stays as it is until somebody signs in again. */
import { useSyncExternalStore } from 'react'
import type { Session } from '#server/contract/index.ts'

let ended: Session | undefined
const told = new Set<() => void>()

function tell(next: Session | undefined): void {
  ended = next
  for (const one of told) one()
}

/** The first end counts: what is asked afterwards is refused for the same reason. */
export const tellEnd = (session: Session): void => {
  if (!ended) tell(session)
}

export const takeUpAgain = (): void => tell(undefined)

/** The session that ended, as long as nobody has signed in again. */
export const useEndedSession = (): Session | undefined =>
  useSyncExternalStore(
    (changed) => {
      told.add(changed)
      return () => told.delete(changed)
    },
    () => ended,
  )
