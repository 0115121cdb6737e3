/** The columns of one person's row, by what they mean, to fields and rows of the data package. */
import type { ArrivingRow } from '#domain/arrivals.ts'
import { readCitizenNumber } from '#domain/citizen-number.ts'
import { ethnicityOf } from '../form-values/ethnicity.ts'
import { type LifeField, lifeFaults, localDay, withoutFaults } from '../form-values/life-dates.ts'
import { postOf } from '../form-values/tenures.ts'
import { quoted } from '../wording/wording.ts'
import { citizenIdOf, dateOf, nameOf, type PlacedCell, termOf, textOf, wordOf } from './cell-values.ts'
import { type ColumnId, evaluatedYear } from './column-titles.ts'
import { nameParts } from './name-parts.ts'
import { partyFields } from './party-cells.ts'
import { known, type RecordCells } from './record-cells.ts'

type Cells = RecordCells<ColumnId>

/** The fields of `cadres`. */
export function cadreFields(cells: Cells): ArrivingRow {
  const beside = besideName(cells)
  const cadre = known({
    ...beside,
    name: cells.read('name', nameOf),
    citizen_id: cells.read('citizenId', citizenIdOf),
    sex: cells.read('sex', (placed) => termOf(placed, 'sex', { 1: 'male', 2: 'female' })) ?? beside.sex,
    born_on: cells.read('bornOn', dateOf),
    ethnicity: cells.read('ethnicity', (placed) => ethnicityIn(placed, cells)) ?? beside.ethnicity,
    native_place: cells.read('nativePlace', wordOf),
    birth_place: cells.read('birthPlace', wordOf),
    work_started_on: cells.read('workStartedOn', dateOf),
    health_ok: cells.read('health', (placed) => healthIn(placed, cells)),
    ...partyFields(cells.of('politics'), cells.of('partyJoined'), (placed, text) => cells.keep(placed, text)),
  })
  sayDoubts(cadre, cells.of('citizenId'))
  return withSoundDates(cadre, {
    born_on: cells.of('bornOn'),
    work_started_on: cells.of('workStartedOn'),
    party_joined_on: cells.of('partyJoined'),
  })
}

/** What stands beside the name: the sex and the ethnicity are fields, the rest is kept. */
function besideName(cells: Cells): { readonly sex?: string | undefined; readonly ethnicity?: string | undefined } {
  const placed = cells.of('name')
  if (placed === undefined) return {}
  const { notes } = nameParts(textOf(placed) ?? '')
  const sex = notes.find((note) => note === '男' || note === '女')
  const people = notes.find((note) => ethnicityOf(note) !== undefined)
  const others = notes.filter((note) => note !== sex && note !== people)
  if (others.length > 0) cells.keep(placed, others.join('、'))
  return {
    sex: sex === undefined ? undefined : sex === '男' ? 'male' : 'female',
    ethnicity: people === undefined ? undefined : ethnicityOf(people),
  }
}

/** The fields without dates that cannot be; those, and doubtful ones, are said at their cells. */
export function withSoundDates(
  cadre: ArrivingRow,
  told: Readonly<Record<LifeField, PlacedCell | undefined>>,
): ArrivingRow {
  const faults = lifeFaults(cadre)
  for (const { field, reason, isImpossible } of faults) {
    const placed = told[field]
    if (placed === undefined) continue
    const values = { value: quoted(textOf(placed) ?? ''), reason }
    if (isImpossible) placed.findings.problem('cell-date-life', placed.place, values)
    else placed.findings.notice('cell-date-doubt', placed.place, values)
  }
  return withoutFaults(cadre, faults)
}

interface Keeper {
  keep(placed: PlacedCell, text: string): void
}

export function ethnicityIn(placed: PlacedCell, cells: Keeper): string | undefined {
  const word = wordOf(placed)
  const ethnicity = word === undefined ? undefined : ethnicityOf(word)
  if (word !== undefined && ethnicity === undefined) cells.keep(placed, word)
  return ethnicity
}

