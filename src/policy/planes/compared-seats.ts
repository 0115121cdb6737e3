/** The seats that planes are about, and which of them are alike. */
import type { Facts } from '../facts/facts.ts'
import type { SeatFacts } from '../facts/seats.ts'
import { type Alike, alikeBy } from './alike.ts'
import { keeper } from './columns.ts'

export interface ComparedSeats {
  /** Rows of positions. */
  readonly rows: readonly number[]
  readonly at: (place: number) => SeatFacts
  readonly alikeIn: (fields: readonly (keyof SeatFacts)[]) => Alike
}

const remembered = new WeakMap<Facts, ComparedSeats>()

/** The seats of some rows; those last asked of the same facts are kept with these. */
export function comparedSeats(facts: Facts, rows: readonly number[]): ComparedSeats {
  const known = remembered.get(facts)
  if (known && known.rows.length === rows.length && known.rows.every((row, place) => row === rows[place])) return known
  const kept = keeper()
  const at = seatAt(facts, rows)
  const alikeIn = (fields: readonly (keyof SeatFacts)[]): Alike =>
    kept(fields.join(' '), () =>
      alikeBy(
        rows.length,
        fields.map((field) => (place: number) => at(place)[field]),
      ),
    )
  const seats = { rows, at, alikeIn }
  remembered.set(facts, seats)
  return seats
}

/** The same seats after something has changed that is no fact of their own, such as who holds them. */
export const seatsAfter = (facts: Facts, { rows, alikeIn }: ComparedSeats): ComparedSeats => ({
  rows,
  at: seatAt(facts, rows),
  alikeIn,
})

const seatAt =
  (facts: Facts, rows: readonly number[]) =>
  (place: number): SeatFacts =>
    facts.seat(rows[place] ?? -1)
