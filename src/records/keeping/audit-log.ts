/** The audit log as the database holds it, read through in one view of it and little memory, whoever else writes. */
import type { Pool, PoolClient } from 'pg'
import type { OnProgress } from '#domain/progress.ts'
import { type Anchor, type AuditFault, type ChainedEntry, readChain } from './audit-chain.ts'
import type { Checkpoint } from './checkpoint.ts'

export interface ChainReport {
  readonly entries: number
  /** The hash of the last entry; empty where there is none. */
  readonly head: string
  /** When the first and the last entry were made, UTC. */
  readonly since?: string
  readonly until?: string
  /** The first entry that does not fit. */
  readonly fault?: AuditFault
}

export interface ChainOptions {
  readonly anchors?: readonly Anchor[]
  /** An entry known to be good, to read on from. */
  readonly start?: Anchor
  readonly onProgress?: OnProgress
  readonly signal?: AbortSignal
}

const portion = 5000
const step = { zh: '核对审计日志', en: 'Verifying the audit log' }

/** Recomputes the chain. Stops at the first entry that does not fit. */
export async function followAudit(session: PoolClient, options: ChainOptions = {}): Promise<ChainReport> {
  const { anchors, start, onProgress, signal } = options
  const chain = readChain(anchors, start)
  let [since, until, fault]: [string?, string?, AuditFault?] = []
  await session.query('begin transaction isolation level repeatable read read only')
  try {
    const { rows } = await session.query<{ last: string | null }>('select max(id) as last from public.audit')
    const last = Number(rows[0]?.last ?? 0)
    await session.query(`declare log no scroll cursor for ${await entriesOf(session, start?.entry)}`)
    for (let more = true; more && !fault; ) {
      signal?.throwIfAborted()
      const entries = await fetchEntries(session)
      more = entries.length === portion
      for (const entry of entries) {
        since ??= entry.at
        fault = chain.next(entry)
        if (fault) break
        until = entry.at
      }
      onProgress?.({ step, fraction: last === 0 ? 1 : Math.min(1, chain.entries / last) })
    }
    fault ??= chain.end()
  } finally {
    await session.query('rollback')
  }
  return {
    entries: chain.entries,
    head: chain.head,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(fault === undefined ? {} : { fault }),
  }
}

/** The last entry of the log. */
export async function lastEntry(session: Pool | PoolClient): Promise<ChainedEntry | undefined> {
  const { rows } = await session.query({
    text: `${await entriesOf(session)} desc limit 1`,
    rowMode: 'array',
  })
  return rows[0] === undefined ? undefined : entryOf(rows[0])
}

type Cells = readonly (string | number | null)[]

async function fetchEntries(session: PoolClient): Promise<readonly ChainedEntry[]> {
  const { rows } = await session.query<(string | number | null)[]>({
    text: `fetch ${portion} from log`,
    rowMode: 'array',
  })
  return rows.map(entryOf)
}

const textOf = (cell: Cells[number] | undefined): string => (cell == null ? '' : String(cell))
const textOrNull = (cell: Cells[number] | undefined): string | null => (cell == null ? null : String(cell))

const entryOf = ([id, at, actor, action, subject, detail, previous, hash, recorded, form]: Cells): ChainedEntry => ({
  id: Number(id),
  at: textOf(at),
  actor: textOf(actor),
  action: textOf(action),
  subject: textOrNull(subject),
  detail: textOrNull(detail),
  previousHash: textOf(previous),
  hash: textOf(hash),
  recordedAt: textOrNull(recorded),
  form: form == null ? null : Number(form),
})

const inUtc = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** A database of an older version, such as a backup may hold, has no forms yet. */
async function entriesOf(session: Pool | PoolClient, after = 0): Promise<string> {
  const { rows } = await session.query<{ attname: string }>(
    "select attname from pg_attribute where attrelid = 'public.audit'::regclass and attname in ('recorded_at', 'form')",
  )
  const there = new Set(rows.map(({ attname }) => attname))
  const recorded = there.has('recorded_at') ? inUtc('recorded_at') : 'null'
  const form = there.has('form') ? 'form' : 'null'
  const where = after === 0 ? '' : ` where id > ${after}`
  return `select id, ${inUtc('at')}, actor, action, subject, detail::text, previous_hash, hash, ${recorded}, ${form}
    from public.audit${where} order by id`
}

/** The checkpoints that the database keeps, oldest first; none where it is of an older version. */
export async function readCheckpoints(session: Pool | PoolClient): Promise<readonly Checkpoint[]> {
  const { rows: tables } = await session.query("select where to_regclass('public.audit_checkpoint') is not null")
  if (tables.length === 0) return []
  const { rows } = await session.query<Omit<Checkpoint, 'entry'> & { entry: string }>(
    `select entry, hash, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, digest, seal,
      key_id as "keyId", signature
    from public.audit_checkpoint as kept order by kept.entry`,
  )
  return rows.map((row) => ({ ...row, entry: Number(row.entry) }))
}
