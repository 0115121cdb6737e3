/** Rows of a file laid beside the recorded rows they tell of. */
import type { ArrivingRow, PersonTable } from '#domain/arrivals.ts'
import type { FieldDifference, RowDifference } from '#domain/import.ts'
import { tableOf } from '#domain/tables.ts'
import { fill, type Text } from '#domain/text.ts'
import { compareDates, isSingle, plain, sameMonth, samePost, sameRelation, sameSchool } from './agreement.ts'
import { faultOf } from './faults.ts'
import { compareFields } from './fields.ts'
import { type SeatBook, textOfTenure } from './seats.ts'

/** What a recorded tenure says in words; its seat says it where it has no text of its own. */
type Wording = (tenure: ArrivingRow) => string

const least = 6

const twice: Text = { zh: '文件里同一条出现两次', en: 'The file tells this row twice' }

/** How surely two rows tell of one thing; below `least` they do not. */
const likeness: Readonly<Record<PersonTable, (file: ArrivingRow, record: ArrivingRow, wording: Wording) => number>> = {
  tenures(file, record, wording) {
    const from = sameMonth(file.from, record.from) ? 4 : isClose(file.from, record.from) ? 2 : 0
    const to = file.to === record.to || sameMonth(file.to, record.to) ? 2 : 0
    return from + to + (samePost(textOfTenure(file), wording(record)) ? 4 : 0)
  },
  grades: (file, record) => (file.grade === record.grade ? 6 + (sameMonth(file.from, record.from) ? 2 : 0) : 0),
  educations(file, record) {
    if (file.mode !== record.mode) return 0
    const [one, other] = [file.school, record.school]
    const school = one === undefined || other === undefined ? 2 : sameSchool(one, other) ? 4 : 0
    const level = file.level === record.level ? 4 : 0
    return level + school + (sameMonth(file.to, record.to) ? 2 : 0) + (file.degree === record.degree ? 1 : 0)
  },
  relatives(file, record) {
    const [one = '', other = ''] = [file.relation, record.relation]
    if (plain(file.name ?? '') === plain(record.name ?? '')) return 6 + (sameRelation(one, other) ? 2 : 0)
    // Another wife or father is the same row told otherwise, for a person to settle.
    return isSingle(one) && sameRelation(one, other) ? 6 : 0
  },
  evaluations: (file, record) => (file.year === record.year ? 6 : 0),
  honours: (file, record) =>
    plain(file.title ?? '') === plain(record.title ?? '') && sameMonth(file.on, record.on) ? 6 : 0,
  sanctions: (file, record) => (file.kind === record.kind && sameMonth(file.decided_on, record.decided_on) ? 6 : 0),
}

const isClose = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && compareDates(a, b) !== 'different'

/** For each row of the file the recorded row it tells of, each taken once, the likest pairs first. */
function align(
  table: PersonTable,
  file: readonly ArrivingRow[],
  record: readonly ArrivingRow[],
  wording: Wording,
): ReadonlyMap<number, number> {
  const pairs = file.flatMap((row, at) =>
    record.flatMap((other, place) => {
      const score = likeness[table](row, other, wording)
      return score >= least ? [{ at, place, score }] : []
    }),
  )
  pairs.sort((a, b) => b.score - a.score || a.at - b.at || a.place - b.place)
  const found = new Map<number, number>()
  const taken = new Set<number>()
  for (const { at, place } of pairs) {
    if (found.has(at) || taken.has(place)) continue
    found.set(at, place)
    taken.add(place)
  }
  return found
}

/** A résumé does not tell these for certain: where a tenure is recorded, its own stay. */
const notTold: Readonly<Partial<Record<PersonTable, readonly string[]>>> = {
  tenures: ['tenure_id', 'position_id', 'kind', 'change', 'grassroots'],
}

export interface RowQuestion {
  readonly table: PersonTable
  readonly file: readonly ArrivingRow[]
  readonly record: readonly ArrivingRow[]
  /** Whether the file tells the whole table, so that a recorded row it lacks is worth a look. */
  readonly whole: boolean
  readonly cadreId: string | undefined
}

