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

const all: readonly SealedField[] = [
  ofFact('cadres', 'citizen_id', { isLookedUp: true }),
  ofFact('sanctions', 'authority'),
  ofFact('sanctions', 'basis'),
  ofFact('supervision', 'finding'),
  // A source that gives another citizen number than the record.
  ofFact('statements', 'value', { where: { column: 'field', value: 'citizen_id' } }),
]

export type { SealedField }

/** Facts with sealed fields, and their twins of the past. */
export const sealedFacts = [...new Set(all.map(({ table }) => table))] as readonly TableName[]

export const sealedFieldsOf = (table: string): readonly SealedField[] => byTable.get(table) ?? []
const byTable = Map.groupBy(all, ({ table }) => table)

export const sealedFieldNamed = (name: string): SealedField | undefined => byName.get(name)
const byName = new Map(all.map((field) => [field.name, field]))
