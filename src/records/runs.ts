/** Analyses are kept as runs: what went in by name, what came out row by row. The bulk of older runs is let go. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Kysely } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type DateCode, formatDate, parseDate } from '#domain/calendar.ts'
import { invariant } from '#domain/problem.ts'
import type { Analysis } from '#domain/results.ts'
import { commit } from './commit.ts'
import { writeLine } from './copy-text.ts'
import { type Database, overSession } from './database.ts'
import { type ResultTable, resultTables } from './run-rows.ts'

export interface RunEntry {
  readonly actor: string
  /** The version of the product that computed it. */
  readonly version?: string
  /** The hash of the rule book it was computed with. */
  readonly bookHash?: string
  readonly parameters?: object
  /** What was recorded by then went into it; the moment of saving where left out. */
  readonly knownAt?: Date
  /** What else is written in the same transaction, once the rows are there. */
  readonly alongside?: (transaction: Kysely<Database>, runId: string) => Promise<void>
}

export interface Run {
  readonly id: string
  readonly asOf: DateCode
  readonly snapshotHash: string
  /** The hash of the rule book; undefined where it was not kept. */
  readonly bookHash: string | undefined
  readonly madeAt: Date
  /** What was recorded by then went into it. */
  readonly knownAt: Date
  /** Rows of each result table: `estimate`, `finding`, `eligibility` … */
  readonly counts: Readonly<Record<string, number>>
}

/** Runs whose rows are kept: the newest, and the one that screens may still be reading. */
const runsWithRows = 2

/** Stores an analysis in one transaction with its audit entry; returns the id of the run. */
export async function saveAnalysis(pool: Pool, analysis: Analysis, entry: RunEntry): Promise<string> {
  const asOf = formatDate(analysis.asOf)
  return commit(
    pool,
    { actor: entry.actor, action: 'save-analysis', detail: { asOf, snapshot: analysis.snapshotHash } },
    async (session, note) => {
      const results = resultTables(analysis)
      const counts = Object.fromEntries(results.map(({ name, count }) => [name.slice('run_'.length), count]))
      const { rows } = await session.query<{ run_id: string }>(
        'insert into run (as_of, snapshot_hash, version, parameters, counts, book_hash, known_at) values ($1, $2, $3, $4, $5, $6, coalesce($7, now())) returning run_id',
        [
          asOf,
          analysis.snapshotHash,
          entry.version ?? null,
          JSON.stringify(entry.parameters ?? {}),
          JSON.stringify(counts),
          entry.bookHash ?? null,
          entry.knownAt ?? null,
        ],
      )
      const id = rows[0]?.run_id
      invariant(id, 'an insert returns its row')
      for (const result of results) await copyResult(session, id, result)
      await keepSlate(session, id, analysis, entry)
      await dropOlderRows(session, results)
      await entry.alongside?.(overSession(session), id)
      note({ run: id, counts })
      return id
    },
  )
}

/** The slate of an analysis stands among those that people make, under the name of the day. */
async function keepSlate(
  session: PoolClient,
  run: string,
  { slate: proposed, asOf }: Analysis,
  { actor, bookHash }: RunEntry,
): Promise<void> {
  if (!proposed) return
  const { rows } = await session.query<{ slate_id: string }>(
    'insert into slate (name, request, run_id, book_hash, made_by, recorded_by) values ($1, $2, $3, $4, $5, $6) returning slate_id',
    [`${formatDate(asOf, '.')} 全部空缺`, JSON.stringify(proposed.request), run, bookHash ?? '', '系统', actor],
  )
  await session.query('insert into slate_result (slate_id, state, result, seconds) values ($1, $2, $3, 0)', [
    rows[0]?.slate_id,
    proposed.slate.feasible ? 'found' : 'clash',
    JSON.stringify(proposed.slate),
  ])
}

async function copyResult(session: PoolClient, run: string, { name, columns, rows }: ResultTable): Promise<void> {
  function* chunks(): Generator<Buffer> {
    let chunk = ''
    for (const row of rows()) {
      chunk += writeLine([run, ...row])
      if (chunk.length < 65_536) continue
      yield Buffer.from(chunk)
      chunk = ''
    }
    yield Buffer.from(chunk)
  }
  await pipeline(Readable.from(chunks()), session.query(copyFrom(`copy ${name} (run_id, ${columns}) from stdin`)))
}

async function dropOlderRows(session: PoolClient, results: readonly ResultTable[]): Promise<void> {
  for (const { name } of results) {
    await session.query(
      `delete from ${name} where run_id in (select run_id from run order by made_at desc, run_id desc offset $1)`,
      [runsWithRows],
    )
  }
}

/** The newest run, or undefined before the first. */
export async function latestRun(pool: Pool): Promise<Run | undefined> {
  const { rows } = await pool.query<{
    run_id: string
    as_of: string
    snapshot_hash: string
    book_hash: string | null
    made_at: Date
    known_at: Date
    counts: Record<string, number>
  }>(
    'select run_id, as_of, snapshot_hash, book_hash, made_at, known_at, counts from run order by made_at desc, run_id desc limit 1',
  )
  const row = rows[0]
  if (!row) return undefined
  const asOf = parseDate(row.as_of) ?? 0
  return {
    id: row.run_id,
    asOf,
    snapshotHash: row.snapshot_hash,
    bookHash: row.book_hash ?? undefined,
    madeAt: row.made_at,
    knownAt: row.known_at,
    counts: row.counts,
  }
}
