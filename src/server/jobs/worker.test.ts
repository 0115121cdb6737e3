/** Workers over one database: who takes what, what is seen and stopped from elsewhere, and what remains when one ends. */
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptyRecords } from '#records/fixtures.ts'
import type { Records } from '#records/index.ts'
import {
  type Job,
  type JobBoard,
  type JobStanding,
  mostAttempts,
  openJobBoard,
  openJobSession,
} from '#records/jobs/index.ts'
import { openWorker, type Runner } from './worker.ts'

let records: Records
let here: JobBoard
let elsewhere: JobBoard
let administrator: Client
beforeAll(async () => {
  records = await emptyRecords()
  here = openJobBoard(records.connection)
  elsewhere = openJobBoard(records.connection)
  administrator = new Client(records.connection)
  await administrator.connect()
})
afterAll(async () => {
  await administrator.end()
  await here.close()
  await elsewhere.close()
  await records.close()
})
beforeEach(() => administrator.query('delete from job'))

const asked = { kind: 'sum', task: { of: 3 }, alone: false, actor: 'officer', by: { zh: '干部科', en: 'Officer' } }
const silent = { onNews: () => undefined, onLost: () => undefined }

async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const found = await look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const standing = (jobId: string, state: JobStanding['state']): Promise<JobStanding> =>
  until(async () => {
    const job = await elsewhere.latest('sum')
    return job?.jobId === jobId && job.state === state && job
  })

function worker(runner: Runner, concurrency = 1) {
  const faults: unknown[] = []
  const { connection } = records
  const opened = openWorker({
    connection,
    runners: { sum: runner },
    concurrency,
    onFault: (fault) => faults.push(fault),
  })
  return { ...opened, faults }
}

/** Works until it is told to end. */
function patientRunner(): { runner: Runner; jobs: Job[] } {
  const jobs: Job[] = []
  const runner: Runner = (job, { stopping, ending, onProgress }) => {
    jobs.push(job)
    onProgress({ step: { zh: '相加', en: 'Adding' }, fraction: 0.5 })
    const signal = AbortSignal.any([stopping, ending])
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve({ state: 'stopped' })))
  }
  return { runner, jobs }
}

test('of a kind that is done alone a second is not taken on, from whichever process it is asked', async () => {
  const alone = { ...asked, alone: true }
  const answers = await Promise.all([here, elsewhere, here, elsewhere].map((board) => board.add(alone)))
  expect(answers.filter(Boolean)).toHaveLength(1)
})

test('each job is taken once, however many workers look', async () => {
  const taken: string[] = []
  const runner: Runner = async ({ jobId }) => {
    taken.push(jobId)
    return { state: 'done' }
  }
  const workers = [worker(runner, 3), worker(runner, 2), worker(runner)]
  const jobs = await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 ? here : elsewhere).add(asked)))
  await until(async () => (await here.underWay('sum')).length === 0)
  expect([...taken].sort()).toEqual([...jobs].sort())
  for (const each of workers) await each.close()
  expect(workers.flatMap(({ faults }) => faults)).toEqual([])
})

test('progress is seen from another process, and stopping is asked there', async () => {
  const { runner } = patientRunner()
  const working = worker(runner)
  const jobId = (await here.add(asked)) ?? ''
  const seen = await until(async () => {
    const job = await elsewhere.latest('sum')
    return job?.progress && job
  })
  expect(seen).toMatchObject({ state: 'running', by: asked.by, progress: { step: { en: 'Adding' }, fraction: 0.5 } })
  expect(await elsewhere.stop(jobId)).toBe(true)
  expect(await standing(jobId, 'stopped')).toMatchObject({ attempt: 1, endedAt: expect.any(Date) })
  expect(await elsewhere.stop(jobId)).toBe(false)
  await working.close()
})

test('one that waits is stopped without a worker', async () => {
  const jobId = (await here.add(asked)) ?? ''
  expect(await elsewhere.stop(jobId)).toBe(true)
  expect(await standing(jobId, 'stopped')).toMatchObject({ attempt: 0 })
})

