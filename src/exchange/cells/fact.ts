import { type Field, tableOf } from '#domain/tables.ts'
import { type CellFault, isFault, readCell } from './cells.ts'

export type FactReading =
  | { readonly value: string | null }
  | { readonly column: 'field' | 'value'; readonly fault: CellFault }

const fieldsOfCadres: Readonly<Record<string, Field>> = tableOf('cadres').fields

/** A statement asserts a fact by naming a column of the cadres table, or `education.level`, and a value it can hold. */
export function readFact(name: string | null, asserted: string | null): FactReading {
  if (name === null) {
    return asserted === null
      ? { value: null }
      : { column: 'field', fault: { code: 'fact-field-missing', values: { value: asserted } } }
  }
  const field = name === 'education.level' ? tableOf('educations').fields.level : fieldsOfCadres[name]
  if (field === undefined) return { column: 'field', fault: { code: 'fact-field-unknown', values: {} } }
  if (asserted === null) return { value: null }
  const reading = readCell(asserted, { field: { ...field, required: false }, isKey: false, isCode: false })
  return isFault(reading) ? { column: 'value', fault: reading } : { value: reading }
}
