/** The process that analyses, ended from outside while it is about to save: nothing of it remains. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyRecords } from '#records/fixtures.ts'
import type { Records } from '#records/index.ts'
import { type Job, type JobBoard, type JobSession, openJobBoard, openJobSession } from '#records/jobs/index.ts'
import { exampleSource } from '#records/queries/example-city.ts'
import { currentEdition } from '#records/queries/index.ts'
import { savingStep } from '../actions/analyse-records.ts'
import type { JobAnswer, JobOrder } from '../jobs/order.ts'
import { analysisJob } from './analysis-job.ts'

let records: Records
let holder: Client
let jobs: JobBoard
let session: JobSession
beforeAll(async () => {
  records = await emptyRecords()
  await records.importTables(exampleSource, { actor: 'test', source: 'example' })
  holder = new Client(records.connection)
  await holder.connect()
  jobs = openJobBoard(records.connection)
  session = await openJobSession(records.connection, { onNews: () => undefined, onLost: () => undefined })
})
afterAll(async () => {
  await session.close()
  await jobs.close()
  await holder.end()
  await records.close()
})

async function taken(): Promise<Job> {
  const by = { zh: '干部科', en: 'Officer' }
  await jobs.add({ kind: analysisJob.name, task: { asOf: 20261122 }, alone: true, actor: 'officer', by })
  const job = await session.take([analysisJob.name])
  if (!job) throw new Error('nobody else takes jobs here')
  return job
}

function begin(job: Job): { child: ChildProcess; saving: Promise<void>; answer: Promise<JobAnswer> } {
  const child = fork(join(import.meta.dirname, '../jobs/process.ts'), { serialization: 'advanced' })
  const { promise: saving, resolve: atSaving } = Promise.withResolvers<void>()
  const { promise: answer, resolve: answered } = Promise.withResolvers<JobAnswer>()
  child.on('message', (told: JobAnswer) => {
    if (!('progress' in told)) answered(told)
    else if (told.progress.step.en === savingStep.en) atSaving()
  })
  child.send({ connection: records.connection, job, stopFile: join(import.meta.dirname, 'nobody') } satisfies JobOrder)
  return { child, saving, answer }
}

const ends: readonly (readonly [string, (child: ChildProcess) => void])[] = [
  ['killed', (child) => child.kill('SIGKILL')],
  ['left without its server', (child) => child.disconnect()],
]

test.each(ends)(
  '%s, it leaves neither a run nor an edition',
  async (_, end) => {
    await holder.query('begin; lock table edition in exclusive mode')
    const job = await taken()
    const { child, saving } = begin(job)
    await saving
    const gone = once(child, 'exit')
    end(child)
    await gone
    await holder.query('rollback')
    expect(await jobs.latest(job.kind)).toMatchObject({ jobId: job.jobId, state: 'running' })
    await session.finish(job, { state: 'stopped' })
    expect(await records.latestRun()).toBeUndefined()
    expect(await currentEdition(records.database)).toBeUndefined()
  },
  60_000,
)

test('let alone, it saves the run, turns the screens and ends its job', async () => {
  const job = await taken()
  expect(await begin(job).answer).toEqual({ isDone: true })
  const [run, edition] = await Promise.all([records.latestRun(), currentEdition(records.database)])
  expect(edition).toMatchObject({ runId: run?.id, asOf: 20261122, knownAt: run?.knownAt })
  expect(await jobs.latest(job.kind)).toMatchObject({ jobId: job.jobId, state: 'done' })
  await session.finish(job, { state: 'done' })
})

test('whoever has lost its job saves nothing', async () => {
  const before = await records.latestRun()
  const job = await taken()
  const { answer } = begin({ ...job, attempt: job.attempt - 1 })
  expect(await answer).toMatchObject({ fault: expect.stringContaining('was taken from this worker') })
  expect(await records.latestRun()).toEqual(before)
  await session.finish(job, { state: 'stopped' })
})