/** Whether lesser health allows the duties of a post is not for a word to say. */
export function healthIn(placed: PlacedCell, cells: Keeper): string | undefined {
  const word = wordOf(placed)
  if (word === undefined) return undefined
  if (/^(身体)?(健康|良好)$|^1$/.test(word)) return 'true'
  cells.keep(placed, word)
  return undefined
}

const doubts = {
  born: { zh: '与出生年月不一致', en: 'does not agree with the month of birth' },
  sex: { zh: '与性别不一致', en: 'does not agree with the sex' },
} as const

/** A citizen number that tells another birth or sex than its row. */
export function sayDoubts(cadre: ArrivingRow, placed: PlacedCell | undefined): void {
  const number = cadre.citizen_id
  if (number === undefined || placed === undefined) return
  const reading = readCitizenNumber(number)
  if ('fault' in reading) return
  const say = (fault: (typeof doubts)[keyof typeof doubts]): void =>
    placed.findings.notice('citizen-id-doubt', placed.place, { value: number, fault })
  if (cadre.born_on !== undefined && !String(reading.bornOn).startsWith(cadre.born_on.replaceAll('-', '')))
    say(doubts.born)
  if (cadre.sex !== undefined && cadre.sex !== reading.sex) say(doubts.sex)
}

/** The grade held now, where the sheet says since when; names of old ranks are kept aside. */
export function gradeRows(cells: Cells): readonly ArrivingRow[] {
  const from = cells.read('gradeFrom', dateOf)
  const grade = from === undefined ? undefined : cells.read('grade', (placed) => termOf(placed, 'grade'))
  return grade === undefined || from === undefined ? [] : [{ grade, from }]
}

/** The post held now, where the sheet says since when. */
export function presentTenure(cells: Cells): readonly ArrivingRow[] {
  const text = cells.read('presentPost', textOf)?.replace(/\s+/g, '')
  const from = cells.read('postFrom', dateOf)
  if (text === undefined || from === undefined) return []
  const level = cells.read('postLevel', (placed) => termOf(placed, 'postLevel'))
  return [known({ ...postOf(text), post_level: level, from, kind: 'appointed' })]
}

/** Results in columns of their years, and under 等次 those of one year. */
export function evaluationRows(cells: Cells, ofYear?: string): readonly ArrivingRow[] {
  return cells.columns.flatMap((column) => {
    const year = column.id === 'ofYear' ? evaluatedYear(column.title) : column.id === 'result' ? ofYear : undefined
    const result = year === undefined ? undefined : evaluationOf(cells.at(column))
    if (result !== undefined && year !== undefined && isAhead(year)) {
      cells.findings.problem('cell-year', cells.at(column).place, { value: year })
      return []
    }
    return year === undefined || result === undefined ? [] : [{ year, result }]
  })
}

/** No year after this one has been evaluated. */
export const isAhead = (year: string): boolean => year > localDay().slice(0, 4)

/** Further words and the codes (ZB18) of results. */
const resultCodes: Readonly<Record<string, string>> = {
  ...{ 1: 'excellent', 2: 'competent', '2B': 'competent', 合格: 'competent' },
  ...{ 3: 'basicallyCompetent', '3B': 'basicallyCompetent', 基本合格: 'basicallyCompetent' },
  ...{ 4: 'incompetent', '4B': 'incompetent', 不合格: 'incompetent' },
  ...{ 5: 'ungraded', '5A': 'ungraded', '5B': 'ungraded', '5C': 'ungraded', 未定等次: 'ungraded' },
}

/** Who was not evaluated has no result. */
export function evaluationOf(placed: PlacedCell): string | undefined {
  const word = wordOf(placed)
  if (word === undefined || /[不未](进行|参加)?考核|[不未]参加|^6[AB]?$|^7$/.test(word)) return undefined
  if (/不(确)?定等次/.test(word)) return 'ungraded'
  const cell = word.replace(/等次$/, '')
  return termOf({ ...placed, cell }, 'evaluationResult', resultCodes)
}
