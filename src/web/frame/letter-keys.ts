/** Whether single keys work: on unless the reader switched them off in this browser. */
import { useSyncExternalStore } from 'react'

const memory = 'zhiren.letter-keys'
const told = new Set<() => void>()
let on = remembered()

function remembered(): boolean {
  try {
    return localStorage.getItem(memory) !== 'off'
  } catch {
    return true
  }
}

export const letterKeysOn = (): boolean => on

export function switchLetterKeys(next: boolean): void {
  on = next
  try {
    localStorage.setItem(memory, next ? 'on' : 'off')
  } catch {
    // A browser that keeps nothing still heeds the choice until it is closed.
  }
  for (const tell of told) tell()
}

export const useLetterKeys = (): boolean =>
  useSyncExternalStore((changed) => {
    told.add(changed)
    return () => told.delete(changed)
  }, letterKeysOn)
