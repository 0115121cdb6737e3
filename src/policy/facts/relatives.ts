/**
 * The relatives of a cadre with the posts they hold now, in both directions of `relatives.csv`: who is named by the cadre,
 * and who names the cadre. One row for each post of a relative; one row without a post where none is known.
 */
import { textAt } from '#domain/columns.ts'
import { byCadre, groupRows, resolve, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'
import type { Stretch } from './career.ts'
import { type KinClass, kinClassOf } from './kin.ts'
import type { SeatFacts } from './seats.ts'

export interface Relative {
  readonly evidence: string
  readonly kin: KinClass | undefined
  readonly seat: SeatFacts | undefined
  readonly positionText: string | undefined
  readonly label: Text
}

export function relativeReader(
  snapshot: Snapshot,
  seatOf: (position: string) => SeatFacts | undefined,
  stretchesOf: (cadre: number) => readonly Stretch[],
): (cadre: number) => readonly Relative[] {
  const { cadres, relatives } = snapshot.tables
  const r = relatives.columns
  const owners = resolve(r.cadre_id, cadres.columns.cadre_id)
  const others = resolve(r.relative_cadre_id, cadres.columns.cadre_id)
  const named = byCadre(snapshot, 'relatives')
  const naming = groupRows(others, cadres.length)

  function rowsFor(row: number, other: number, isNamed: boolean): Relative[] {
    const relation = textAt(r.relation, row) ?? ''
    const name = (isNamed ? textAt(r.name, row) : textAt(cadres.columns.name, other)) ?? ''
    const evidence = `relatives/${textAt(r.cadre_id, row)}/${relation}/${textAt(r.name, row) ?? ''}`
    const kin = kinClassOf(relation)
    const base = { evidence, kin, positionText: textAt(r.position_text, row) }
    const seats = other < 0 ? [] : seatsHeldNow(stretchesOf(other), seatOf)
    if (seats.length === 0) {
      const text = isNamed ? base.positionText : undefined
      return [{ ...base, positionText: text, seat: undefined, label: describe(relation, name, text) }]
    }
    return seats.map((seat) => ({ ...base, seat, label: describe(relation, name, `${seat.unitName}${seat.title}`) }))
  }

  return (cadre) => [
    ...Array.from(rowsOf(named, cadre), (row) => rowsFor(row, others[row] ?? -1, true)).flat(),
    ...Array.from(rowsOf(naming, cadre), (row) => rowsFor(row, owners[row] ?? -1, false)).flat(),
  ]
}

function seatsHeldNow(
  stretches: readonly Stretch[],
  seatOf: (position: string) => SeatFacts | undefined,
): readonly SeatFacts[] {
  const open = stretches.filter((stretch) => stretch.to === 0 && stretch.kind !== 'study')
  return open.flatMap((stretch) => {
    const seat = stretch.position === undefined ? undefined : seatOf(stretch.position)
    return seat ? [seat] : []
  })
}

function describe(relation: string, name: string, post: string | undefined): Text {
  const text = post ? `${relation}${name}（${post}）` : `${relation}${name}`
  return { zh: text, en: text }
}
