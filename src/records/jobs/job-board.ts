/** The jobs of a site as every process of it sees them: asked for, looked at, stopped. */
import { type ClientConfig, Pool, type QueryResultRow } from 'pg'
import type { JobStanding, NewJob } from './job.ts'

export interface JobBoard {
  /** Asks for a job; undefined where one of its kind is under way and there may be but one. */
  add(job: NewJob): Promise<string | undefined>
  /** The newest of a kind, ended or not. */
  latest(kind: string): Promise<JobStanding | undefined>
  /** Those of a kind that have not ended, oldest first. */
  underWay(kind: string): Promise<readonly JobStanding[]>
  /**
   * One that waits is stopped at once, one that runs is asked to; false where it has ended.
   * @param savesBest one that waits is begun too, and saves the best that it has by then
   */
  stop(jobId: string, savesBest?: boolean): Promise<boolean>
  close(): Promise<void>
}

interface Row extends QueryResultRow {
  job_id: string
  kind: string
  task: unknown
  actor: string
  made_by: JobStanding['by']
  attempt: number
  state: JobStanding['state']
  progress: JobStanding['progress'] | null
  problem: JobStanding['problem'] | null
  seconds: number
  ended_at: Date | null
}

const columns = `job_id, kind, task, actor, made_by, attempt, state, progress, problem, ended_at,
  extract(epoch from coalesce(ended_at, clock_timestamp()) - made_at)::float8 as seconds`

const standingOf = (row: Row): JobStanding => ({
  jobId: row.job_id,
  kind: row.kind,
  task: row.task,
  actor: row.actor,
  by: row.made_by,
  attempt: row.attempt,
  state: row.state,
  progress: row.progress ?? undefined,
  problem: row.problem ?? undefined,
  seconds: row.seconds,
  endedAt: row.ended_at ?? undefined,
})

/** @param connection of the owner: jobs say nothing of people and are closed to everybody else */
export function openJobBoard(connection: ClientConfig): JobBoard {
  const pool = new Pool({ ...connection, max: 2, application_name: 'zhiren jobs' })
  pool.on('error', () => undefined)
  pool.on('connect', (session) => session.on('error', () => undefined))
  return {
    async add({ kind, task, alone, actor, by }) {
      await pool.query("delete from job where ended_at < now() - interval '90 days'")
      const { rows } = await pool.query<{ job_id: string }>(
        `insert into job (kind, task, alone, actor, made_by) values ($1, $2, $3, $4, $5)
        on conflict (kind) where alone and ended_at is null do nothing returning job_id`,
        [kind, JSON.stringify(task), alone, actor, JSON.stringify(by)],
      )
      return rows[0]?.job_id
    },
    async latest(kind) {
      const { rows } = await pool.query<Row>(
        `select ${columns} from job where kind = $1 order by made_at desc limit 1`,
        [kind],
      )
      return rows[0] && standingOf(rows[0])
    },
    async underWay(kind) {
      const { rows } = await pool.query<Row>(
        `select ${columns} from job where kind = $1 and ended_at is null order by made_at`,
        [kind],
      )
      return rows.map(standingOf)
    },
    async stop(jobId, savesBest = false) {
      const { rowCount } = await pool.query(
        `update job set stop_asked = true,
          state = case when state = 'waiting' and not $2 then 'stopped' else state end,
          ended_at = case when state = 'waiting' and not $2 then clock_timestamp() end
        where job_id = $1 and ended_at is null`,
        [jobId, savesBest],
      )
      return rowCount === 1
    },
    close: () => pool.end(),
  }
}
