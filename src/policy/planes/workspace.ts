/** What the planes of one set of people and seats share: classes of seats, and all that was computed about them. */
import type { DateCode } from '#domain/calendar.ts'
import { type Columns, keeper } from './columns.ts'
import type { ComparedSeats } from './compared-seats.ts'
import type { Needs } from './needs.ts'

export interface Workspace extends Columns {
  readonly seats: ComparedSeats
  /** What was made under a key, or what `make` makes. */
  shared<T>(key: string, make: () => T): T
  /** Computes once for seats alike in what is needed, and again when the day moves, if that is needed. */
  perSeat<T>(needs: Needs, bytes: number, make: (seat: number) => T): (seat: number) => T
  /** The day of what is computed next. */
  moveTo(today: DateCode): void
}

/** Where a value for each class of seats would take more than this, only the last is kept. */
const mostBytes = 16 << 20

export function workspace(columns: Columns, seats: ComparedSeats, today: DateCode): Workspace {
  const { scope } = columns
  const shared = keeper()
  const onMove: (() => void)[] = []
  let now = today

  function perSeat<T>(needs: Needs, bytes: number, make: (seat: number) => T): (seat: number) => T {
    const { classOf, first } = seats.alikeIn(needs.seat)
    const keepsAll = first.length * bytes <= mostBytes
    let values: T[] = []
    let last = -1
    if (needs.today) {
      onMove.push(() => {
        values = []
        last = -1
      })
    }
    return (seat) => {
      const found = classOf[seat] ?? 0
      const place = keepsAll ? found : 0
      const value = values[place]
      if (value !== undefined && (keepsAll || last === found)) return value
      const made = make(seat)
      values[place] = made
      last = found
      return made
    }
  }

  return {
    ...columns,
    seats,
    shared,
    perSeat,
    moveTo(day) {
      scope.today = day
      if (day === now) return
      now = day
      for (const clear of onMove) clear()
    },
  }
}
