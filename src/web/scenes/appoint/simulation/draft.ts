/** What is changed on the board: one line a seat, at most; it lives in the address, so that a link opens the same board. */
import type { SimulationRequest } from '#server/contract/index.ts'
import { type Search, valueOf, valuesOf } from '../../../client/search.ts'

export type Change = SimulationRequest['changes'][number]

/** Candidates that fit on one sheet. */
export const mostCompared = 5

export interface Draft {
  readonly changes: readonly Change[]
  /** The seat that people are looked for. */
  readonly seat: string | undefined
  /** Put beside the board by search. */
  readonly added: readonly string[]
  readonly compared: readonly string[]
}

/** Who sits where before any change, by seat. */
export type Holders = ReadonlyMap<string, string>

const between = '*'

export const readDraft = (search: Search): Draft => ({
  changes: valuesOf(search, 'set').flatMap((text) => {
    const at = text.indexOf(between)
    if (at < 1) return []
    return { positionId: text.slice(0, at), cadreId: text.slice(at + 1) || null }
  }),
  seat: valueOf(search, 'seat'),
  added: valuesOf(search, 'add'),
  compared: valuesOf(search, 'compare').slice(0, mostCompared),
})

export const writeDraft = ({ changes, seat, added, compared }: Draft): Record<string, string | string[]> => ({
  set: changes.map(({ positionId, cadreId }) => `${positionId}${between}${cadreId ?? ''}`),
  ...(seat === undefined ? {} : { seat }),
  add: [...added],
  compare: [...compared],
})

/** Somebody into a seat; wherever the changes had put him or her before no longer counts. */
export function placed(changes: readonly Change[], holders: Holders, positionId: string, cadreId: string): Change[] {
  const others = changes.filter((change) => change.positionId !== positionId && change.cadreId !== cadreId)
  return holders.get(positionId) === cadreId ? others : [...others, { positionId, cadreId }]
}

/** Nobody in a seat; one that was empty before is as it was. */
export function emptied(changes: readonly Change[], holders: Holders, positionId: string): Change[] {
  const others = restored(changes, positionId)
  return holders.has(positionId) ? [...others, { positionId, cadreId: null }] : others
}

/** A seat as it was before. */
export const restored = (changes: readonly Change[], positionId: string): Change[] =>
  changes.filter((change) => change.positionId !== positionId)

/** Who sits where after the changes: whoever is put elsewhere leaves the seat held before. */
export function seated(changes: readonly Change[], holders: Holders): Map<string, string> {
  const moved = new Set(changes.map(({ cadreId }) => cadreId))
  const after = new Map([...holders].filter(([, cadreId]) => !moved.has(cadreId)))
  for (const { positionId, cadreId } of changes) {
    if (cadreId === null) after.delete(positionId)
    else after.set(positionId, cadreId)
  }
  return after
}

/** Somebody onto a seat: those who sit on the board change places, others take the seat. */
export function dropped(changes: readonly Change[], holders: Holders, positionId: string, cadreId: string): Change[] {
  const after = seated(changes, holders)
  const [from] = [...after].find(([, one]) => one === cadreId) ?? []
  const other = after.get(positionId)
  const moved = placed(changes, holders, positionId, cadreId)
  return from === undefined || other === undefined || other === cadreId ? moved : placed(moved, holders, from, other)
}
