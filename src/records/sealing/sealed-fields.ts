/**
 * Which fields lie sealed, and what names the row that each belongs to: a citizen number is enough to be taken for somebody
 * (PIPL Art. 28), and what supervision wrote down is not for the eyes of whoever carries a disk.
 */
import { type TableName, tableOf } from '#domain/tables.ts'

interface SealedField {
  /** As it is written in the sealed text: `cadres.citizen_id`. */
  readonly name: string
  readonly table: string
  readonly column: string
  /** Columns that name the row. */
  readonly key: readonly string[]
  /** Equal values are found without opening them. */
  readonly isLookedUp?: boolean
  /** A column of JSON, sealed as a whole: the sealed text stands in it as a string. */
  readonly isWhole?: boolean
  /** Only in rows that say this. */
  readonly where?: { readonly column: string; readonly value: string }
}

const ofFact = (table: TableName, column: string, more: Partial<SealedField> = {}): SealedField => ({
  name: `${table}.${column}`,
  table,
  column,
  key: tableOf(table).key,
  ...more,
})

/** What came in with a person and is kept beside the facts drawn from it. It has no past. */
const ofCopy = (table: string, column: string, ...key: readonly string[]): SealedField => ({
  name: `${table}.${column}`,
  table,
  column,
  key,
  isWhole: true,
})

const facts: readonly SealedField[] = [
  ofFact('cadres', 'citizen_id', { isLookedUp: true }),
  ofFact('sanctions', 'authority'),
  ofFact('sanctions', 'basis'),
  ofFact('supervision', 'finding'),
  // A source that gives another citizen number than the record.
  ofFact('statements', 'value', { where: { column: 'field', value: 'citizen_id' } }),
]

const copies: readonly SealedField[] = [
  ofCopy('appointment_form', 'content', 'form_id'),
  ofCopy('import_arrival', 'arrival', 'import_id', 'number'),
  ofCopy('import_arrival', 'match', 'import_id', 'number'),
]

const all = [...facts, ...copies]

export type { SealedField }

/** Facts with sealed fields, and their twins of the past. */
export const sealedFacts = [...new Set(facts.map(({ table }) => table))] as readonly TableName[]

/** Tables beside the facts, with columns that are sealed as a whole. */
export const sealedCopies: readonly string[] = [...new Set(copies.map(({ table }) => table))]

export const sealedFieldsOf = (table: string): readonly SealedField[] => byTable.get(table) ?? []
const byTable = Map.groupBy(all, ({ table }) => table)

export const sealedFieldNamed = (name: string): SealedField | undefined => byName.get(name)
const byName = new Map(all.map((field) => [field.name, field]))
