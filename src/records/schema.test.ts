import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { type Field, tableNames, tableOf } from '#domain/tables.ts'
import { emptyRecords } from './fixtures.ts'
import type { Records } from './index.ts'

let records: Records
beforeAll(async () => {
  records = await emptyRecords()
})
afterAll(() => records?.close())

const types: Record<Field['kind'], string> = {
  text: 'text',
  date: 'partial_date',
  number: 'double precision',
  boolean: 'boolean',
  term: '',
  list: '',
}
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function typeOf(field: Field): string {
  if (field.terms) return snake(field.terms) + (field.kind === 'list' ? '_list' : '')
  return field.integer ? 'integer' : types[field.kind]
}

interface ColumnRow {
  table: string
  name: string
  type: string
  required: boolean
}

test('every table has the fields of the data package, in their types, required where the package requires them', async () => {
  const { rows } = await sql<ColumnRow>`
    select relname as table, attname as name, format_type(atttypid, null) as type, attnotnull as required
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and attgenerated = ''
      and relname = any (${tableNames}) and attname not in ('extra', 'recorded_at')
    order by attrelid, attnum`.execute(records.database)
  const stored = Object.groupBy(rows, (row) => row.table)
  for (const table of tableNames) {
    const { fields } = tableOf(table)
    const expected = Object.entries(fields).map(([name, field]) => ({
      table,
      name,
      type: typeOf(field),
      required: field.required === true,
    }))
    expect(stored[table]).toEqual(expected)
  }
})

test('every vocabulary of the database is that of the lexicon', async () => {
  const { rows } = await sql<{ name: string; definition: string }>`
    select typname as name, pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_type join pg_constraint on contypid = pg_type.oid`.execute(records.database)
  const stored = new Map(
    rows.map(({ name, definition }) => [name, [...definition.matchAll(/'([^']+)'/g)].map(([, id]) => id)]),
  )
  for (const table of tableNames) {
    for (const field of Object.values(tableOf(table).fields)) {
      if (!field.terms) continue
      const ids = stored.get(typeOf(field))?.filter((id) => id !== ';')
      expect(ids, field.terms).toEqual(identifiersOf(field.terms))
    }
  }
})

test('every reference is a foreign key, and may wait for the end of the transaction', async () => {
  const { rows } = await sql<{ reference: string }>`
    select conrelid::regclass || '.' || attname || ' → ' || confrelid::regclass as reference
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and not conperiod and condeferrable and conrelid::regclass::text = any (${tableNames})`.execute(
    records.database,
  )
  const expected = tableNames.flatMap((table) =>
    Object.entries(tableOf(table).fields).flatMap(([name, { references }]) =>
      references ? [`${table}.${name} → ${references}`] : [],
    ),
  )
  expect(rows.map((row) => row.reference).sort()).toEqual(expected.sort())
})

test('every natural key is unique', async () => {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select indrelid::regclass::text as table,
      array(select attname::text from pg_attribute where attrelid = indrelid and attnum = any (indkey) order by attnum) as columns
    from pg_index where indisunique and indexprs is null and not indisexclusion
      and (indnullsnotdistinct or indisprimary) and indrelid::regclass::text = any (${tableNames})`.execute(
    records.database,
  )
  const unique = new Map(rows.map(({ table, columns }) => [table, columns]))
  for (const table of tableNames) {
    // The ratings have their key as a digest.
    if (table === 'ratings') continue
    expect(unique.get(table)?.toSorted(), table).toEqual([...tableOf(table).key].sort())
  }
})

test('every fact has a twin for its past with the same columns', async () => {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select relnamespace::regnamespace || '.' || relname as table, array_agg(attname::text) as columns
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relkind = 'r' and attnum > 0 and relname = any (${tableNames}) group by 1`.execute(records.database)
  const columns = new Map(rows.map((row) => [row.table, new Set(row.columns)]))
  for (const table of tableNames)
    expect(columns.get(`past.${table}`)).toEqual(columns.get(`public.${table}`)?.add('recorded'))
})
