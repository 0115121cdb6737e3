/** The wave ahead (换届轮岗浪潮预测): who leaves a seat by rotation, retirement or the end of a term, quarter by quarter. */
import { addMonths, type DateCode, isOnOrBefore, latest, monthOf, yearOf } from '#domain/calendar.ts'
import { dateAt, textAt } from '#domain/columns.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { PostLevel } from '#domain/lexicon/terms.ts'
import type { RotationDuty } from '#domain/results.ts'
import {
  type CadreFacts,
  type Facts,
  parametersOn,
  type RuleBook,
  retirementCalendar,
  type SeatFacts,
} from '#policy/index.ts'
import { exchangeSettings } from './settings.ts'

export type WaveKind = Identifier<'waveKind'>

/** Somebody leaves a seat, by what is recorded today. Listed for planning; nothing follows from it. */
export interface WaveItem {
  readonly kind: WaveKind
  readonly cadreId: string
  readonly positionId: string
  readonly unitId: string
  readonly level: PostLevel
  readonly on: DateCode
  /** `overdue`, or `2027Q1`. */
  readonly quarter: string
}

export interface WaveGround {
  readonly facts: Facts
  readonly book: Pick<RuleBook, 'rules'>
  readonly duties: readonly RotationDuty[]
}

/** @example quarterOf(20270315, 20261122) // '2027Q1' */
export const quarterOf = (on: DateCode, asOf: DateCode): string =>
  isOnOrBefore(on, asOf) === 'yes' ? 'overdue' : `${yearOf(on)}Q${Math.ceil(monthOf(on) / 3)}`

/** The quarters ahead, what is overdue first. */
export function quartersAhead(asOf: DateCode, years: number): readonly string[] {
  const months = Array.from({ length: years * 4 + 1 }, (_, step) => addMonths(asOf, 3 * step))
  return ['overdue', ...months.map((month) => `${yearOf(month)}Q${Math.ceil(monthOf(month) / 3)}`)]
}

/** Each person once for each seat and kind, at the earliest day; the earliest first. */
export function waveAhead(ground: WaveGround): readonly WaveItem[] {
  const { asOf } = ground.facts.snapshot
  const until = addMonths(asOf, exchangeSettings(ground.book, asOf).planYears * 12)
  return [...rotations(ground), ...retirements(ground), ...termEnds(ground)]
    .filter(({ on }) => on <= until)
    .map((item) => ({ ...item, quarter: quarterOf(item.on, asOf) }))
    .sort((a, b) => latest(a.on) - latest(b.on) || (a.cadreId < b.cadreId ? -1 : 1))
}

type Undated = Omit<WaveItem, 'quarter'>

function itemAt(facts: Facts, kind: WaveKind, cadreId: string, positionId: string, on: DateCode): Undated[] {
  const row = facts.seatIndex(positionId)
  if (row === undefined) return []
  const { unit, level } = facts.seat(row)
  return [{ kind, cadreId, positionId, unitId: unit, level, on }]
}

/** The first duty of each person in each seat. */
function rotations({ facts, duties }: WaveGround): Undated[] {
  const first = new Map<string, RotationDuty>()
  for (const duty of duties) {
    const key = `${duty.cadreId} ${duty.positionId}`
    const known = first.get(key)
    if (!known || latest(duty.dueOn) < latest(known.dueOn)) first.set(key, duty)
  }
  return [...first.values()].flatMap(({ cadreId, positionId, dueOn }) =>
    itemAt(facts, 'rotation', cadreId, positionId, dueOn),
  )
}

function retirements({ facts, book }: WaveGround): Undated[] {
  const monthOfRetirement = retirementReader(facts, book)
  return inService(facts).flatMap((cadre) => {
    const on = monthOfRetirement(cadre)
    const position = cadre.post?.position
    return on === undefined || position === undefined ? [] : itemAt(facts, 'retirement', cadre.id, position, on)
  })
}

/** The month of statutory retirement, for planning; undefined where birth or sex is not recorded. */
export function retirementReader(
  { snapshot }: Facts,
  book: Pick<RuleBook, 'rules'>,
): (cadre: CadreFacts) => DateCode | undefined {
  const calendar = retirementCalendar(book, snapshot.asOf)
  const { sex } = snapshot.tables.cadres.columns
  return ({ bornOn, index }) => {
    const found = calendar?.({ bornOn, sex: textAt(sex, index) })
    return found && 'month' in found ? found.month : undefined
  }
}

/** Units whose teams are elected or appointed for a term; departments have none. */
const unitsOfTerm: readonly string[] = ['congress', 'cppcc', 'discipline', 'court', 'procuratorate', 'township']

const hasTerm = ({ organ, unitKind }: SeatFacts): boolean =>
  organ === 'party-committee' || organ === 'government' || unitsOfTerm.includes(unitKind)

/** Members of a team whose term is over on the day recorded; else, where it has terms, one term after the last began. */
function termEnds({ facts, book }: WaveGround): Undated[] {
  const { teams, positions } = facts.snapshot.tables
  const years = Number(
    parametersOn(book.rules, facts.snapshot.asOf)({ kind: 'parameter', rule: 'TERM-03-YEARS', name: 'term_years' }),
  )
  const ends = new Map<string, { readonly recorded: DateCode | undefined; readonly reckoned: DateCode | undefined }>()
  for (let row = 0; row < teams.length; row += 1) {
    const from = dateAt(teams.columns.term_from, row)
    const reckoned = from === undefined ? undefined : addMonths(from, years * 12)
    ends.set(textAt(teams.columns.team_id, row) ?? '', { recorded: dateAt(teams.columns.term_to, row), reckoned })
  }
  return Array.from({ length: positions.length }, (_, row) => row).flatMap((row) => {
    const end = ends.get(textAt(positions.columns.team_id, row) ?? '')
    const seat = facts.seat(row)
    const on = end?.recorded ?? (hasTerm(seat) ? end?.reckoned : undefined)
    return on === undefined
      ? []
      : seat.holders().flatMap(({ cadre }) => itemAt(facts, 'term-end', cadre, seat.position, on))
  })
}

const inService = (facts: Facts): readonly CadreFacts[] =>
  Array.from({ length: facts.cadreCount }, (_, row) => facts.cadre(row)).filter(({ hasLeft }) => !hasLeft)

export interface WaveCount {
  readonly quarter: string
  readonly unitId: string
  readonly kind: WaveKind
  readonly count: number
}

/** Items by quarter, unit and kind; empty cells are left out. */
export function waveCounts(items: readonly WaveItem[]): readonly WaveCount[] {
  const groups = Map.groupBy(items, ({ quarter, unitId, kind }) => `${quarter} ${unitId} ${kind}`)
  return [...groups.values()].flatMap((own) => {
    const [first] = own
    return first ? [{ quarter: first.quarter, unitId: first.unitId, kind: first.kind, count: own.length }] : []
  })
}
