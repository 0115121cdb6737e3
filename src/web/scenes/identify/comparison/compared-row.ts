import type { ReactNode } from 'react'
import type { Comparison } from '#server/contract/index.ts'

export type Compared = Comparison['people'][number]

/** One line of the sheet: a head, and a cell for each person. */
export interface ComparedRow {
  readonly key: string
  readonly head: ReactNode
  cell(person: Compared): ReactNode
  /** It tells none of them from the others. */
  readonly isSame: boolean
}

/** Whether something is the same of everybody; two things not known are not known to be the same, but show no difference. */
export function isSameOf<T>(people: readonly Compared[], read: (person: Compared) => T): boolean {
  const [first, ...others] = people.map((person) => JSON.stringify(read(person) ?? null))
  return others.every((other) => other === first)
}
