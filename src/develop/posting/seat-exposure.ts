/** What a seat exposes its holder to, from the recorded attributes of the seat and of its unit. */
import { booleanAt } from '#domain/columns.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import type { RuleBook, SeatFacts } from '#policy/index.ts'

/** 基层一线、艰苦复杂、发展前沿、关键岗位、主持全面工作 */
export const exposures = ['grassroots', 'hardship', 'growth-front', 'key', 'principal'] as const
export type Exposure = (typeof exposures)[number]

/** Reads seat after seat; what is not recorded is no exposure. */
export type ExposureReader = (seat: SeatFacts) => readonly Exposure[]

/** @example exposureReader(snapshot, book)(facts.seat(0)) // ['grassroots', 'principal'] */
export function exposureReader(snapshot: Snapshot, book: RuleBook): ExposureReader {
  const { unitKinds, unitLevels } = book.frontLine(snapshot.asOf)
  const { positions, units } = snapshot.tables
  const unitRows = resolve(positions.columns.unit_id, units.columns.unit_id)
  return (seat) => {
    const unit = unitRows[seat.index] ?? -1
    const holds: Readonly<Record<Exposure, boolean>> = {
      grassroots: unitKinds.includes(seat.unitKind) || unitLevels.includes(seat.unitLevel),
      hardship:
        booleanAt(positions.columns.hardship, seat.index) === true || booleanAt(units.columns.hardship, unit) === true,
      'growth-front': booleanAt(units.columns.growth_front, unit) === true,
      key: seat.key === true,
      principal: seat.role === 'principal' && seat.leading,
    }
    return exposures.filter((one) => holds[one])
  }
}
