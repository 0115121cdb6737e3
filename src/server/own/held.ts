/** Every fact held about a person, for that person: a line each, with where it came from and since when it is held. */

import type { QueryExecutorProvider } from 'kysely'
import type { DateCode } from '#domain/calendar.ts'
import { labelOfField, labelOfTruth } from '#domain/lexicon/field-terms.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { type Field, tableOf } from '#domain/tables.ts'
import type { Text } from '#domain/text.ts'
import {
  type Recording,
  type RowVersion,
  readCadreFacts,
  readCadreVersions,
  readRecordings,
} from '#records/queries/index.ts'
import type { HeldFact, HeldPart } from '../contract/index.ts'

type HeldTable = (typeof parts)[number]['table']

/** What is shown, in the order of the page; statements of sources and what others said stay with the office. */
const parts = [
  { table: 'cadres', part: 'basics' },
  { table: 'tenures', part: 'career', when: ['from', 'to'], what: ['unit_text', 'title_text'] },
  { table: 'grades', part: 'career', when: ['from', 'to'], what: ['grade'] },
  {
    table: 'educations',
    part: 'education',
    when: ['from', 'to'],
    what: ['mode', 'level', 'degree', 'school', 'major'],
  },
  { table: 'evaluations', part: 'evaluation', when: ['year'], what: ['result'] },
  { table: 'trainings', part: 'training', when: ['from', 'to'], what: ['course', 'organiser', 'hours'] },
  { table: 'honours', part: 'honour', when: ['on'], what: ['title', 'authority'] },
  { table: 'sanctions', part: 'other', when: ['on'], what: ['kind', 'measure', 'reason'] },
  { table: 'relatives', part: 'other', when: [], what: ['relation', 'name', 'unit_text', 'post'] },
] as const satisfies readonly {
  readonly table: RowVersion['table']
  readonly part: HeldPart
  readonly when?: readonly string[]
  readonly what?: readonly string[]
}[]

/** Keys and links, which say nothing to a reader; and what the office notes for its own work. */
const isPlumbing = (field: string): boolean =>
  field.endsWith('_id') || ['name', 'reserve', 'track', 'growth_place_code'].includes(field)

export async function heldFacts(
  database: QueryExecutorProvider,
  cadreId: string,
  today: DateCode,
): Promise<readonly HeldFact[]> {
  const seats = await seatNames(database, cadreId, today)
  const versions = (await readCadreVersions(database, cadreId))
    .filter(({ until }) => until === null)
    .map((one) => ({ ...one, facts: { ...one.facts, ...seats.get(String(one.facts.tenure_id)) } }))
  const recordings = await readRecordings(database, [...new Set(versions.map(({ since }) => since))])
  return parts.flatMap(({ table, ...shown }) =>
    versions
      .filter((one) => one.table === table)
      .flatMap((one) => ('what' in shown ? [rowLine(table, one, shown)] : basicLines(one)))
      .map(({ row, ...line }) => ({ ...line, ...heldSince(row, recordings) }))
      .toSorted((a, b) => (a.when < b.when ? 1 : a.when > b.when ? -1 : 0)),
  )
}

/** A post that is held in a seat is called as the seat is. */
async function seatNames(
  database: QueryExecutorProvider,
  cadreId: string,
  today: DateCode,
): Promise<ReadonlyMap<string, { readonly unit_text: string | null; readonly title_text: string | null }>> {
  const facts = await readCadreFacts(database, cadreId, today)
  return new Map(
    (facts?.tenures ?? []).map(({ tenure_id, unit_text, title_text, seat_unit, seat_title }) => [
      tenure_id,
      { unit_text: unit_text ?? seat_unit, title_text: title_text ?? seat_title },
    ]),
  )
}

interface Line {
  readonly key: string
  readonly part: HeldPart
  readonly label: Text
  readonly when: string
  readonly says: Text
  readonly row: RowVersion
}

/** Each field of a person is a fact of its own. */
const basicLines = (row: RowVersion): Line[] =>
  Object.keys(tableOf('cadres').fields)
    .filter((field) => !isPlumbing(field) && isTold(row.facts[field]))
    .map((field) => ({
      key: `cadres/${field}`,
      part: 'basics',
      label: labelOfField('cadres', field),
      when: '',
      says: inWords('cadres', field, row.facts[field]),
      row,
    }))

function rowLine(
  table: HeldTable,
  row: RowVersion,
  { part, when, what }: { readonly part: HeldPart; readonly when: readonly string[]; readonly what: readonly string[] },
): Line {
  const said = what.filter((field) => isTold(row.facts[field])).map((field) => inWords(table, field, row.facts[field]))
  return {
    key: `${table}/${tableOf(table)
      .key.map((field) => String(row.facts[field]))
      .join('/')}`,
    part,
    label: labelOfPart(table),
    when: spanOf(when.map((field) => row.facts[field])),
    says: { zh: said.map(({ zh }) => zh).join(' '), en: said.map(({ en }) => en).join(' ') },
    row,
  }
}

const labelOfPart = (table: HeldTable): Text =>
  table === 'relatives'
    ? { zh: '家庭成员及社会关系', en: 'Relatives' }
    : table === 'sanctions'
      ? { zh: '处分处理', en: 'Sanctions' }
      : table === 'grades'
        ? { zh: '职级', en: 'Grades' }
        : { zh: '', en: '' }

/** A span that goes on ends in a dash: `2026.06–`. */
const spanOf = (days: readonly unknown[]): string =>
  days.some(isTold) ? days.map((day) => (isTold(day) ? dots(day) : '')).join('–') : ''

const isTold = (value: unknown): boolean => value !== null && value !== undefined && value !== ''
const dots = (value: unknown): string => String(value).replaceAll('-', '.')
const same = (said: string): Text => ({ zh: said, en: said })

function inWords(table: HeldTable, name: string, value: unknown): Text {
  const fields: Readonly<Record<string, Field>> = tableOf(table).fields
  const { kind, terms } = fields[name] ?? { kind: 'text' }
  if (kind === 'term' && terms) return labelOf(terms, String(value))
  if (kind === 'date') return same(dots(value))
  if (kind === 'boolean') return labelOfTruth(table, name, value === true)
  return same(Array.isArray(value) ? value.join('、') : String(value))
}

/** A file by its name; what came with the first data, or was recorded by an officer, says so. */
function heldSince(
  { since }: RowVersion,
  recordings: ReadonlyMap<string, Recording>,
): Pick<HeldFact, 'since' | 'source'> {
  const recording = recordings.get(since)
  const files = recording?.files ?? []
  const source =
    files.length > 0
      ? same(files.join('、'))
      : recording?.action === 'import' || recording?.actor == null
        ? { zh: '数据包入库', en: 'A data package' }
        : { zh: '组织部门登记', en: 'Recorded by the department' }
  return { since: since.slice(0, 10), source }
}
