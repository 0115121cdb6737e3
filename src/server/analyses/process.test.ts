/** The process that analyses, ended from outside while it is about to save: nothing of it remains. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyRecords } from '#records/fixtures.ts'
import type { Records } from '#records/index.ts'
import { exampleSource } from '#records/queries/example-city.ts'
import { currentEdition } from '#records/queries/index.ts'
import { savingStep } from '../actions/analyse-records.ts'
import type { AnalysisAnswer, AnalysisTask } from './task.ts'

let records: Records
let holder: Client
beforeAll(async () => {
  records = await emptyRecords()
  await records.importTables(exampleSource, { actor: 'test', source: 'example' })
  holder = new Client(records.connection)
  await holder.connect()
})
afterAll(async () => {
  await holder.end()
  await records.close()
})

function begin(): { child: ChildProcess; saving: Promise<void>; answer: Promise<AnalysisAnswer> } {
  const child = fork(join(import.meta.dirname, 'process.ts'), { serialization: 'advanced' })
  const { promise: saving, resolve: atSaving } = Promise.withResolvers<void>()
  const { promise: answer, resolve: answered } = Promise.withResolvers<AnalysisAnswer>()
  child.on('message', (told: AnalysisAnswer) => {
    if (!('progress' in told)) answered(told)
    else if (told.progress.step.en === savingStep.en) atSaving()
  })
  child.send({ connection: records.connection, asOf: 20261122, actor: 'officer' } satisfies AnalysisTask)
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
    const { child, saving } = begin()
    await saving
    const gone = once(child, 'exit')
    end(child)
    await gone
    await holder.query('rollback')
    expect(await records.latestRun()).toBeUndefined()
    expect(await currentEdition(records.database)).toBeUndefined()
  },
  60_000,
)

test('let alone, it saves the run and turns the screens', async () => {
  const { answer } = begin()
  expect(await answer).toEqual({ runId: expect.any(String) })
  const [run, edition] = await Promise.all([records.latestRun(), currentEdition(records.database)])
  expect(await answer).toEqual({ runId: run?.id })
  expect(edition).toMatchObject({ runId: run?.id, asOf: 20261122, knownAt: run?.knownAt })
})
