/** Imports that wait: their files, whom they brought, and what has been chosen. Writing goes inside `commit`. */
import { type QueryExecutorProvider, sql } from 'kysely'
import type { ArrivingPerson, ArrivingUnit } from '#domain/arrivals.ts'
import type { AppliedCounts, Choices, Decision, FileFinding, ImportState, Match } from '#domain/import.ts'
import { sealingOf } from '../sealing/index.ts'
import { type PhotoColumns, photoColumns, photoOf } from './forms.ts'

export interface ImportFile {
  readonly place: number
  readonly name: string
  readonly sha256: string
  readonly size: number
}

export interface ImportRecord {
  readonly importId: string
  readonly state: ImportState
  readonly madeBy: string
  readonly madeAt: Date
  readonly authorityUnitId: string | null
  readonly choices: Choices
  readonly findings: readonly FileFinding[]
  readonly version: number
  readonly counts: AppliedCounts | null
  readonly appliedBy: string | null
  readonly appliedAt: Date | null
  readonly undoneBy: string | null
  readonly undoneAt: Date | null
  readonly files: readonly ImportFile[]
  /** People and units by where they stand. */
  readonly standings: Readonly<Record<string, number>>
}

export const standings = ['choose', 'refused', 'conflicting', 'new', 'changed', 'same', 'left-out'] as const
export type ArrivalStanding = (typeof standings)[number]

export interface Arrival {
  readonly number: number
  readonly subject: 'person' | 'unit'
  readonly name: string
  readonly file: string
  readonly arrival: ArrivingPerson | ArrivingUnit
  readonly match: Match
  readonly decision: Decision | undefined
  readonly choices: Choices
  readonly basis: string | undefined
  readonly standing: ArrivalStanding
  readonly tally: Readonly<Record<string, number>>
}

/** Begins an import that waits for its files; returns its id. */
export async function beginImport(
  transaction: QueryExecutorProvider,
  madeBy: string,
  importId?: string,
): Promise<string> {
  const { rows } = await sql<{ import_id: string }>`
    insert into import (import_id, state, made_by)
    values (coalesce(${importId ?? null}::uuid, uuidv7()), 'reading', ${madeBy}) returning import_id`.execute(
    transaction,
  )
  return rows[0]?.import_id ?? ''
}

export async function addImportFile(
  transaction: QueryExecutorProvider,
  importId: string,
  file: { readonly name: string; readonly sha256: string; readonly size: number; readonly bytes?: Uint8Array },
): Promise<void> {
  await sql`
    insert into import_file (import_id, place, name, sha256, size, bytes)
    select ${importId}, count(*), ${file.name}, ${file.sha256}, ${file.size}, ${file.bytes ? Buffer.from(file.bytes) : null}
    from import_file where import_id = ${importId}`.execute(transaction)
}

export async function readImportFiles(
  database: QueryExecutorProvider,
  importId: string,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  const { rows } = await sql<{ name: string; bytes: Buffer }>`
    select name, bytes from import_file where import_id = ${importId} and bytes is not null order by place`.execute(
    database,
  )
  return rows.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) }))
}

/** Imports, the newest first, or one. */
export async function readImports(
  database: QueryExecutorProvider,
  importId?: string,
): Promise<readonly ImportRecord[]> {
  const { rows } = await sql<ImportRecord>`
    select import_id as "importId", state, made_by as "madeBy", made_at as "madeAt",
      authority_unit_id as "authorityUnitId", choices, findings, version, counts, applied_by as "appliedBy",
      applied_at as "appliedAt", undone_by as "undoneBy", undone_at as "undoneAt",
      coalesce((select jsonb_agg(jsonb_build_object('place', place, 'name', name, 'sha256', sha256, 'size', size) order by place)
        from import_file where import_file.import_id = import.import_id), '[]') as files,
      coalesce((select jsonb_object_agg(standing, count) from (
        select standing, count(*) from import_arrival where import_arrival.import_id = import.import_id group by standing
      ) as counted), '{}') as standings
    from import where ${importId ?? null}::text is null or import_id::text = ${importId ?? null}
    order by made_at desc, import_id desc limit 500`.execute(database)
  return rows
}

