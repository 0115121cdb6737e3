/** Rows of the facts added, changed and taken away in batches, with what stood there before. */
import { type QueryExecutorProvider, sql } from 'kysely'
import type { ArrivingRow } from '#domain/arrivals.ts'
import type { FactChange } from '#domain/import.ts'
import { fieldNamesOf, type TableName, tableOf } from '#domain/tables.ts'
import { sealingOf } from '../sealing/index.ts'

const batchSize = 1000

/** A stored row with its extra columns, as JSON: what an undo puts back. */
export type Image = Readonly<Record<string, unknown>>

/** `before` and `after` of one row; both where it changed. */
export interface RowStep {
  readonly table: TableName
  readonly before: Image | undefined
  readonly after: Image | undefined
}

const columnsOf = (table: TableName): readonly string[] => [...fieldNamesOf(table), 'extra']

const list = (names: readonly string[], of?: string) =>
  sql.join(names.map((name) => sql.ref(of === undefined ? name : `${of}.${name}`)))

/** `stored` is the row that the image tells of. */
const isRow = (table: TableName, image: string) =>
  sql.join(
    tableOf(table).key.map((field) =>
      tableOf(table).fields[field]?.required
        ? sql`stored.${sql.ref(field)} = ${sql.ref(`${image}.${field}`)}`
        : sql`stored.${sql.ref(field)} is not distinct from ${sql.ref(`${image}.${field}`)}`,
    ),
    sql` and `,
  )

/** Carries out steps on the facts, table by table: what goes first, then what changes, then what comes. Inside `commit`. */
export async function takeSteps(transaction: QueryExecutorProvider, steps: readonly RowStep[]): Promise<void> {
  await sql`set constraints all deferred`.execute(transaction)
  for (const [table, own] of Map.groupBy(sealedSteps(transaction, steps), (step) => step.table)) {
    const gone = own.flatMap(({ before, after }) => (before && !after ? [before] : []))
    const come = own.flatMap(({ before, after }) => (after && !before ? [after] : []))
    const changed = own.flatMap(({ before, after }) => (before && after ? [{ before, after }] : []))
    for (const batch of batches(gone)) await remove(transaction, table, batch)
    for (const batch of batches(changed)) await update(transaction, table, batch)
    for (const batch of batches(come)) await insert(transaction, table, batch)
  }
}

/** The steps with the images of their rows as they are to lie in the database. */
export function sealedSteps<S extends RowStep>(transaction: QueryExecutorProvider, steps: readonly S[]): readonly S[] {
  const sealing = sealingOf(transaction)
  if (!sealing) return steps
  return steps.map((step) => ({
    ...step,
    before: step.before && sealing.sealRow(step.table, step.before),
    after: step.after && sealing.sealRow(step.table, step.after),
  }))
}

const remove = (transaction: QueryExecutorProvider, table: TableName, images: readonly Image[]): Promise<unknown> =>
  sql`
    delete from ${sql.table(table)} as stored
    using jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(images)}::jsonb) as image
    where ${isRow(table, 'image')}`.execute(transaction)

const insert = (transaction: QueryExecutorProvider, table: TableName, images: readonly Image[]): Promise<unknown> =>
  sql`
    insert into ${sql.table(table)} (${list(columnsOf(table))})
    select ${list(columnsOf(table), 'image')}
    from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(images)}::jsonb) as image`.execute(
    transaction,
  )

const update = (
  transaction: QueryExecutorProvider,
  table: TableName,
  images: readonly { readonly before: Image; readonly after: Image }[],
): Promise<unknown> =>
  sql`
    update ${sql.table(table)} as stored set (${list(columnsOf(table))}) = row (${list(columnsOf(table), 'later')})
    from jsonb_array_elements(${JSON.stringify(images)}::jsonb) as step,
      jsonb_populate_record(null::${sql.table(table)}, step -> 'before') as image,
      jsonb_populate_record(null::${sql.table(table)}, step -> 'after') as later
    where ${isRow(table, 'image')}`.execute(transaction)

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += batchSize) yield all.slice(start, start + batchSize)
}

/** The stored rows that some images tell of, in their order; undefined where there is none. */
export async function readStored(
  database: QueryExecutorProvider,
  table: TableName,
  images: readonly Image[],
): Promise<readonly ({ readonly image: Image; readonly recordedAt: string } | undefined)[]> {
  const found: ({ image: Image; recordedAt: string } | undefined)[] = []
  for (const batch of batches(images)) {
    const { rows } = await sql<{ image: Image | null; recorded_at: string | null }>`
      select to_jsonb(stored) as image, stored.recorded_at::text as recorded_at
      from jsonb_array_elements(${JSON.stringify(batch)}::jsonb) with ordinality as step (body, place)
      cross join lateral jsonb_populate_record(null::${sql.table(table)}, step.body) as image
      left join ${sql.table(table)} as stored on ${isRow(table, 'image')}
      order by step.place`.execute(database)
    for (const { image, recorded_at } of rows)
      found.push(recorded_at === null ? undefined : { image: imageOf(table, image ?? {}), recordedAt: recorded_at })
  }
  return found
}

const imageOf = (table: TableName, stored: Image): Image =>
  Object.fromEntries(columnsOf(table).map((column) => [column, stored[column] ?? null]))

/** The steps of changes in canonical text, with the extra columns of the rows they meet. */
export async function stepsOf(
  database: QueryExecutorProvider,
  changes: readonly FactChange[],
): Promise<readonly (RowStep & { readonly number: number })[]> {
  const steps: (RowStep & { readonly number: number })[] = []
  for (const [table, own] of Map.groupBy(changes, (change) => change.table)) {
    const met = own.flatMap(({ before }) => (before ? [whole(table, before)] : []))
    const stored = (await readStored(database, table, met)).values()
    for (const { number, before, after } of own) {
      const extra = (before && stored.next().value?.image.extra) ?? null
      const imageOfRow = (row: ArrivingRow | undefined): Image | undefined => row && { ...whole(table, row), extra }
      steps.push({ table, number, before: imageOfRow(before), after: imageOfRow(after) })
    }
  }
  return steps
}

const whole = (table: TableName, row: ArrivingRow): Image =>
  Object.fromEntries(columnsOf(table).map((column) => [column, row[column] ?? null]))
