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
  /** Words alone, where no seat is known. */
  readonly positionText: string | undefined
  /** Whether words alone may mean an office in an organ; undefined where nothing is written. */
  readonly mayHoldOffice: boolean | undefined
  readonly label: Text
}

/** Do words name the seat's unit, or the one above it? A bare 县财政局 is taken for the one of the same county. */
export function namesUnit(text: string | undefined, seat: Pick<SeatFacts, 'unitName' | 'parentUnitName'>): boolean {
  if (text === undefined) return false
  return [seat.unitName, seat.parentUnitName ?? ''].some((name) => {
    if (name === '') return false
    const bare = /^(?:中共)?[^县市区镇乡]{1,6}([县市区镇乡].{2,})$/.exec(name)?.[1]
    return text.includes(name) || (bare !== undefined && text.startsWith(bare))
  })
}

const officeWords = /[局委办厅部院署处科股所站]|机关|政府|公务员|干部|书记|主任|[县市区镇乡]长/
const pastWords = /退休|离休|已故|去世|病故/

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
    const describe = isNamed ? describeNamed : describeNaming
    const seats = other < 0 ? [] : seatsHeldNow(stretchesOf(other), seatOf)
    if (seats.length === 0) {
      const text = isNamed ? textAt(r.position_text, row) : undefined
      const mayHoldOffice = text === undefined ? undefined : officeWords.test(text) && !pastWords.test(text)
      return [
        { evidence, kin, seat: undefined, positionText: text, mayHoldOffice, label: describe(relation, name, text) },
      ]
    }
    return seats.map((seat) => {
      const label = describe(relation, name, `${seat.unitName}${seat.title}`)
      return { evidence, kin, seat, positionText: undefined, mayHoldOffice: false, label }
    })
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

function describeNamed(relation: string, name: string, post: string | undefined): Text {
  const text = post ? `${relation}${name}（${post}）` : `${relation}${name}`
  return { zh: text, en: text }
}

/** The relation word says what the cadre is to the one who wrote it. */
function describeNaming(relation: string, name: string, post: string | undefined): Text {
  const at = post ? `${post}，` : ''
  return { zh: `${name}（${at}其登记本人为${relation}）`, en: `${name} (${at}to whom the cadre is ${relation})` }
}
