/**
 * The relatives of a cadre with the posts they hold now, in both directions of `relatives.csv`: who is named by the cadre,
 * and who names the cadre. One row for each post of a relative; one row without a post where none is known.
 */
import { type DateCode, isOnOrBefore, latest } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import { byCadre, groupRows, resolve, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'
import type { Stretch } from './career.ts'
import { type KinClass, kinClassOf } from './kin.ts'
import type { SeatFacts } from './seats.ts'

export interface Relative {
  readonly evidence: string
  /** Their row among the cadres, where they are one. */
  readonly cadre: number | undefined
  readonly kin: KinClass | undefined
  readonly seat: SeatFacts | undefined
  /** When the seat is held: begin and end, 0 = it goes on, or nothing is known of it. */
  readonly from: DateCode
  readonly to: DateCode
  /** Words alone, where no seat is known. */
  readonly positionText: string | undefined
  /** Only words tell the post, and they may mean one; undefined where nothing is written. */
  readonly wordsOnly: boolean | undefined
  readonly label: Text
}

const bareNames = new Map<string, string | undefined>()

/** 县财政局 of 甲县财政局. */
function bareName(name: string): string | undefined {
  if (!bareNames.has(name)) bareNames.set(name, /^(?:中共)?[^县市区镇乡]{1,6}([县市区镇乡].{2,})$/.exec(name)?.[1])
  return bareNames.get(name)
}

const places = new Map<string, string | undefined>()

/** Do words name a leader of a government or committee by its place alone: 甲县副县长 of 甲县人民政府? */
function namesLeader(text: string, unit: string): boolean {
  if (!places.has(unit)) places.set(unit, /^(?:中共)?(.+?[省市县区镇乡])(?:人民政府|委|党委|委员会)$/.exec(unit)?.[1])
  const place = places.get(unit)
  if (place === undefined || !text.startsWith(place)) return false
  return /^(?:人民政府|政府|委|党委|常委|副?书记|(?:常务)?副?[省市县区镇乡]长)/.test(text.slice(place.length))
}

/** Do words name the seat's unit, or the one above it? A bare 县财政局 is taken for the one of the same county. */
export function namesUnit(text: string | undefined, seat: Pick<SeatFacts, 'unitName' | 'parentUnitName'>): boolean {
  if (text === undefined) return false
  return [seat.unitName, seat.parentUnitName ?? ''].some((name) => {
    if (name === '') return false
    const bare = bareName(name)
    return text.includes(name) || (bare !== undefined && text.startsWith(bare)) || namesLeader(text, name)
  })
}

/** Is the seat held on a day? Undefined where a begin or an end in that month decides; where no seat is known, yes. */
export function isInPost({ from, to }: Relative, today: DateCode): boolean | undefined {
  const begun = from === 0 ? 'yes' : isOnOrBefore(from, today)
  const ended = to === 0 ? 'no' : isOnOrBefore(to, today)
  if (begun === 'no' || ended === 'yes') return false
  return begun === 'yes' && ended === 'no' ? true : undefined
}

/** Words that mean no post. */
const withoutPost = /务农|农民|退休|离休|已故|去世|病故|学生|在读|无业|待业|家务|个体|自由职业|幼儿|婴儿/

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
    const cadre = other < 0 ? undefined : other
    const describe = isNamed ? describeNamed : describeNaming
    const base = { evidence, cadre, kin, from: 0, to: 0 }
    const held = other < 0 ? [] : stretchesOf(other).filter((stretch) => isHeld(stretch, snapshot.asOf))
    const seated = held.flatMap(({ position, from, to }): Relative[] => {
      const seat = position === undefined ? undefined : seatOf(position)
      if (!seat) return []
      const label = describe(relation, name, `${seat.unitName}${seat.title}`)
      return [{ ...base, seat, from, to, positionText: undefined, wordsOnly: false, label }]
    })
    if (seated.length > 0) return seated
    // A cadre's own tenures tell the post better than what a relative wrote of it.
    const text = other < 0 ? textAt(r.position_text, row) : held[0]?.label.zh
    const wordsOnly = other >= 0 ? false : text === undefined ? undefined : !withoutPost.test(text)
    return [{ ...base, seat: undefined, positionText: text, wordsOnly, label: describe(relation, name, text) }]
  }

  return (cadre) => [
    ...Array.from(rowsOf(named, cadre), (row) => rowsFor(row, others[row] ?? -1, true)).flat(),
    ...Array.from(rowsOf(naming, cadre), (row) => rowsFor(row, owners[row] ?? -1, false)).flat(),
  ]
}

/** Not surely over; an end known to the month may still be to come. */
const isHeld = ({ kind, to }: Stretch, asOf: DateCode): boolean => kind !== 'study' && (to === 0 || latest(to) > asOf)

function describeNamed(relation: string, name: string, post: string | undefined): Text {
  const text = post ? `${relation}${name}（${post}）` : `${relation}${name}`
  return { zh: text, en: text }
}

/** The relation word says what the cadre is to the one who wrote it. */
function describeNaming(relation: string, name: string, post: string | undefined): Text {
  const at = post ? `${post}，` : ''
  return { zh: `${name}（${at}其登记本人为${relation}）`, en: `${name} (${at}to whom the cadre is ${relation})` }
}
