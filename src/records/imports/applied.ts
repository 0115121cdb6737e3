/** What an import did to the facts, and taking it back. */
import { type QueryExecutorProvider, sql } from 'kysely'
import type { ArrivingRow } from '#domain/arrivals.ts'
import type { FactChange } from '#domain/import.ts'
import type { TableName } from '#domain/tables.ts'
import { readingForSystem } from '../rights/reader.ts'
import { type Image, type RowStep, readStored, sealedSteps, stepsOf, takeSteps } from './fact-changes.ts'
import { canonicalRow } from './standing.ts'

type NumberedStep = RowStep & { readonly number: number }

/** Carries out the changes and keeps what stood there before. Inside `commit`, under `lockImports`. */
export async function applyChanges(
  transaction: QueryExecutorProvider,
  importId: string,
  changes: readonly FactChange[],
): Promise<void> {
  const steps = await stepsOf(transaction, changes)
  await takeSteps(transaction, steps)
  await keepSteps(transaction, importId, sealedSteps(transaction, steps))
}

async function keepSteps(
  transaction: QueryExecutorProvider,
  importId: string,
  steps: readonly NumberedStep[],
): Promise<void> {
  for (let start = 0; start < steps.length; start += 1000) {
    const batch = steps.slice(start, start + 1000).map(({ table, number, before, after }, at) => ({
      place: start + at,
      number,
      fact: table,
      before,
      after,
    }))
    await sql`
      insert into import_change (import_id, place, number, fact, before, after)
      select ${importId}, place, number, fact, before, after
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
        as step (place integer, number integer, fact text, before jsonb, after jsonb)`.execute(transaction)
  }
}

export async function readSteps(database: QueryExecutorProvider, importId: string): Promise<readonly NumberedStep[]> {
  const { rows } = await sql<{ fact: TableName; number: number; before: Image | null; after: Image | null }>`
    select fact, number, before, after from import_change where import_id = ${importId} order by place`.execute(
    database,
  )
  return rows.map(({ fact, number, before, after }) => ({
    table: fact,
    number,
    before: before ?? undefined,
    after: after ?? undefined,
  }))
}

/** A fact of an import that says something else by now. */
export interface Moved {
  readonly table: TableName
  readonly number: number
  /** As the import left it, and as it stands; undefined where there is no such row. */
  readonly left: ArrivingRow | undefined
  readonly found: ArrivingRow | undefined
  /** Who wrote it since, by the audit log; undefined where that cannot be told. */
  readonly by: { readonly actor: string; readonly action: string } | undefined
}

/** Facts that have changed since an import left them. */
export async function readMoved(
  database: QueryExecutorProvider,
  steps: readonly NumberedStep[],
): Promise<readonly Moved[]> {
  const moved: Moved[] = []
  for (const [table, own] of Map.groupBy(steps, (step) => step.table)) {
    const stored = await readStored(
      database,
      table,
      own.map(({ before, after }) => after ?? before ?? {}),
    )
    for (const [at, { number, after }] of own.entries()) {
      const found = stored[at]
      const [left, now] = [after && canonicalRow(table, after), found && canonicalRow(table, found.image)]
      if (JSON.stringify(left ?? null) === JSON.stringify(now ?? null)) continue
      moved.push({ table, number, left, found: now, by: found && (await writerAt(database, found.recordedAt)) })
    }
  }
  return moved
}

/** Facts are written inside one transaction with their audit entry, which is dated after its beginning. */
async function writerAt(database: QueryExecutorProvider, moment: string): Promise<Moved['by']> {
  const { rows } = await sql<{ actor: string; action: string }>`
    select actor, action from audit
    where at >= ${moment}::timestamptz and action in ('import', 'import.apply', 'import.undo')
    order by id limit 1`.execute(database)
  return rows[0]
}

/** What others have recorded since of somebody whom an import brought in. */
export interface Added {
  readonly table: TableName | 'appointment_form'
  readonly cadreId: string
  readonly count: number
}

/**
 * Rows of people that the import brought in, which others have added since and an undo would leave without their person: all
 * that stands in its way is counted, whatever of it the reader may see.
 */
export const readAddedSince = (
  database: QueryExecutorProvider,
  cadreIds: readonly string[],
  importId: string,
): Promise<readonly Added[]> => readingForSystem(() => addedSince(database, cadreIds, importId))

async function addedSince(
  database: QueryExecutorProvider,
  cadreIds: readonly string[],
  importId: string,
): Promise<readonly Added[]> {
  const forms = await sql<Added>`
    select 'appointment_form' as "table", cadre_id as "cadreId", count(*)::integer as count from appointment_form
    where cadre_id = any (${cadreIds}::text[]) and withdrawn_at is null and import_id is distinct from ${importId}
    group by cadre_id order by cadre_id`.execute(database)
  const added: Added[] = [...forms.rows]
  for (const table of tablesOfPeople) {
    const { rows } = await sql<{ cadreId: string; count: number }>`
      with brought as (
        select after ->> 'cadre_id' as cadre_id, count(*) as count from import_change
        where import_id = ${importId} and fact = ${table} and after is not null group by after ->> 'cadre_id'
      ), stored as (
        select cadre_id, count(*) as count from ${sql.table(table)}
        where cadre_id = any (${cadreIds}::text[]) group by cadre_id
      )
      select cadre_id as "cadreId", (stored.count - coalesce(brought.count, 0))::integer as count
      from stored left join brought using (cadre_id)
      where stored.count > coalesce(brought.count, 0) order by cadre_id`.execute(database)
    added.push(...rows.map((row) => ({ table, ...row })))
  }
  return added
}

const tablesOfPeople = [
  'tenures',
  'grades',
  'educations',
  'relatives',
  'evaluations',
  'trainings',
  'honours',
  'sanctions',
  'ratings',
  'duties',
  'statements',
  'supervision',
  'competencies',
] as const satisfies readonly TableName[]

/** Puts everything back as it was; forms go with the people they brought in, or are withdrawn. */
export async function takeBack(
  transaction: QueryExecutorProvider,
  importId: string,
  steps: readonly NumberedStep[],
  actor: string,
): Promise<void> {
  const people = steps.flatMap(({ table, before, after }) =>
    table === 'cadres' && !before && after ? [String(after.cadre_id)] : [],
  )
  await sql`
    delete from appointment_form
    where cadre_id = any (${people}::text[]) and (import_id = ${importId} or withdrawn_at is not null)`.execute(
    transaction,
  )
  await sql`update appointment_form set withdrawn_at = now() where import_id = ${importId}`.execute(transaction)
  await takeSteps(
    transaction,
    steps.map(({ table, before, after }) => ({ table, before: after, after: before })),
  )
  await sql`
    update import set state = 'undone', undone_by = ${actor}, undone_at = now()
    where import_id = ${importId}`.execute(transaction)
}
