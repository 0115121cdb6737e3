/** Does an analysis in a process of its own with its own way to the database, so that whoever started it goes on answering. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Problem } from '#domain/problem.ts'
import type { OnProgress } from '#domain/progress.ts'
import type { Records } from '#records/index.ts'
import type { JobOutcome } from '#records/jobs/index.ts'
import type { Runner } from '../jobs/worker.ts'
import type { AnalysisWanted } from './analysis-desk.ts'
import { type AnalysisAnswer, type AnalysisTask, stopRequest } from './task.ts'

/** Milliseconds that a process has to end what computes for it, before it is ended itself. */
const grace = 1000

/** @param replica where the facts are read, if not where the results are written */
export function analysisRunner(connection: Records['connection'], replica?: Records['connection']): Runner {
  return async ({ jobId, attempt, task, actor }, { signal, onProgress }) => {
    const child = fork(join(import.meta.dirname, 'process.ts'), { serialization: 'advanced' })
    const stop = (): void => {
      if (child.connected) child.send(stopRequest)
      setTimeout(() => child.kill('SIGKILL'), grace).unref()
    }
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
    const { asOf } = task as AnalysisWanted
    const wanted: AnalysisTask = { connection, ...(replica && { replica }), asOf, actor, job: { jobId, attempt } }
    child.send(wanted)
    const answer = await answerOf(child, onProgress)
    signal.removeEventListener('abort', stop)
    return outcomeOf(answer, signal.aborted)
  }
}

type Answer = Exclude<AnalysisAnswer, { progress: unknown }>

function answerOf(child: ChildProcess, onProgress: OnProgress): Promise<Answer> {
  return new Promise((resolve) => {
    let last: Answer = { fault: 'the process ended without an answer' }
    child.on('message', (told: AnalysisAnswer) => {
      if ('progress' in told) onProgress(told.progress)
      else last = told
    })
    child.on('error', (cause) => resolve({ fault: cause.message }))
    child.once('exit', () => resolve(last))
  })
}

function outcomeOf(answer: Answer, isStopping: boolean): JobOutcome {
  if ('runId' in answer) return { state: 'done' }
  if (isStopping) return { state: 'stopped' }
  if ('problem' in answer) return { state: 'failed', problem: answer.problem }
  process.stderr.write(`analysis: ${answer.fault}\n`)
  return { state: 'failed', problem: cutOff }
}

const cutOff: Problem = {
  code: 'analysis-cut-off',
  message: { zh: '分析中断，没有写入结果。', en: 'The analysis was cut off; no results were written.' },
  mend: {
    zh: '再分析一次；仍不成，查看服务日志（常见原因是内存不足）。',
    en: 'Analyse again; if it fails once more, see the log of the server (often memory is short).',
  },
}
