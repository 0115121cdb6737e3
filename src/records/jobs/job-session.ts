/** The session of a worker: what it takes is its own for as long as the session lives, and free the moment it ends. */
import { Client, type ClientConfig } from 'pg'
import type { Problem } from '#domain/problem.ts'
import type { Progress } from '#domain/progress.ts'
import { type Job, type JobOutcome, mostAttempts, newsChannel } from './job.ts'

export interface JobSession {
  /** The oldest that waits, or that lost its worker; undefined where there is none. */
  take(kinds: readonly string[]): Promise<Job | undefined>
  report(job: Job, progress: Progress): Promise<void>
  /** Those of this session that are asked to stop. */
  toStop(): Promise<readonly string[]>
  finish(job: Job, outcome: JobOutcome): Promise<void>
  /** Another worker may begin it anew; this attempt does not count. */
  giveBack(job: Job): Promise<void>
  close(): Promise<void>
}

/** A worker whose machine is gone is found out within a minute. */
const watch = ['tcp_keepalives_idle = 30', 'tcp_keepalives_interval = 10', 'tcp_keepalives_count = 3']

const key = (id: string): string => `hashtextextended(${id}::text, 63)`

/**
 * @param events `onNews` is called when there may be something to take or to stop; `onLost` when the session has ended and
 * what it had taken is no longer its own
 */
export async function openJobSession(
  connection: ClientConfig,
  events: { onNews(): void; onLost(): void },
): Promise<JobSession> {
  const client = new Client({ ...connection, application_name: 'zhiren works', keepAlive: true })
  let isClosing = false
  client.on('error', () => undefined)
  client.on('end', () => isClosing || events.onLost())
  client.on('notification', () => events.onNews())
  await client.connect()
  for (const setting of watch) await client.query(`set ${setting}`)
  await client.query(`listen ${newsChannel}`)
  const own = new Set<string>()

  /** One after another: what another job asks meanwhile must not fall into this transaction. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }

  const within = <T>(work: () => Promise<T>): Promise<T> => inTurn(() => transaction(work))

  async function transaction<T>(work: () => Promise<T>): Promise<T> {
    await client.query('begin')
    try {
      const result = await work()
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    }
  }

  /** What runs although nobody holds its lock has lost its worker. */
  async function freeLost(): Promise<void> {
    await client.query(
      `with running as materialized (
        select job_id from job where state = 'running' and job_id <> all ($1::uuid[]) for update skip locked
      ), lost as materialized (
        select job_id from running where pg_try_advisory_xact_lock(${key('job_id')})
      )
      update job set
        state = case when stop_asked then 'stopped' when attempt >= $2 then 'failed' else 'waiting' end,
        problem = case when not stop_asked and attempt >= $2 then $3::jsonb end,
        ended_at = case when stop_asked or attempt >= $2 then clock_timestamp() end,
        progress = null
      where job_id in (select job_id from lost)`,
      [[...own], mostAttempts, JSON.stringify(givenUp)],
    )
  }

  async function end(job: Job, change: string, values: readonly unknown[] = []): Promise<void> {
    try {
      await inTurn(() =>
        client.query(`update job set ${change} where job_id = $1 and attempt = $2 and state = 'running'`, [
          job.jobId,
          job.attempt,
          ...values,
        ]),
      )
      await inTurn(() => client.query(`select pg_advisory_unlock(${key('$1')})`, [job.jobId]))
    } finally {
      own.delete(job.jobId)
    }
  }

  return {
    take: (kinds) =>
      within(async () => {
        await freeLost()
        const { rows } = await client.query<Omit<Job, 'jobId'> & { job_id: string }>(
          `update job set state = 'running', attempt = attempt + 1, begun_at = clock_timestamp()
          where job_id = (
            select job_id from job where state = 'waiting' and kind = any ($1) order by made_at for update skip locked limit 1
          )
          returning job_id, kind, task, actor, attempt`,
          [kinds],
        )
        const [row] = rows
        if (!row) return undefined
        const { job_id: jobId, ...rest } = row
        await client.query(`select pg_advisory_lock(${key('$1')})`, [jobId])
        own.add(jobId)
        return { jobId, ...rest }
      }),
    async report({ jobId, attempt }, progress) {
      await inTurn(() =>
        client.query("update job set progress = $3 where job_id = $1 and attempt = $2 and state = 'running'", [
          jobId,
          attempt,
          JSON.stringify(progress),
        ]),
      )
    },
    async toStop() {
      if (own.size === 0) return []
      const { rows } = await inTurn(() =>
        client.query<{ job_id: string }>('select job_id from job where job_id = any ($1::uuid[]) and stop_asked', [
          [...own],
        ]),
      )
      return rows.map((row) => row.job_id)
    },
    finish: (job, outcome) =>
      end(job, 'state = $3, problem = $4, ended_at = clock_timestamp()', [
        outcome.state,
        'problem' in outcome ? JSON.stringify(outcome.problem) : null,
      ]),
    giveBack: (job) => end(job, "state = 'waiting', attempt = attempt - 1, progress = null"),
    async close() {
      isClosing = true
      await client.end()
    },
  }
}

const givenUp: Problem = {
  code: 'job-given-up',
  message: {
    zh: `工作进程 ${mostAttempts} 次中断，没有写入结果。`,
    en: `Its worker ended ${mostAttempts} times; no results were written.`,
  },
  mend: {
    zh: '查看工作进程的日志（常见原因是内存不足），再试一次。',
    en: 'See the log of the worker (often memory is short), then try again.',
  },
}
