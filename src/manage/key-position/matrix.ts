import type { KeyKind, Touchpoint } from '#domain/key-seat.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import type { KeySeat } from './register.ts'

/** What a column of the matrix counts. */
export type KeyColumn = KeyKind | Touchpoint | 'key' | 'not-judged' | 'overdue' | 'checks-due'

export const keyColumns: readonly KeyColumn[] = [
  'key',
  ...identifiersOf('keyKind'),
  ...identifiersOf('touchpoint'),
  'overdue',
  'checks-due',
  'not-judged',
]

/** Does a seat count in a column? The list behind a count is chosen by the same question. */
export function countsIn(seat: KeySeat, column: KeyColumn): boolean {
  if (column === 'key') return seat.isKey === true
  if (column === 'not-judged') return seat.isKey === undefined
  if (column === 'overdue') return seat.duties.some(({ state }) => state === 'overdue')
  if (column === 'checks-due') return seat.checksDue > 0
  if (column === 'power' || column === 'fund' || column === 'resource') return seat.kinds[column] === true
  return seat.touchpoints?.includes(column) ?? false
}

export interface KeyMatrixRow {
  readonly unitId: string
  readonly unitName: string
  /** In the order of `keyColumns`. */
  readonly counts: readonly number[]
}

/** Seats by unit and kind; the units with the most key seats first. */
export function keyMatrix(seats: readonly KeySeat[]): readonly KeyMatrixRow[] {
  return [...Map.groupBy(seats, ({ unitId }) => unitId)]
    .map(([unitId, own]) => ({
      unitId,
      unitName: own[0]?.unitName ?? unitId,
      counts: keyColumns.map((column) => own.filter((seat) => countsIn(seat, column)).length),
    }))
    .sort((a, b) => (b.counts[0] ?? 0) - (a.counts[0] ?? 0) || (a.unitId < b.unitId ? -1 : 1))
}
