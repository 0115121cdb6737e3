/** Reads facts from a streaming replica, as if from the primary: once it has replayed all that is meant. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type ClientConfig, Pool } from 'pg'
import { ProblemError } from '#domain/problem.ts'
import { readSnapshot } from './read-snapshot.ts'
import type { Records } from './records.ts'
import { sealingOf } from './sealing/index.ts'

/** Milliseconds that a replica may be behind before the analysis is refused, and between two looks. */
const patience = 60_000
const lookEvery = 50

/**
 * A way to take snapshots of the records elsewhere. What was committed on the primary when it is called is in the snapshot.
 * @throws ProblemError `replica-behind`, `not-a-replica`
 */
export function snapshotOf(
  replica: ClientConfig,
  records: Pick<Records, 'connection' | 'database'>,
): Records['readSnapshot'] {
  return async (asOf, options) => {
    const wanted = await positionOf(records.connection)
    const pool = new Pool({ ...replica, max: 1, options: '-c default_transaction_read_only=on' })
    pool.on('error', () => undefined)
    try {
      await awaitReplay(pool, wanted)
      return await readSnapshot(pool, asOf, options, sealingOf(records.database))
    } finally {
      await pool.end()
    }
  }
}

async function positionOf(primary: ClientConfig): Promise<string> {
  const session = new Client(primary)
  await session.connect()
  try {
    const { rows } = await session.query<{ position: string }>('select pg_current_wal_lsn()::text as position')
    return rows[0]?.position ?? '0/0'
  } finally {
    await session.end()
  }
}

async function awaitReplay(pool: Pool, wanted: string): Promise<void> {
  const until = performance.now() + patience
  for (;;) {
    const { rows } = await pool.query<{ there: boolean | null; behind: string }>(
      `select pg_last_wal_replay_lsn() >= $1::pg_lsn as there,
        pg_size_pretty(pg_wal_lsn_diff($1::pg_lsn, pg_last_wal_replay_lsn())) as behind`,
      [wanted],
    )
    const [row] = rows
    if (row?.there === true) return
    if (row?.there === null) throw notAReplica()
    if (performance.now() > until) throw replicaBehind(row?.behind ?? '?')
    await sleep(lookEvery)
  }
}

const notAReplica = (): ProblemError =>
  new ProblemError({
    code: 'not-a-replica',
    message: {
      zh: 'ANALYSIS_DATABASE_URL 指的数据库没有在跟随主库。',
      en: 'The database of ANALYSIS_DATABASE_URL does not follow a primary.',
    },
    mend: {
      zh: '改成只读副本的地址；没有副本就去掉这个环境变量。',
      en: 'Name a streaming replica, or unset the variable where there is none.',
    },
  })

const replicaBehind = (behind: string): ProblemError =>
  new ProblemError({
    code: 'replica-behind',
    message: {
      zh: `只读副本一分钟内没有追上主库，还差 ${behind}。`,
      en: `The replica did not catch up within a minute; it is ${behind} behind.`,
    },
    mend: {
      zh: '查看副本的复制状态和磁盘；急用时去掉 ANALYSIS_DATABASE_URL，由主库分析。',
      en: 'See its replication and disk; in a hurry unset ANALYSIS_DATABASE_URL and analyse on the primary.',
    },
  })
