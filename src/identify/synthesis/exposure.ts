import { type DateCode, monthsBetween } from '#domain/calendar.ts'
import { booleanAt } from '#domain/columns.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import type { CadreFacts } from '#policy/index.ts'

/** Where a career has been, in months by the calendar; times that lie beside each other count once. */
export interface Exposure {
  /** Months with a known field of work, by field, longest first. */
  readonly sectors: readonly { readonly sector: string; readonly months: number }[]
  readonly units: number
  readonly unitLevels: number
  /** Months in posts, of whatever kind. */
  readonly career: number
  /** Undefined where no tenure says whether it was at the grassroots. */
  readonly grassroots: number | undefined
  /** Undefined where no seat of the career is known. */
  readonly hardship: number | undefined
  readonly principal: number
  readonly evidence: readonly string[]
}

interface Stay {
  readonly from: DateCode
  readonly to: DateCode
}

const worked: ReadonlySet<string> = new Set(['appointed', 'seconded', 'concurrent', 'acting'])

/** @example exposures(snapshot)(facts.cadre(0)).sectors[0] // { sector: 'construction', months: 108 } */
export function exposures(snapshot: Snapshot): (cadre: CadreFacts) => Exposure {
  const { positions, units } = snapshot.tables
  const unitOf = resolve(positions.columns.unit_id, units.columns.unit_id)
  const isHard = (seat: number): boolean | undefined =>
    booleanAt(positions.columns.hardship, seat) ?? booleanAt(units.columns.hardship, unitOf[seat] ?? -1)
  return (cadre) => {
    const stretches = cadre.stretches.filter(({ kind }) => worked.has(kind))
    const during = (chosen: typeof stretches): number =>
      monthsOf(chosen.map(({ from, to }) => ({ from, to: to === 0 ? snapshot.asOf : to })))
    const known = stretches.filter(({ seat }) => seat !== undefined)
    const bySector = Map.groupBy(known, ({ seat }) => seat?.sector ?? '')
    const hard = known.map(({ seat }) => isHard(seat?.index ?? -1))
    return {
      sectors: [...bySector]
        .filter(([sector]) => sector !== '')
        .map(([sector, chosen]) => ({ sector, months: during(chosen) }))
        .sort((a, b) => b.months - a.months || (a.sector < b.sector ? -1 : 1)),
      units: new Set(known.map(({ seat }) => seat?.unit)).size,
      unitLevels: new Set(known.map(({ seat }) => seat?.unitLevel)).size,
      career: during(stretches),
      grassroots: stretches.every(({ grassroots }) => grassroots === undefined)
        ? undefined
        : during(stretches.filter(({ grassroots }) => grassroots === true)),
      hardship: hard.every((each) => each === undefined) ? undefined : during(known.filter((_, index) => hard[index])),
      principal: during(stretches.filter(({ role }) => role === 'principal')),
      evidence: stretches.map(({ evidence }) => evidence),
    }
  }
}

/** Months covered by the stays together. */
function monthsOf(stays: readonly Stay[]): number {
  let months = 0
  let until = 0
  for (const { from, to } of [...stays].sort((a, b) => a.from - b.from)) {
    const start = Math.max(from, until)
    if (to > start) months += monthsBetween(start, to).least
    until = Math.max(until, to)
  }
  return months
}
