/** Who sat where on a day: seats held in one's own right, from tenures that name a known seat. */
import { type DateCode, earliest } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import { byCadre, groupRows, resolve, rowsOf, type Snapshot } from '#domain/snapshot.ts'

const ownRight: ReadonlySet<string> = new Set(['appointed', 'concurrent', 'acting'])

export interface Held {
  readonly cadre: number
  readonly position: number
  readonly kind: string
  readonly from: DateCode
  /** 0 while it lasts. */
  readonly to: DateCode
}

export interface Seats {
  /** Stretches of a cadre in known seats, in the order of the table. */
  readonly ofCadre: (cadre: number) => readonly Held[]
  /** Stretches in a seat. */
  readonly ofPosition: (position: number) => readonly Held[]
  /** The unit of the main seat on a day; the seat taken last counts. */
  readonly unitOn: (cadre: number, day: DateCode) => string | undefined
}

export const holds = ({ from, to }: Pick<Held, 'from' | 'to'>, day: DateCode): boolean =>
  from <= day && (to === 0 || to > day)

export function seatsOf(snapshot: Snapshot): Seats {
  const { tenures, positions, cadres } = snapshot.tables
  const positionOf = resolve(tenures.columns.position_id, positions.columns.position_id)
  const cadreOf = resolve(tenures.columns.cadre_id, cadres.columns.cadre_id)
  const held = (row: number): Held[] => {
    const kind = textAt(tenures.columns.kind, row) ?? ''
    const position = positionOf[row] as number
    const to = tenures.columns.to.codes[row] as number
    if (position < 0 || !ownRight.has(kind)) return []
    const from = earliest(tenures.columns.from.codes[row] as number)
    return [{ cadre: cadreOf[row] as number, position, kind, from, to: to === 0 ? 0 : earliest(to) }]
  }
  const tenuresOf = byCadre(snapshot, 'tenures')
  const inPosition = groupRows(positionOf, positions.length)
  const ofCadre = (cadre: number): Held[] => [...rowsOf(tenuresOf, cadre)].flatMap(held)
  return {
    ofCadre,
    ofPosition: (position) => [...rowsOf(inPosition, position)].flatMap(held),
    unitOn(cadre, day) {
      const main = ofCadre(cadre).filter((one) => one.kind !== 'concurrent' && holds(one, day))
      const [latest] = main.sort((a, b) => b.from - a.from || a.position - b.position)
      return latest && textAt(positions.columns.unit_id, latest.position)
    },
  }
}
