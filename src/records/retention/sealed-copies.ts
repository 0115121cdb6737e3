/** Texts that lie sealed as a whole cannot be searched where they lie: each is opened, looked through, and sealed again. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.ts'
import { sealedCopies, sealedFieldsOf, sealingOf } from '../sealing/index.ts'
import type { Column } from './tables-of-people.ts'
import { needlesOf, type Traces } from './told-text.ts'

/** A row that holds something of a person. */
export interface Naming {
  readonly place: string
  /** The columns that hold something, as text. */
  readonly values: Readonly<Record<string, string>>
  /** A column as it is to lie in the database, where it lies sealed. */
  readonly sealed?: (column: string, text: string) => string
}

export interface SealedNaming {
  readonly table: string
  readonly columns: readonly Column[]
  readonly rows: readonly Naming[]
}

const batchSize = 500

/** Rows of every table with such columns; none where the records lie open. */
export async function sealedRowsNaming(opened: Kysely<Database>, traces: Traces): Promise<readonly SealedNaming[]> {
  const sealing = sealingOf(opened)
  if (!sealing) return []
  const needles = needlesOf(traces)
  const found: SealedNaming[] = []
  for (const table of sealedCopies) {
    const fields = sealedFieldsOf(table)
    const rows: Naming[] = []
    for await (const { place, ...row } of openedRows(opened, table)) {
      const texts = fields.map(({ column }) => [column, JSON.stringify(row[column] ?? null)] as const)
      const values = Object.fromEntries(texts.filter(([, text]) => needles.some((needle) => text.includes(needle))))
      const sealed = (column: string, text: string): string =>
        JSON.stringify(sealing.sealRow(table, { ...row, [column]: JSON.parse(text) })[column])
      if (Object.keys(values).length > 0) rows.push({ place: String(place), values, sealed })
    }
    const columns = fields.map(({ column }) => ({ name: `"${column}"`, key: column, type: 'jsonb' }))
    found.push({ table: `public.${table}`, columns, rows })
  }
  return found
}

/** The key of each row, its columns opened, and its place in the table. */
async function* openedRows(opened: Kysely<Database>, table: string): AsyncGenerator<Record<string, unknown>> {
  const fields = sealedFieldsOf(table)
  const names = [...new Set(fields.flatMap(({ key, column }) => [...key, column]))]
  let after = '(0,0)'
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`
      select ctid::text as place, ${sql.join(names.map((name) => sql.ref(name)))} from ${sql.table(table)}
      where ctid > ${after}::tid order by ctid limit ${batchSize}`.execute(opened)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < batchSize) return
    after = String(last['place'])
  }
}
