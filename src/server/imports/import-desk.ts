/**
 * Reading of what officers hand in, one import at a time, each in a process of its own. Files wait in the records, so a
 * reading that was cut off is begun again; progress lives here alone.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileFinding } from '#domain/import.ts'
import { lockImports, readImportFiles, saveArrivals, setImport } from '#records/imports/index.ts'
import { type Records, readingForSystem } from '#records/index.ts'
import { importOf } from './apply.ts'
import { layOut } from './lay-out.ts'
import { readFacts, standArrivals } from './prepare.ts'
import type { ReadingAnswer, ReadingProgress, ReadingTask } from './task.ts'
import type { Waiting } from './walk.ts'

export interface ImportDesk {
  /** Begins to read the files of an import; what is under way goes on. */
  begin(importId: string, actor: string): void
  /**
   * How far the readings under way are, by import. Ask before the records: what was read is recorded first, and its reading
   * forgotten after.
   */
  underWay(): ReadonlyMap<string, ReadingProgress>
  /** Ends a reading; the import is thrown away. True where one was under way. */
  cancel(importId: string): boolean
  /** Resolves when nothing is read any more: for tests. */
  idle(): Promise<void>
  close(): Promise<void>
}

interface Reading {
  progress: ReadingProgress
  child: ChildProcess | undefined
  isCancelled: boolean
}

const waiting: ReadingProgress = { step: 'waiting', files: 0, total: 0, people: 0 }

export function openImportDesk(records: Records): ImportDesk {
  const readings = new Map<string, Reading>()
  let queue: Promise<void> = Promise.resolve()
  let isClosing = false

  async function read(importId: string, reading: Reading, actor: string): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'zhiren-import-'))
    try {
      const facts = await readFacts(records.database)
      const files = await layOut(folder, await readImportFiles(records.database, importId))
      if (isClosing || reading.isCancelled) return
      const task: ReadingTask = { files, facts: facts.ground.facts, listed: facts.listed }
      const found = await ask(task, reading)
      if (isClosing || reading.isCancelled) return
      reading.progress = { ...reading.progress, step: 'saving' }
      const options = { all: {}, authorityUnitId: undefined }
      const arrivals = await standArrivals(found.arrivals, facts.ground, records.database, options)
      const state = arrivals.length > 0 ? 'draft' : 'failed'
      const detail = { people: arrivals.length }
      await records.commit({ actor, action: 'import.read', subject: importId, detail }, async (transaction) => {
        await lockImports(transaction)
        // Thrown away while it was being read.
        if ((await importOf(transaction, importId)).state !== 'reading') return
        await saveArrivals(transaction, importId, arrivals)
        await setImport(transaction, importId, { state, findings: found.findings })
      })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  return {
    begin(importId, actor) {
      if (readings.has(importId)) return
      const reading: Reading = { progress: waiting, child: undefined, isCancelled: false }
      readings.set(importId, reading)
      queue = queue
        .then(() =>
          isClosing || reading.isCancelled ? undefined : readingForSystem(() => read(importId, reading, actor)),
        )
        .catch((cause: Error) => void process.stderr.write(`import ${importId}: ${cause.stack}\n`))
        .finally(() => readings.delete(importId))
    },
    underWay: () => new Map([...readings].map(([id, { progress }]) => [id, progress])),
    cancel(importId) {
      const reading = readings.get(importId)
      if (!reading) return false
      reading.isCancelled = true
      reading.child?.kill('SIGKILL')
      return true
    },
    idle: () => queue,
    async close() {
      isClosing = true
      for (const { child } of readings.values()) child?.kill('SIGKILL')
      await queue
    },
  }
}

function ask(
  task: ReadingTask,
  reading: Reading,
): Promise<{ readonly arrivals: readonly Waiting[]; readonly findings: readonly FileFinding[] }> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'process.ts'), { serialization: 'advanced' })
    reading.child = child
    const arrivals: Waiting[] = []
    let findings: readonly FileFinding[] | undefined
    let failure = 'the process ended without an answer'
    child.on('message', (answer: ReadingAnswer) => {
      if ('progress' in answer) reading.progress = answer.progress
      else if ('arrivals' in answer) arrivals.push(...answer.arrivals)
      else if ('findings' in answer) findings = answer.findings
      else failure = answer.failure
    })
    child.once('error', reject)
    child.once('exit', () => {
      if (findings) resolve({ arrivals, findings })
      else if (reading.isCancelled) resolve({ arrivals: [], findings: [] })
      else reject(new Error(failure))
    })
    child.send(task)
  })
}
