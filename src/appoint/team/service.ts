/** Time served, as far as the record tells: surely so many months, and at most so many where not everything is recorded. */
import { type DateCode, earliest, latest, monthsBetween, type Span } from '#domain/calendar.ts'
import { dateAt, textAt } from '#domain/columns.ts'
import { byCadre, resolve, rowsOf, type Snapshot } from '#domain/snapshot.ts'

export interface Stay {
  readonly from: DateCode
  /** 0 = it goes on. */
  readonly to: DateCode
}

/** A post held in one's own right, with what is recorded of it or of the unit that the record names in full. */
export interface Post extends Stay {
  readonly field: string | undefined
  readonly unitKind: string | undefined
  readonly role: string | undefined
}

const ownRight: ReadonlySet<string> = new Set(['appointed', 'concurrent', 'acting'])

/** The posts of a cadre (by row). */
export function postReader(snapshot: Snapshot): (cadre: number) => readonly Post[] {
  const { tenures, positions, units } = snapshot.tables
  const t = tenures.columns
  const p = positions.columns
  const seatOf = resolve(t.position_id, p.position_id)
  const unitOfSeat = resolve(p.unit_id, units.columns.unit_id)
  const unitNamed = resolve(t.unit_text, units.columns.name)
  const owned = byCadre(snapshot, 'tenures')
  const postAt = (row: number): Post => {
    const seat = seatOf[row] ?? -1
    const unit = (seat < 0 ? unitNamed[row] : unitOfSeat[seat]) ?? -1
    return {
      field: textAt(p.sector, seat) ?? textAt(units.columns.sector, unit),
      unitKind: textAt(units.columns.kind, unit),
      role: textAt(t.role, row) ?? textAt(p.role, seat),
      from: dateAt(t.from, row) ?? 0,
      to: dateAt(t.to, row) ?? 0,
    }
  }
  return (cadre) => [...rowsOf(owned, cadre)].filter((row) => ownRight.has(textAt(t.kind, row) ?? '')).map(postAt)
}

/**
 * Months that stays cover together; where `counts` is undefined they may count.
 * @example monthsOf(posts, ({ field }) => (field === undefined ? undefined : field === 'finance'), 20261122) // { least: 40, most: 76 }
 */
export function monthsOf<T extends Stay>(
  stays: readonly T[],
  counts: (stay: T) => boolean | undefined,
  today: DateCode,
): Span {
  return {
    least: covered(
      stays.filter((stay) => counts(stay) === true),
      today,
    ).least,
    most: covered(
      stays.filter((stay) => counts(stay) !== false),
      today,
    ).most,
  }
}

/** What lies beside each other counts once. */
function covered(stays: readonly Stay[], today: DateCode): Span {
  let [least, most, until] = [0, 0, 0]
  for (const { from, to } of stays.toSorted((a, b) => earliest(a.from) - earliest(b.from))) {
    const end = to === 0 ? today : to
    const start = earliest(from) < until ? until : from
    if (earliest(start) < latest(end)) {
      const months = monthsBetween(start, end)
      least += Math.max(0, months.least)
      most += Math.max(0, months.most)
    }
    until = Math.max(until, earliest(end))
  }
  return { least, most }
}
