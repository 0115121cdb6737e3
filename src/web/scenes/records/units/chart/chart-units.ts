/** From units as they were read to what a chart lays out: seats of open units, boxes for the others. */
import type { UnitDetail, UnitSeat } from '#server/contract/index.ts'
import type { ChartUnit } from './layout.ts'

/** Units that stand open, by id. */
export type Opened = ReadonlyMap<string, UnitDetail>

export function chartUnit(unit: UnitDetail, opened: Opened): ChartUnit {
  const leading = unit.seats.filter((seat) => seat.leading)
  return {
    id: unit.unitId,
    seats: (leading.length > 0 ? leading : unit.seats).map(({ positionId, role }) => ({
      id: positionId,
      isPrincipal: role === 'principal',
    })),
    below: unit.below.map(({ unitId }) => {
      const open = opened.get(unitId)
      return open ? chartUnit(open, opened) : { id: unitId, seats: [], below: [] }
    }),
  }
}

export interface ShownSeat {
  readonly seat: UnitSeat
  /** The first month in which its holder retires or comes to a term, `2027-03`. */
  readonly due: string | undefined
  readonly canSimulate: boolean
}

export function seatsIn(opened: Opened): ReadonlyMap<string, ShownSeat> {
  return new Map(
    [...opened.values()].flatMap(({ seats, coming, hasTeam }) =>
      seats.map((seat): [string, ShownSeat] => {
        const due = coming.rows.find(({ positionId, within }) => positionId === seat.positionId && (within ?? 0) <= 12)
        return [seat.positionId, { seat, due: due?.on.slice(0, 7), canSimulate: hasTeam && seat.takesQuota }]
      }),
    ),
  )
}
