/** Where somebody could be sent: seats that are vacant, seats soon free, and places of secondment. */
import { addDays, addMonths, type DateCode, earliest } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import type { RotationDuty } from '#domain/results.ts'
import { resolve } from '#domain/snapshot.ts'
import { type Facts, type RuleBook, retirementCalendar, type SeatFacts } from '#policy/index.ts'
import { type Exposure, exposureReader } from './seat-exposure.ts'
import { postingSettings } from './settings.ts'

export const openings = ['vacant', 'rotation', 'retirement', 'secondment'] as const
export type OpeningCause = (typeof openings)[number]

export interface OpenSeat {
  readonly seat: SeatFacts
  readonly cause: OpeningCause
  /** The day on which it is free, not before that of the facts. */
  readonly on: DateCode
  /** Who holds it until then. */
  readonly holderId: string | undefined
  /** How many people it can take. */
  readonly places: number
  readonly exposures: readonly Exposure[]
}

/**
 * Seats open within so many months, the earliest first. A seat is listed once; on secondment people serve beside whoever
 * holds a seat of a front-line unit, one such seat a unit.
 * @example openSeats({ facts, book }, duties, 12)[0] // { cause: 'vacant', on: 20261122, … }
 */
export function openSeats(
  { facts, book }: { readonly facts: Facts; readonly book: RuleBook },
  duties: readonly RotationDuty[],
  months: number,
): OpenSeat[] {
  const { snapshot } = facts
  const { asOf } = snapshot
  const until = addMonths(asOf, months)
  const exposuresOf = exposureReader(snapshot, book)
  const found = new Map<number, OpenSeat>()
  const add = (seat: SeatFacts, cause: OpeningCause, day: DateCode, holderId?: string, places = 1): void => {
    const on = Math.max(asOf, day)
    const known = found.get(seat.index)
    if (on > until || !isUsable(seat, on) || (known && known.on <= on)) return
    found.set(seat.index, { seat, cause, on, holderId, places, exposures: exposuresOf(seat) })
  }
  const { vacancies, positions, cadres } = snapshot.tables
  for (const row of new Set(resolve(vacancies.columns.position_id, positions.columns.position_id)))
    if (row >= 0 && facts.seat(row).holders().length === 0) add(facts.seat(row), 'vacant', asOf)
  for (const { positionId, dueOn, cadreId } of duties) {
    const row = facts.seatIndex(positionId)
    if (row !== undefined) add(facts.seat(row), 'rotation', earliest(dueOn), cadreId)
  }
  const retires = retirementCalendar(book, asOf)
  for (let row = 0; row < facts.cadreCount; row += 1) {
    const { post, hasLeft, bornOn, id } = facts.cadre(row)
    if (hasLeft || !post?.seat || !retires) continue
    const month = retires({ bornOn, sex: textAt(cadres.columns.sex, row) })
    if ('month' in month) add(post.seat, 'retirement', addDays(earliest(addMonths(month.month, 1)), -1), id)
  }
  const { secondeesMost } = postingSettings(book, asOf)
  for (const seat of secondmentSeats(facts, exposuresOf))
    if (!found.has(seat.index)) add(seat, 'secondment', asOf, seat.holders()[0]?.cadre, secondeesMost)
  return [...found.values()].sort((a, b) => a.on - b.on || (a.seat.position < b.seat.position ? -1 : 1))
}

const isUsable = ({ leading, closedOn }: SeatFacts, on: DateCode): boolean =>
  leading && (closedOn === undefined || earliest(closedOn) > on)

/** One seat a front-line unit, beside whose holder a secondee serves: a deputy's where there is one. */
function secondmentSeats(facts: Facts, exposuresOf: (seat: SeatFacts) => readonly Exposure[]): SeatFacts[] {
  const seats = Array.from({ length: facts.snapshot.tables.positions.length }, (_, row) => facts.seat(row))
  const front = seats.filter(
    (seat) => seat.leading && exposuresOf(seat).includes('grassroots') && seat.holders().length > 0,
  )
  return [...Map.groupBy(front, ({ unit }) => unit).values()].flatMap(
    (own) => own.find(({ role }) => role === 'deputy') ?? own[0] ?? [],
  )
}
