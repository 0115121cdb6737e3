/** The tables as Kysely sees them, and the two ways to the server: one that reads, one that writes. */
import { type Generated, Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import { type ClientConfig, Pool, type PoolClient } from 'pg'
import type { Lifting, Verdict, Weight } from '#domain/finding.ts'
import type { Move } from '#domain/lexicon/terms.ts'
import type { Severity } from '#domain/results.ts'
import type { Slate, SlateRequest } from '#domain/slate.ts'
import type { Field, TableName, tables } from '#domain/tables.ts'
import type { Text } from '#domain/text.ts'
import type { Logins } from './rights/logins.ts'
import { readerSearchPath } from './rights/policies.ts'
import { presentReader } from './rights/reader.ts'

type ValueOf<F extends Field> = F['kind'] extends 'number' ? number : F['kind'] extends 'boolean' ? boolean : string
type Cell<F extends Field> = F extends { readonly required: true } ? ValueOf<F> : ValueOf<F> | null

type FactColumns<T extends TableName> = {
  [F in keyof (typeof tables)[T]['fields']]: (typeof tables)[T]['fields'][F] extends infer D extends Field
    ? Cell<D>
    : never
}

/** A fact as it is stored: the fields of its table, the unknown extra columns it came with, and since when it is known. */
export type Fact<T extends TableName> = FactColumns<T> & {
  extra: Record<string, string> | null
  recorded_at: Generated<Date>
}

export interface AuditRow {
  id: Generated<string>
  at: Generated<Date>
  actor: string
  action: string
  subject: string | null
  detail: unknown
  previous_hash: Generated<string>
  hash: Generated<string>
}

export interface RunRow {
  run_id: Generated<string>
  as_of: string
  snapshot_hash: string
  made_at: Generated<Date>
  known_at: Generated<Date>
  version: string | null
  parameters: unknown
  book_hash: string | null
  counts: Record<string, number>
}

export interface RunEstimateRow {
  run_id: string
  cadre_id: string
  measure: string
  value: number | null
  lower: number | null
  upper: number | null
  sd: number | null
  n: number
  group: string
  separable: boolean
  cause: Text | null
  parts: readonly { id: string; label: Text; value: number }[] | null
}

export interface RunUnitEstimateRow extends Omit<RunEstimateRow, 'cadre_id'> {
  unit_id: string
}

export interface RunSignalRow {
  run_id: string
  cadre_id: string | null
  unit_id: string | null
  kind: string
  raised_on: string
  severity: Severity
  evidence: string[]
  reason: Text
  look: Text
}

export interface RunConflictRow {
  run_id: string
  cadre_id: string
  field: string
  values: string[]
  sources: string[]
  accepted: string | null
  severity: Severity
  rule: string
  reason: Text
  mend: Text
}

export interface RunSamenessRow {
  run_id: string
  statement_id: string
  other_id: string | null
  similarity: number
  kind: 'copied' | 'boilerplate'
}

export interface RunPaperRow {
  run_id: string
  kind: string
  subject: string
  body: object
}

export interface JudgementRow {
  judgement_id: Generated<string>
  cadre_id: string
  output: 'direction' | 'room' | 'goal' | 'strengths' | 'seats' | 'path'
  stance: 'agree' | 'differ' | 'add'
  text: string
  run_id: string
  signed_by: string
  recorded_by: string
  recorded_at: Generated<Date>
}

export interface SlateRow {
  slate_id: Generated<string>
  name: string
  request: SlateRequest
  run_id: string
  book_hash: string
  based_on: string | null
  made_by: string
  recorded_by: string
  recorded_at: Generated<Date>
}

export interface SlateResultRow {
  slate_id: string
  state: 'found' | 'clash' | 'stopped' | 'failed'
  result: Slate
  seconds: number
  recorded_at: Generated<Date>
}

export interface PlacementRow {
  placement_id: Generated<string>
  run_id: string
  book_hash: string
  made_by: string
  recorded_by: string
  recorded_at: Generated<Date>
}

export interface PlacementResultRow {
  placement_id: string
  state: 'found' | 'stopped' | 'failed'
  result: object | null
  seconds: number
  recorded_at: Generated<Date>
}

export interface ExportRow {
  export_id: Generated<string>
  kind: string
  purpose: string
  format: string
  file_name: string
  file_sha256: string
  byte_count: number
  subjects: string[]
  recorded_by: string
  recorded_at: Generated<Date>
}

export interface RosterDesignRow {
  design_id: string
  version: number
  name: string
  design: unknown
  recorded_by: string
  recorded_at: Generated<Date>
}

interface Basis {
  rule: string
  instrument: string
  article: string
  title: Text
}

export interface RunFindingRow extends Basis {
  run_id: string
  subject: string
  verdict: Verdict
  reasons: readonly Text[]
  evidence: string[]
  missing: string[]
  turns_on: string | null
  weight: Weight
  questions: readonly Text[]
  lifted_by: readonly Lifting[]
}

export interface RunEligibilityRow {
  run_id: string
  position_id: string
  cadre_id: string
  verdict: Verdict
  blocking: string[]
  missing: string[]
  move: Move | null
}

export interface RunShortlistRow {
  run_id: string
  position_id: string
  rank: number
  cadre_id: string
  fit: number
  lower: number
  upper: number
  sd: number
  n: number
  group: string
  parts: readonly { id: string; label: Text; value: number }[]
  tied_with: string[]
  verdict: Verdict
  move: Move | null
}

export interface RunUnlistedRow {
  run_id: string
  position_id: string
  rank: number
  count: number
}

export interface RunRotationRow extends Basis {
  run_id: string
  cadre_id: string
  position_id: string
  since: string
  due_on: string
  state: 'overdue' | 'due-within-year' | 'later'
  reason: Text
}

export interface RunNeedRow extends Basis {
  run_id: string
  cadre_id: string
  kind: string
  need: string
  finding: unknown
  proposal: Text
}

export type Database = { [T in TableName]: Fact<T> } & {
  audit: AuditRow
  run: RunRow
  run_estimate: RunEstimateRow
  run_finding: RunFindingRow
  run_eligibility: RunEligibilityRow
  run_shortlist: RunShortlistRow
  run_unlisted: RunUnlistedRow
  run_rotation: RunRotationRow
  run_need: RunNeedRow
  run_unit_estimate: RunUnitEstimateRow
  run_signal: RunSignalRow
  run_conflict: RunConflictRow
  run_sameness: RunSamenessRow
  run_paper: RunPaperRow
  judgement: JudgementRow
  slate: SlateRow
  slate_result: SlateResultRow
  placement: PlacementRow
  placement_result: PlacementResultRow
  export_log: ExportRow
  roster_design: RosterDesignRow
}

/** The ways to the server: what owns the tables changes and fills them in bulk, the others have rights row by row. */
export interface Pools {
  readonly owning: Pool
  /** Reads for the system itself. */
  readonly reading: Pool
  /** Reads on behalf of an account. */
  readonly visiting: Pool
  readonly writing: Pool
}

/** Sessions that write go by this name, so that the server can tell which transactions are still to record something. */
export const writers = 'zhiren writes'

const readOnly = '-c default_transaction_read_only=on'

export const openOwning = (connection: ClientConfig): Pool =>
  patient(new Pool({ ...connection, max: 3, application_name: writers }))

/** Sessions for reading are read-only to the server itself: there is no second way to write. */
export function openPools(owning: Pool, { reader, engine }: Logins): Pools {
  return {
    owning,
    reading: patient(new Pool({ ...engine, max: 10, options: readOnly })),
    visiting: patient(new Pool({ ...reader, max: 10, options: `${readOnly} -c search_path=${readerSearchPath}` })),
    writing: patient(new Pool({ ...engine, max: 4, application_name: writers })),
  }
}

/** A broken session fails the query that uses it and is replaced on the next use; its event must not end the process. */
function patient(pool: Pool): Pool {
  pool.on('error', () => undefined)
  pool.on('connect', (session) => session.on('error', () => undefined))
  return pool
}

/** On whose behalf each session reads. */
const readers = new WeakMap<PoolClient, string>()

/** A session that reads for whoever the work at hand is done for. */
async function sessionAtHand({ reading, visiting }: Pools): Promise<PoolClient> {
  const reader = presentReader()
  if (reader === undefined) return reading.connect()
  const session = await visiting.connect()
  const own = reader.ownRecord === true ? 'true' : ''
  const wanted = `${own} ${reader.account}`
  if (readers.get(session) === wanted) return session
  try {
    readers.delete(session)
    await session.query("select set_config('zhiren.account', $1, false), set_config('zhiren.own', $2, false)", [
      reader.account,
      own,
    ])
    readers.set(session, wanted)
    return session
  } catch (error) {
    session.release(true)
    throw error
  }
}

/** Typed queries that read with the rights of whoever is served. */
export const overReaders = (pools: Pools): Kysely<Database> =>
  new Kysely({
    dialect: new PostgresDialect({
      pool: { connect: () => sessionAtHand(pools), end: async () => undefined, options: {} } as PostgresPool,
    }),
  })

/** Typed queries over one session that is already inside a transaction. */
export function overSession(session: PoolClient): Kysely<Database> {
  const query = session.query.bind(session) as PostgresPoolClient['query']
  const client: PostgresPoolClient = { query, release: () => undefined }
  return new Kysely({
    dialect: new PostgresDialect({ pool: { connect: async () => client, end: async () => undefined, options: {} } }),
  })
}
