import type { Span } from '#domain/calendar.ts'
import { booleanAt } from '#domain/columns.ts'
import { resolve } from '#domain/snapshot.ts'
import type { CadreFacts, SeatFacts } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { monthsOf } from '../team/service.ts'

/** Kinds of work that seats add to a career: 基层、艰苦复杂、发展重点领域、正职 */
export const workKinds = ['grassroots', 'hardship', 'growth-front', 'principal'] as const
export type WorkKind = (typeof workKinds)[number]

type Stretch = CadreFacts['stretches'][number]

const worked: ReadonlySet<string> = new Set(['appointed', 'concurrent', 'acting', 'seconded'])

export interface Service {
  /** Whether a seat is of a kind; undefined where that is not recorded. */
  readonly offers: (seat: SeatFacts, kind: WorkKind) => boolean | undefined
  /** Months of a kind: surely, and at most where not everything is recorded; with the posts that surely count. */
  readonly done: (cadre: CadreFacts, kind: WorkKind) => Span & { readonly evidence: readonly string[] }
}

/** Units in which somebody works at the grassroots. */
const grassrootsUnits: readonly string[] = ['township', 'village']

/** @example serviceReader(ground).done(cadre, 'hardship') // { least: 26, most: 26, evidence: ['tenures/T7'] } */
export function serviceReader({ snapshot }: Ground): Service {
  const { positions, units } = snapshot.tables
  const unitOf = resolve(positions.columns.unit_id, units.columns.unit_id)
  function offers(seat: SeatFacts, kind: WorkKind): boolean | undefined {
    const unit = unitOf[seat.index] ?? -1
    switch (kind) {
      case 'grassroots':
        return grassrootsUnits.includes(seat.unitLevel)
      case 'hardship':
        return booleanAt(positions.columns.hardship, seat.index) ?? booleanAt(units.columns.hardship, unit)
      case 'growth-front':
        return booleanAt(units.columns.growth_front, unit)
      case 'principal':
        return seat.role === 'principal'
    }
  }
  const isOf = (stretch: Stretch, kind: WorkKind): boolean | undefined => {
    if (kind === 'principal') return stretch.role === undefined ? undefined : stretch.role === 'principal'
    if (kind === 'grassroots' && stretch.grassroots !== undefined) return stretch.grassroots
    return stretch.seat && offers(stretch.seat, kind)
  }
  return {
    offers,
    done({ stretches }, kind) {
      const own = stretches.filter((one) => worked.has(one.kind))
      const months = monthsOf(own, (one) => isOf(one, kind), snapshot.asOf)
      return { ...months, evidence: own.filter((one) => isOf(one, kind) === true).map(({ evidence }) => evidence) }
    },
  }
}
