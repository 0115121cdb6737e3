/** One value in the record against one in the file, by what kind of fact it is. */
import type { ArrivingRow } from '#domain/arrivals.ts'
import type { FieldDifference } from '#domain/import.ts'
import { fieldNamesOf, type TableName, tableOf } from '#domain/tables.ts'
import type { Text } from '#domain/text.ts'
import {
  compareDates,
  plain,
  plainPost,
  sameNation,
  sameParty,
  samePlace,
  sameRelation,
  sameSchool,
} from './agreement.ts'

/** Facts that move with time; every other one is constant, and a file that tells it otherwise is in conflict. */
const moving: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  cadres: ['party', 'health_ok', 'authority_unit_id', 'track', 'reserve'],
  tenures: ['to'],
  grades: ['to'],
  relatives: ['party', 'position_text'],
  sanctions: ['until'],
  units: ['parent_id', 'name', 'hardship', 'growth_front', 'abolished_on', 'staff_quota', 'sector'],
}

/** An empty end means that it lasts: an end told for it is a change, not a gap filled. */
const lastsWhileEmpty = new Set(['tenures/to', 'grades/to', 'sanctions/until', 'units/abolished_on'])

const agreements: Readonly<Record<string, (a: string, b: string) => boolean>> = {
  ethnicity: sameNation,
  native_place: samePlace,
  birth_place: samePlace,
  party: sameParty,
  school: sameSchool,
  relation: sameRelation,
  position_text: (a, b) => plainPost(a) === plainPost(b),
}

/** Whether two values of a field say the same; a file that knows the month alone does not contradict a day. */
function agree(table: TableName, field: string, record: string, file: string): 'same' | 'finer' | 'different' {
  if (record === file) return 'same'
  if (tableOf(table).fields[field]?.kind === 'date') {
    const order = compareDates(record, file)
    return order === 'close' ? 'different' : order
  }
  if (tableOf(table).fields[field]?.kind !== 'text') return 'different'
  const same = agreements[field] ?? ((a: string, b: string) => plain(a) === plain(b))
  return same(record, file) ? 'same' : 'different'
}

const addsTheDay: Text = { zh: '文件补上了日', en: 'The file adds the day' }

/** The difference of one field; undefined where the file says nothing of it. */
export function compareField(
  table: TableName,
  field: string,
  path: string,
  record: string | undefined,
  file: string | undefined,
): FieldDifference | undefined {
  if (file === undefined) return undefined
  const at = { path, field, record, file }
  if (record === undefined) return { ...at, outcome: lastsWhileEmpty.has(`${table}/${field}`) ? 'changed' : 'new' }
  const agreement = agree(table, field, record, file)
  if (agreement === 'same') return { ...at, outcome: 'same' }
  if (agreement === 'finer') return { ...at, outcome: 'changed', reason: addsTheDay }
  return { ...at, outcome: moving[table]?.includes(field) ? 'changed' : 'conflicting' }
}

/** The fields of a row that the file tells, in the order of the table. */
export const compareFields = (
  table: TableName,
  path: string,
  record: ArrivingRow | undefined,
  file: ArrivingRow,
  skipped: readonly string[] = [],
): FieldDifference[] =>
  fieldNamesOf(table).flatMap((field) => {
    if (skipped.includes(field)) return []
    return compareField(table, field, `${path}/${field}`, record?.[field], file[field]) ?? []
  })
