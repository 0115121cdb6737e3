/** Years of a career that count for a seat: in seats like it, in its field, at the grassroots, as principal … */
import { asFraction, type DateCode } from '#domain/calendar.ts'
import { booleanAt } from '#domain/columns.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'
import type { CadreFacts, SeatFacts } from '#policy/index.ts'
import type { EvidenceSettings, ExperienceKind } from '../requirements/settings.ts'
import type { SimilarityReader } from '../requirements/similarity.ts'
import { halfYears, knownCareerShare } from './parameters.ts'

const atWork: readonly string[] = ['appointed', 'concurrent', 'acting', 'seconded']

/** A stretch of work with what it counts. */
export interface Served {
  readonly evidence: string
  readonly label: Text
  /** Undefined where the seat is not among those known here. */
  readonly seat: SeatFacts | undefined
  readonly years: number
  /** Years, halved for every half-life since the stretch ended. */
  readonly counted: number
  /** What is counted whatever the seat asked about; undefined where it is not known of this stretch. */
  readonly kinds: ReadonlyMap<ExperienceKind, boolean | undefined>
}

export interface Service {
  readonly served: readonly Served[]
  readonly years: number
  /** Counted years of the kinds that do not depend on the seat; kinds are absent where too little is known. */
  readonly byKind: ReadonlyMap<ExperienceKind, number>
  /** Whether enough of the career was spent in seats known here to speak of fields and similar seats. */
  readonly isKnown: boolean
}

type Stretch = CadreFacts['stretches'][number]

const fixedKinds = ['grassroots', 'township', 'hardship', 'principal', 'leading', 'enterprise'] as const

export function serviceReader(snapshot: Snapshot, { halfLife }: EvidenceSettings): (cadre: CadreFacts) => Service {
  const { hardship } = snapshot.tables.positions.columns

  function isOf(kind: (typeof fixedKinds)[number], { seat, role, leading, grassroots }: Stretch): boolean | undefined {
    if (kind === 'grassroots') return grassroots
    if (kind === 'principal')
      return role === undefined || leading === undefined ? undefined : leading && role === 'principal'
    if (kind === 'leading') return role === undefined || leading === undefined ? undefined : leading && role !== 'staff'
    if (kind === 'township' && grassroots === false) return false
    if (seat === undefined) return undefined
    if (kind === 'township') return seat.unitLevel === 'township'
    return kind === 'enterprise' ? seat.unitKind === 'enterprise' : booleanAt(hardship, seat.index)
  }

  function served(stretch: Stretch, asOf: DateCode): Served {
    const end = asFraction(stretch.to || asOf)
    const years = Math.max(0, end - asFraction(stretch.from))
    return {
      evidence: stretch.evidence,
      label: stretch.label,
      seat: stretch.seat,
      years,
      counted: years * 0.5 ** (Math.max(0, asFraction(asOf) - end) / halfLife),
      kinds: new Map(fixedKinds.map((kind) => [kind, isOf(kind, stretch)])),
    }
  }

  return (cadre) => {
    const found = cadre.stretches
      .filter(({ kind }) => atWork.includes(kind))
      .map((stretch) => served(stretch, snapshot.asOf))
    const years = found.reduce((sum, one) => sum + one.years, 0)
    const share = (isKnown: (one: Served) => boolean): number =>
      found.reduce((sum, one) => sum + (isKnown(one) ? one.years : 0), 0) / years
    const byKind = new Map<ExperienceKind, number>()
    for (const kind of fixedKinds) {
      if (!(share(({ kinds }) => kinds.get(kind) !== undefined) >= knownCareerShare)) continue
      byKind.set(
        kind,
        found.reduce((sum, { kinds, counted }) => sum + (kinds.get(kind) ? counted : 0), 0),
      )
    }
    return { served: found, years, byKind, isKnown: share(({ seat }) => seat !== undefined) >= knownCareerShare }
  }
}

/** Counted years of a kind for a seat; undefined where too much of the career is not known. */
export function yearsFor(
  kind: ExperienceKind,
  service: Service,
  seat: SeatFacts,
  similarity: SimilarityReader,
): number | undefined {
  if (kind !== 'similar' && kind !== 'sector') return service.byKind.get(kind)
  if (!service.isKnown) return undefined
  let years = 0
  for (const one of service.served) if (one.seat) years += one.counted * countsAs(kind, one.seat, seat, similarity)
  return years
}

/** What a year in one seat counts for another: its similarity where the seats are similar, else nothing. */
export function countsAs(
  kind: 'similar' | 'sector',
  served: SeatFacts,
  seat: SeatFacts,
  similarity: SimilarityReader,
): number {
  if (kind === 'sector') return served.sector !== undefined && served.sector === seat.sector ? 1 : 0
  const value = similarity.value(served, seat)
  return similarity.likeness(value) === 'other' ? 0 : value
}

/** From 0 for nothing towards 1; `half` gives ½: the first years teach the most. */
export const saturating = (amount: number, half: number = halfYears): number => amount / (amount + half)
