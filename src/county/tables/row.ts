import { type FieldName, fieldNamesOf, type Row, type TableName } from '#domain/tables.ts'

type Value = string | number | boolean | null | undefined

/** A row of a table in field order; what is not given is unknown. */
export function row<T extends TableName>(table: T, facts: Partial<Record<FieldName<T>, Value>>): Row {
  const given = facts as Readonly<Record<string, Value>>
  return fieldNamesOf(table).map((field) => {
    const value = given[field]
    return value === undefined || value === null ? null : String(value)
  })
}

/** Rows that are made anew whenever they are walked through, so that a large table never lies in memory. */
export const rows = (make: () => Iterator<Row>): Iterable<Row> => ({ [Symbol.iterator]: make })
