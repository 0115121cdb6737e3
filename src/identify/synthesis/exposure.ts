import type { DateCode } from '#domain/calendar.ts'
import { type CadreFacts, mergeRuns, type Run, type Stretch, timeIn } from '#policy/index.ts'

/** The time of a career of which something is true; times that lie beside each other count once. */
export interface TimeOn {
  /** Whole months by the calendar; undefined where of no stretch it is known whether it counts. */
  readonly months: number | undefined
  /** Months of which it is not recorded whether they count besides. */
  readonly open: number
  /** Runs without a break. */
  readonly spells: number
  /** Units in which they were spent. */
  readonly units: readonly string[]
  /** The stretches that count: `tenures/T00017`. */
  readonly evidence: readonly string[]
}

/** Where a career has been, in months by the calendar. */
export interface Exposure {
  /** Months with a known field of work, by field, longest first. */
  readonly sectors: readonly { readonly sector: string; readonly months: number }[]
  readonly units: number
  readonly grassroots: TimeOn
  readonly hardship: TimeOn
  readonly evidence: readonly string[]
}

const posts: ReadonlySet<string> = new Set(['appointed', 'seconded', 'concurrent', 'acting'])

/** The posts of a career: no studies, army, work before the service, or grades. */
export const postsOf = ({ stretches }: CadreFacts): readonly Stretch[] =>
  stretches.filter(({ kind }) => posts.has(kind))

/** The field of the seat, else of the unit. */
export const sectorOf = ({ seat, place }: Stretch): string | undefined => seat?.sector ?? place?.around?.sector

/** @example timeOn(cadre.stretches, 20261122, ({ place }) => place?.frontLine).months // 48 */
export function timeOn(
  stretches: readonly Stretch[],
  asOf: DateCode,
  counts: (stretch: Stretch) => boolean | undefined,
): TimeOn {
  const sure = stretches.filter((stretch) => counts(stretch) === true)
  const possible = stretches.filter((stretch) => counts(stretch) === undefined)
  const { least, most } = timeIn(sure, [], asOf)
  const units = new Set(sure.flatMap(({ place }) => place?.unit ?? []))
  return {
    months: stretches.length > 0 && possible.length === stretches.length ? undefined : Math.max(0, least),
    open: possible.length === 0 ? 0 : Math.max(0, timeIn(sure, possible, asOf).most - most),
    spells: mergeRuns(sure).length,
    units: [...units],
    evidence: sure.map(({ evidence }) => evidence),
  }
}

/** @example exposureOf(facts.cadre(0), snapshot.asOf).sectors[0] // { sector: 'construction', months: 108 } */
export function exposureOf(cadre: CadreFacts, asOf: DateCode): Exposure {
  const held = postsOf(cadre)
  const bySector = Map.groupBy(held, (stretch) => sectorOf(stretch) ?? '')
  const months = (runs: readonly Run[]): number => timeIn(runs, [], asOf).least
  return {
    sectors: [...bySector]
      .filter(([sector]) => sector !== '')
      .map(([sector, chosen]) => ({ sector, months: months(chosen) }))
      .sort((a, b) => b.months - a.months || (a.sector < b.sector ? -1 : 1)),
    units: new Set(held.flatMap(({ place }) => place?.unit ?? [])).size,
    grassroots: timeOn(atWork(cadre), asOf, ({ place }) => place?.frontLine),
    hardship: timeOn(held, asOf, ({ place }) => place?.hardship),
    evidence: held.map(({ evidence }) => evidence),
  }
}

/** Everything but studies and grades: work before the service and in the army may have been at the grassroots. */
export const atWork = ({ stretches }: CadreFacts): readonly Stretch[] =>
  stretches.filter(({ kind }) => kind !== 'study' && kind !== 'grade')
