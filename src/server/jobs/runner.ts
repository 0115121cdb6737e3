/** Has a job done in a process of its own with its own way to the database, so that whoever started it goes on answering. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Problem } from '#domain/problem.ts'
import type { OnProgress } from '#domain/progress.ts'
import type { Records } from '#records/index.ts'
import type { JobOutcome } from '#records/jobs/index.ts'
import type { AnyJobKind } from './kind.ts'
import { jobKinds } from './kinds.ts'
import { type JobAnswer, type JobOrder, stopRequest } from './order.ts'
import type { Runner } from './worker.ts'

/** Milliseconds that a process has to end what computes for it, before it is ended itself. */
const grace = 1000

/** The runners of every kind. @param replica where facts are read, if not where results are written */
export const runnersOf = (
  connection: Records['connection'],
  replica?: Records['connection'],
): Readonly<Record<string, Runner>> =>
  Object.fromEntries(jobKinds.map((kind) => [kind.name, runnerOf(kind, { connection, ...(replica && { replica }) })]))

function runnerOf(kind: AnyJobKind, place: Pick<JobOrder, 'connection' | 'replica'>): Runner {
  return async (job, { stopping, ending, onProgress }) => {
    const folder = await mkdtemp(join(tmpdir(), 'zhiren-job-'))
    const stopFile = join(folder, 'stop')
    const child = fork(join(import.meta.dirname, 'process.ts'), { serialization: 'advanced' })
    const end = (): void => {
      if (child.connected) child.send(stopRequest)
      setTimeout(() => child.kill('SIGKILL'), grace).unref()
    }
    const stop = (): void => {
      if (!kind.savesBest) return end()
      if (child.connected) child.send(stopRequest)
      void writeFile(stopFile, '').catch(() => undefined)
    }
    try {
      whenAborted(ending, end)
      whenAborted(stopping, stop)
      child.send({ ...place, job, stopFile } satisfies JobOrder)
      const answer = await answerOf(child, onProgress)
      return outcomeOf(kind, answer, ending.aborted || stopping.aborted)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

function whenAborted(signal: AbortSignal, act: () => void): void {
  if (signal.aborted) act()
  else signal.addEventListener('abort', act, { once: true })
}

type Answer = Exclude<JobAnswer, { progress: unknown }>

function answerOf(child: ChildProcess, onProgress: OnProgress): Promise<Answer> {
  return new Promise((resolve) => {
    let last: Answer = { fault: 'the process ended without an answer' }
    child.on('message', (told: JobAnswer) => {
      if ('progress' in told) onProgress(told.progress)
      else last = told
    })
    child.on('error', (cause) => resolve({ fault: cause.message }))
    child.once('exit', () => resolve(last))
  })
}

function outcomeOf({ name, cutOff = endedEarly }: AnyJobKind, answer: Answer, isStopping: boolean): JobOutcome {
  if ('isDone' in answer) return { state: 'done' }
  if (isStopping) return { state: 'stopped' }
  if ('problem' in answer) return { state: 'failed', problem: answer.problem }
  process.stderr.write(`${name}: ${answer.fault}\n`)
  return { state: 'failed', problem: cutOff }
}

const endedEarly: Problem = {
  code: 'job-cut-off',
  message: { zh: '工作进程中断，没有写入结果。', en: 'The process was cut off; no results were written.' },
  mend: {
    zh: '再试一次；仍不成，查看服务日志（常见原因是内存不足）。',
    en: 'Try again; if it fails once more, see the log of the server (often memory is short).',
  },
}