export function compareRows({ table, file, record, whole, cadreId }: RowQuestion, book: SeatBook): RowDifference[] {
  const wording: Wording = (row) => {
    const seat = row.position_id === undefined ? undefined : book.seat(row.position_id)
    return textOfTenure(row) || (seat ? seat.unitName + seat.title : '')
  }
  const found = align(table, file, record, wording)
  const keys = new Set<string>()
  const told = file.map((written, at): RowDifference => {
    // A text of a post without a word on its kind is an appointment.
    const row = table === 'tenures' ? { kind: 'appointed', ...written } : written
    const path = `${table}/${at}`
    const other = record[found.get(at) ?? -1]
    const reason = faultOf(table, row) ?? (other ? undefined : repeats(table, row, keys))
    const compared = reason ? [] : fieldsOf(table, path, other, row, wording, book, cadreId)
    const fields = other ? inDoubtTogether(compared) : compared
    const outcome = reason ? 'refused' : other ? gravest(fields) : 'new'
    return { path, table, outcome, record: other, file: row, fields, ...(reason && { reason }) }
  })
  const met = new Set(found.values())
  const absent = whole ? record.flatMap((row, at) => (met.has(at) ? [] : [absentRow(table, row)])) : []
  return [...told, ...absent]
}

function fieldsOf(
  table: PersonTable,
  path: string,
  record: ArrivingRow | undefined,
  file: ArrivingRow,
  wording: Wording,
  book: SeatBook,
  cadreId: string | undefined,
): FieldDifference[] {
  if (table !== 'tenures') {
    const isUntold = (field: string): boolean => field === 'degree' && file.degree === 'none' && !record?.degree
    return compareFields(table, path, record, file).filter(({ field }) => !isUntold(field) || !record)
  }
  const isSameText = record !== undefined && samePost(textOfTenure(file), wording(record))
  const skipped = record ? [...(notTold.tenures ?? []), ...(isSameText ? ['unit_text', 'title_text'] : [])] : []
  const compared = compareFields(table, path, record, file, skipped)
  // A text beside a recorded seat that reads otherwise is in conflict with it, not a gap filled.
  const texts = compared.map((one): FieldDifference => {
    const isText = one.field === 'unit_text' || one.field === 'title_text'
    return record?.position_id !== undefined && isText && one.outcome === 'new'
      ? { ...one, outcome: 'conflicting', reason: seatSays(wording(record)) }
      : one
  })
  return [...texts, ...seatField(path, record, file, book, cadreId)]
}

/** Where a constant fact of a row differs, it may be another row: what moves is then for a person to settle too. */
function inDoubtTogether(fields: readonly FieldDifference[]): readonly FieldDifference[] {
  if (!fields.some(({ outcome, field }) => outcome === 'conflicting' && field !== 'position_id')) return fields
  return fields.map((one) => (one.outcome === 'same' ? one : { ...one, outcome: 'conflicting' }))
}

const seatSays = (seat: string): Text =>
  fill({ zh: '记录的岗位是「{seat}」', en: 'The recorded seat is "{seat}"' }, { seat })

function seatField(
  path: string,
  record: ArrivingRow | undefined,
  file: ArrivingRow,
  book: SeatBook,
  cadreId: string | undefined,
): FieldDifference[] {
  if (record?.position_id !== undefined || file.position_id !== undefined) return []
  const proposal = book.propose({ ...file, kind: record?.kind ?? file.kind ?? '' }, cadreId)
  if (!proposal) return []
  const { positionId, reason, clash } = proposal
  const at = { path: `${path}/position_id`, field: 'position_id', record: undefined, file: positionId }
  if (!clash) return [{ ...at, outcome: 'new', reason }]
  return [{ ...at, outcome: 'conflicting', reason: fill({ zh: '{a}；{b}', en: '{a}; {b}' }, { a: reason, b: clash }) }]
}

const gravity = ['same', 'new', 'changed', 'conflicting'] as const

/** A recorded row in which the file fills a gap has changed. */
function gravest(fields: readonly FieldDifference[]): RowDifference['outcome'] {
  const worst = gravity[Math.max(0, ...fields.map(({ outcome }) => gravity.indexOf(outcome)))] ?? 'same'
  return worst === 'new' ? 'changed' : worst
}

/** A second new row of one key would be refused by the records. */
function repeats(table: PersonTable, row: ArrivingRow, keys: Set<string>): Text | undefined {
  if (table === 'tenures') return undefined
  const key = JSON.stringify(tableOf(table).key.map((field) => row[field] ?? null))
  if (keys.has(key)) return twice
  keys.add(key)
  return undefined
}

const absentRow = (table: PersonTable, record: ArrivingRow): RowDifference => ({
  path: `${table}/absent/${keyText(table, record)}`,
  table,
  outcome: 'absent',
  record,
  file: undefined,
  fields: [],
})

/** The key of a row within its person, as part of a path. */
const keyText = (table: PersonTable, row: ArrivingRow): string =>
  tableOf(table)
    .key.filter((field) => field !== 'cadre_id')
    .map((field) => (row[field] ?? '').replaceAll('/', '／'))
    .join('·')
