import { addMonths, type DateCode, earliest } from '#domain/calendar.ts'
import { dateAt, textAt } from '#domain/columns.ts'
import type { Finding } from '#domain/finding.ts'
import { byCadre, rowsOf } from '#domain/snapshot.ts'
import { dutyOf } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import type { Constellation } from './constellation.ts'
import { occupantsOf } from './teams-on-board.ts'

/** A seat that somebody leaves, and what goes with it. */
export interface VacatedSeat {
  readonly positionId: string
  readonly cadreId: string
  /** The new seat; undefined where none is given: a post has to be found. */
  readonly goesTo: string | undefined
  /** Who takes the seat over in the same changes; undefined where it stands empty. */
  readonly takenBy: string | undefined
  /** Indicators of the unit that he or she answers for; `all` where the record names none in particular. */
  readonly indicators: readonly string[]
  /** Rotation and term duties, overdue or due within a year, that leaving the seat settles. */
  readonly duties: readonly {
    readonly basis: Finding['basis']
    readonly dueOn: DateCode
    readonly reasons: Finding['reasons']
  }[]
}

export function vacatedSeats(ground: Ground, { facts: after, leavings, moves }: Constellation): VacatedSeat[] {
  const { facts, book, snapshot } = ground
  const rules = book.inForce('rotation', snapshot.asOf)
  const soon = addMonths(snapshot.asOf, 12)
  const indicatorsOf = indicatorReader(ground)
  const takenBy = occupantsOf(
    after,
    leavings.map(({ seat }) => seat),
  )
  return leavings.map(({ cadre: row, seat: index }) => {
    const cadre = facts.cadre(row)
    const seat = facts.seat(index)
    const to = moves.find((move) => move.cadre === row)
    const next = takenBy.get(index)
    return {
      positionId: seat.position,
      cadreId: cadre.id,
      goesTo: to && facts.seat(to.seat).position,
      takenBy: next === undefined ? undefined : facts.cadre(next).id,
      indicators: indicatorsOf(row, seat.unit),
      duties: rules.flatMap((rule) => {
        const duty = dutyOf(rule, facts, cadre, seat)
        return duty && earliest(duty.dueOn) <= soon
          ? [{ basis: duty.finding.basis, dueOn: duty.dueOn, reasons: duty.finding.reasons }]
          : []
      }),
    }
  })
}

function indicatorReader({ snapshot }: Ground): (cadre: number, unitId: string) => string[] {
  const { unit_id, indicator, to } = snapshot.tables.duties.columns
  const rows = byCadre(snapshot, 'duties')
  return (cadre, unitId) => {
    const own = [...rowsOf(rows, cadre)].filter(
      (row) => textAt(unit_id, row) === unitId && dateAt(to, row) === undefined,
    )
    return [...new Set(own.map((row) => textAt(indicator, row) ?? 'all'))].sort()
  }
}
