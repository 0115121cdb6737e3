import { type DateCode, dateCode } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'

/** A stretch in which somebody sat in the leadership of a unit. */
export interface Seat {
  /** Row of the cadres table. */
  readonly cadre: number
  readonly isPrincipal: boolean
  readonly from: DateCode
  /** 0 = still. */
  readonly to: DateCode
}

/** A documented duty: for one indicator, or for all. */
export interface Duty {
  readonly cadre: number
  /** Code of the indicator in the indicators table, -1 = all. */
  readonly indicator: number
  readonly from: DateCode
  readonly to: DateCode
  /** Undefined where the document gives none. */
  readonly share: number | undefined
}

export interface Answering {
  readonly seats: readonly Seat[]
  readonly duties: readonly Duty[]
}

/** Who hold a seat in their own right; people on secondment answer only where a duty is recorded. */
const holdingKinds: ReadonlySet<string> = new Set(['appointed', 'acting', 'concurrent'])

/** Who answered in each unit, by row of the units table. Staff do not; nor do heads of sections beside a leadership team. */
export function answeringByUnit(snapshot: Snapshot): readonly Answering[] {
  const { units, tenures, positions, cadres, duties, indicators } = snapshot.tables
  const found = Array.from({ length: units.length }, (): { seats: Seat[]; duties: Duty[] } => ({
    seats: [],
    duties: [],
  }))
  const unitOfSeat = resolve(positions.columns.unit_id, units.columns.unit_id)
  const hasTeam = new Uint8Array(units.length)
  unitOfSeat.forEach((unit, seat) => {
    if (unit >= 0 && (positions.columns.team_id.codes[seat] as number) >= 0) hasTeam[unit] = 1
  })
  const seatOf = resolve(tenures.columns.position_id, positions.columns.position_id)
  const cadreOf = resolve(tenures.columns.cadre_id, cadres.columns.cadre_id)
  for (let row = 0; row < tenures.length; row += 1) {
    const seat = seatOf[row] as number
    const cadre = cadreOf[row] as number
    const unit = seat < 0 ? -1 : (unitOfSeat[seat] as number)
    if (cadre < 0 || unit < 0 || !holdingKinds.has(textAt(tenures.columns.kind, row) ?? '')) continue
    const role = textAt(positions.columns.role, seat)
    const isLeader = role !== 'staff' && (hasTeam[unit] === 0 || (positions.columns.team_id.codes[seat] as number) >= 0)
    const { from, to } = tenures.columns
    if (isLeader)
      found[unit]?.seats.push({
        cadre,
        isPrincipal: role === 'principal',
        from: from.codes[row] as number,
        to: to.codes[row] as number,
      })
  }
  const codeOf = new Map(indicators.columns.indicator.values.map((name, code) => [name, code]))
  const holderOf = resolve(duties.columns.cadre_id, cadres.columns.cadre_id)
  const unitOf = resolve(duties.columns.unit_id, units.columns.unit_id)
  for (let row = 0; row < duties.length; row += 1) {
    const { indicator, from, to, share } = duties.columns
    const name = textAt(indicator, row)
    const code = name === undefined ? -1 : codeOf.get(name)
    const cadre = holderOf[row] as number
    if (cadre < 0 || code === undefined) continue
    found[unitOf[row] as number]?.duties.push({
      cadre,
      indicator: code,
      from: from.codes[row] as number,
      to: to.codes[row] as number,
      share: Number.isNaN(share.values[row]) ? undefined : share.values[row],
    })
  }
  return found
}

/** Half-open; a stretch counts for a month when it covers the fifteenth. */
export function coversMonth(
  { from, to }: { readonly from: DateCode; readonly to: DateCode },
  year: number,
  month: number,
): boolean {
  const middle = dateCode(year, month, 15)
  return from <= middle && (to === 0 || middle < to)
}

/** Does a stretch count for every month of a year? */
export const coversYear = (stretch: { readonly from: DateCode; readonly to: DateCode }, year: number): boolean =>
  coversMonth(stretch, year, 1) && coversMonth(stretch, year, 12)