test('one that waits and is to save its best is begun, and told to stop', async () => {
  const jobId = (await here.add(asked)) ?? ''
  expect(await elsewhere.stop(jobId, true)).toBe(true)
  expect(await here.underWay('sum')).toMatchObject([{ jobId, state: 'waiting' }])
  const { runner, jobs } = patientRunner()
  const working = worker(runner)
  expect(await standing(jobId, 'stopped')).toMatchObject({ attempt: 1 })
  expect(jobs).toMatchObject([{ jobId }])
  await working.close()
})

test('a job does not wait for one of another kind', async () => {
  const { runner, jobs } = patientRunner()
  const runners = { sum: runner, product: runner }
  const working = openWorker({ connection: records.connection, runners, concurrency: 1, onFault: () => undefined })
  for (const kind of ['sum', 'sum', 'product']) await here.add({ ...asked, kind })
  await until(async () => jobs.length === 2)
  expect(jobs.map(({ kind }) => kind).sort()).toEqual(['product', 'sum'])
  expect(await here.underWay('sum')).toMatchObject([{ state: 'running' }, { state: 'waiting' }])
  await working.close()
})

test('what a closing worker has in hand goes to another, and the attempt does not count', async () => {
  const [first, second] = [patientRunner(), patientRunner()]
  const closing = worker(first.runner)
  const jobId = (await here.add(asked)) ?? ''
  await until(async () => first.jobs.length > 0)
  await closing.close()
  expect(await standing(jobId, 'waiting')).toMatchObject({ attempt: 0 })
  const next = worker(second.runner)
  await until(async () => second.jobs.length > 0)
  expect(second.jobs).toMatchObject([{ jobId, attempt: 1 }])
  await here.stop(jobId)
  await standing(jobId, 'stopped')
  await next.close()
})

const ofWorkers = "from pg_stat_activity where application_name = 'zhiren works' and datname = current_database()"

/** Ends the sessions of workers as a machine that lost its power would. */
async function cutOff(): Promise<void> {
  const { rows } = await administrator.query<{ pid: number }>(`select pid, pg_terminate_backend(pid) ${ofWorkers}`)
  const gone = rows.map(({ pid }) => pid)
  await until(async () => {
    const { rowCount } = await administrator.query(`select 1 ${ofWorkers} and pid = any ($1)`, [gone])
    return rowCount === 0
  })
}

test('a worker whose session is cut off stops what it does, and it is begun anew', async () => {
  const { runner, jobs } = patientRunner()
  const working = worker(runner)
  const jobId = (await here.add(asked)) ?? ''
  await until(async () => jobs.length > 0)
  await cutOff()
  await until(async () => jobs.length > 1)
  expect(jobs.map(({ attempt }) => attempt)).toEqual([1, 2])
  await here.stop(jobId)
  await standing(jobId, 'stopped')
  await working.close()
}, 30_000)

test('a job that ends its worker again and again is given up, and says so', async () => {
  const jobId = (await here.add(asked)) ?? ''
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const session = await openJobSession(records.connection, silent)
    expect(await session.take(['sum'])).toMatchObject({ jobId, attempt })
    await cutOff()
  }
  const session = await openJobSession(records.connection, silent)
  expect(await session.take(['sum'])).toBeUndefined()
  expect(await standing(jobId, 'failed')).toMatchObject({ problem: { code: 'job-given-up' } })
  await session.close()
})

test('whoever was given up writes nothing more about the job', async () => {
  const jobId = (await here.add(asked)) ?? ''
  const lost = await openJobSession(records.connection, silent)
  const job = await lost.take(['sum'])
  await administrator.query('update job set attempt = attempt + 1 where job_id = $1', [jobId])
  if (job) await lost.finish(job, { state: 'done' })
  expect(await here.latest('sum')).toMatchObject({ jobId, state: 'running', attempt: 2 })
  await lost.close()
})