/** How many new people of an import have no managing unit but the one chosen for all of it. */
export async function countUnmanaged(database: QueryExecutorProvider, importId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from import_arrival
    where import_id = ${importId} and standing = 'new' and tally @> '{"unmanaged": 1}'`.execute(database)
  return rows[0]?.count ?? 0
}

/** Applied imports that brought a file of the same content. */
export async function readEarlierImports(
  database: QueryExecutorProvider,
  hashes: readonly string[],
): Promise<readonly { readonly sha256: string; readonly importId: string; readonly appliedAt: Date }[]> {
  const { rows } = await sql<{ sha256: string; importId: string; appliedAt: Date }>`
    select distinct on (sha256) sha256, import_id as "importId", applied_at as "appliedAt"
    from import_file join import using (import_id)
    where state = 'applied' and sha256 = any (${hashes}::text[]) order by sha256, applied_at desc`.execute(database)
  return rows
}

export async function setImport(
  transaction: QueryExecutorProvider,
  importId: string,
  values: {
    readonly state?: ImportState
    readonly findings?: readonly FileFinding[]
    readonly choices?: Choices
    readonly authorityUnitId?: string | null
  },
): Promise<void> {
  const { state, findings, choices, authorityUnitId } = values
  await sql`
    update import set version = version + 1, state = coalesce(${state ?? null}, state),
      findings = coalesce(${findings ? JSON.stringify(findings) : null}::jsonb, findings),
      choices = coalesce(${choices ? JSON.stringify(choices) : null}::jsonb, choices),
      authority_unit_id = case when ${authorityUnitId !== undefined} then ${authorityUnitId ?? null}::text else authority_unit_id end
    where import_id = ${importId}`.execute(transaction)
}

/** Keeps whom the files brought; what was there of the import before goes, and so do the bytes that have been read. */
export async function saveArrivals(
  transaction: QueryExecutorProvider,
  importId: string,
  arrivals: readonly Arrival[],
): Promise<void> {
  await sql`delete from import_arrival where import_id = ${importId}`.execute(transaction)
  for (let start = 0; start < arrivals.length; start += 500) {
    const batch = arrivals.slice(start, start + 500)
    const bodies = sealed(
      transaction,
      importId,
      batch.map((one) => ({ ...one, arrival: withoutPhoto(one.arrival) })),
    )
    await sql`
      insert into import_arrival (import_id, number, subject, name, file, arrival, match, decision, choices, basis,
        standing, tally)
      select ${importId}, number, subject, name, file, arrival, match, decision, choices, basis, standing, tally
      from jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb) as arriving (number integer, subject text, name text,
        file text, arrival jsonb, match jsonb, decision jsonb, choices jsonb, basis text, standing text, tally jsonb)`.execute(
      transaction,
    )
    for (const { number, arrival } of batch) {
      const photo = 'form' in arrival ? arrival.form?.photo : undefined
      if (photo) await savePhoto(transaction, importId, number, photoColumns(photo))
    }
  }
  await sql`update import_file set bytes = null where import_id = ${importId}`.execute(transaction)
}

/** Arrivals as they are to lie in the database; the id of the import as the database writes it. */
function sealed<A extends { readonly number: number }>(
  transaction: QueryExecutorProvider,
  importId: string,
  arrivals: readonly A[],
): readonly A[] {
  const sealing = sealingOf(transaction)
  if (!sealing) return arrivals
  return arrivals.map((one) => sealing.sealRow('import_arrival', { ...one, import_id: importId.toLowerCase() }))
}

/** One at a time, because many of them in one statement would be one long text. */
const savePhoto = (
  transaction: QueryExecutorProvider,
  importId: string,
  number: number,
  { photo, photo_type, photo_width, photo_height }: PhotoColumns,
): Promise<unknown> =>
  sql`
    update import_arrival set photo = ${photo}, photo_type = ${photo_type}, photo_width = ${photo_width},
      photo_height = ${photo_height}
    where import_id = ${importId} and number = ${number}`.execute(transaction)

function withoutPhoto(arrival: ArrivingPerson | ArrivingUnit): object {
  if (!('form' in arrival) || !arrival.form) return arrival
  const { photo: _photo, ...form } = arrival.form
  return { ...arrival, form }
}

export interface ArrivalFilter {
  readonly subject?: 'person' | 'unit'
  readonly standing?: ArrivalStanding
  /** Part of a name. */
  readonly name?: string
  readonly numbers?: readonly number[]
  readonly offset?: number
  readonly limit?: number
  /** With the photos of forms: they are left out otherwise. */
  readonly photos?: boolean
}

/** Whom an import brought, in the order of its files. */
export async function readArrivals(
  database: QueryExecutorProvider,
  importId: string,
  { subject, standing, name, numbers, offset = 0, limit, photos = false }: ArrivalFilter = {},
): Promise<readonly Arrival[]> {
  const { rows } = await sql<
    Omit<Arrival, 'decision' | 'basis'> &
      PhotoColumns & { import_id: string; decision: Decision | null; basis: string | null }
  >`
    select import_id, number, subject, name, file, arrival, match, decision, choices, basis, standing, tally,
      case when ${photos} then photo end as photo, photo_type, photo_width, photo_height
    from import_arrival where import_id = ${importId}
      and (${subject ?? null}::text is null or subject = ${subject ?? null})
      and (${standing ?? null}::text is null or standing = ${standing ?? null})
      and (${name ?? null}::text is null or strpos(name, ${name ?? null}) > 0)
      and (${numbers ?? null}::integer[] is null or number = any (${numbers ?? null}::integer[]))
    order by number offset ${offset} limit ${limit ?? null}`.execute(database)
  return rows.map(({ import_id: _, photo, photo_type, photo_width, photo_height, decision, basis, ...row }) => ({
    ...row,
    decision: decision ?? undefined,
    basis: basis ?? undefined,
    arrival: withPhoto(row.arrival, { photo, photo_type, photo_width, photo_height }),
  }))
}

const withPhoto = (arrival: Arrival['arrival'], columns: PhotoColumns): Arrival['arrival'] =>
  'form' in arrival && arrival.form ? { ...arrival, form: { ...arrival.form, photo: photoOf(columns) } } : arrival

/** Who every arriving person is held to be, without their facts. */
export async function readDecisions(
  database: QueryExecutorProvider,
  importId: string,
): Promise<readonly { readonly number: number; readonly decision: Decision | null }[]> {
  const { rows } = await sql<{ number: number; decision: Decision | null }>`
    select number, decision from import_arrival where import_id = ${importId} order by number`.execute(database)
  return rows
}

/** Writes down what has become of some of the people: whom they are held to be, what was chosen, where they stand. */
export async function setArrivals(
  transaction: QueryExecutorProvider,
  importId: string,
  arrivals: readonly Pick<Arrival, 'number' | 'match' | 'decision' | 'choices' | 'basis' | 'standing' | 'tally'>[],
): Promise<void> {
  for (let start = 0; start < arrivals.length; start += 1000)
    await sql`
      update import_arrival as kept set match = told.match, decision = told.decision, choices = told.choices,
        basis = told.basis, standing = told.standing, tally = told.tally
      from jsonb_to_recordset(${JSON.stringify(sealed(transaction, importId, arrivals.slice(start, start + 1000).map(picked)))}::jsonb)
        as told (number integer, match jsonb, decision jsonb, choices jsonb, basis text, standing text, tally jsonb)
      where kept.import_id = ${importId} and kept.number = told.number`.execute(transaction)
}

const picked = ({
  number,
  match,
  decision,
  choices,
  basis,
  standing,
  tally,
}: Parameters<typeof setArrivals>[2][number]) => ({ number, match, decision, choices, basis, standing, tally })

export async function markApplied(
  transaction: QueryExecutorProvider,
  importId: string,
  actor: string,
  counts: AppliedCounts,
): Promise<void> {
  await sql`
    update import set state = 'applied', applied_by = ${actor}, applied_at = now(), counts = ${JSON.stringify(counts)}::jsonb
    where import_id = ${importId}`.execute(transaction)
  await sql`
    update import_arrival set photo = null, photo_type = null, photo_width = null, photo_height = null
    where import_id = ${importId}`.execute(transaction)
}

/** Held until the transaction ends: imports come one after another. */
export async function lockImports(transaction: QueryExecutorProvider): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('zhiren import'))`.execute(transaction)
}
