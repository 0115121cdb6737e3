/**
 * Analyses of the records while the server runs, one at a time, each in a process of its own with its own way to the
 * database. It saves everything in one transaction, so whatever ends it leaves the results before; progress and the last
 * outcome live here alone.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { DateCode } from '#domain/calendar.ts'
import type { Problem } from '#domain/problem.ts'
import type { Progress } from '#domain/progress.ts'
import type { Text } from '#domain/text.ts'
import type { Records } from '#records/index.ts'
import type { Account } from '../access/account.ts'
import { type AnalysisAnswer, type AnalysisTask, stopRequest } from './task.ts'

export interface AnalysisProgress extends Progress {
  readonly asOf: DateCode
  readonly by: Text
  readonly seconds: number
}

export interface AnalysisOutcome {
  readonly asOf: DateCode
  readonly endedAt: Date
  readonly state: 'done' | 'stopped' | 'failed'
  /** Why it failed. */
  readonly problem?: Problem
}

export interface AnalysisDesk {
  /** Begins an analysis as of a day; false where one is under way. */
  begin(asOf: DateCode, account: Account): boolean
  progress(): AnalysisProgress | undefined
  /** How the last one of this server ended. */
  last(): AnalysisOutcome | undefined
  /** Ends what is under way and waits for its end; true where something was. */
  stop(): Promise<boolean>
  close(): Promise<void>
}

interface Work {
  readonly asOf: DateCode
  readonly by: Text
  readonly since: number
  readonly child: ChildProcess
  progress: Progress
  isStopping: boolean
  ended: Promise<void>
}

/** Milliseconds that a process has to end what computes for it, before it is ended itself. */
const grace = 1000

const starting: Progress = { step: { zh: '启动分析', en: 'Starting the analysis' }, fraction: 0 }

export function openAnalysisDesk(records: Records): AnalysisDesk {
  let work: Work | undefined
  let last: AnalysisOutcome | undefined

  async function finish(own: Work): Promise<void> {
    const answer = await answerOf(own)
    last = { asOf: own.asOf, endedAt: new Date(), ...outcomeOf(answer, own.isStopping) }
    work = undefined
  }

  async function stop(): Promise<boolean> {
    if (!work) return false
    const { child, ended } = work
    work.isStopping = true
    if (child.connected) child.send(stopRequest)
    const late = setTimeout(() => child.kill('SIGKILL'), grace)
    await ended
    clearTimeout(late)
    return true
  }

  return {
    begin(asOf, account) {
      if (work) return false
      const child = fork(join(import.meta.dirname, 'process.ts'), { serialization: 'advanced' })
      const own: Work = {
        asOf,
        by: account.name,
        since: performance.now(),
        child,
        progress: starting,
        isStopping: false,
        ended: Promise.resolve(),
      }
      work = own
      own.ended = finish(own)
      child.send({ connection: records.connection, asOf, actor: account.account } satisfies AnalysisTask)
      return true
    },
    progress() {
      if (!work) return undefined
      const { asOf, by, since, progress } = work
      return { ...progress, asOf, by, seconds: (performance.now() - since) / 1000 }
    },
    last: () => last,
    stop,
    close: async () => void (await stop()),
  }
}

type Answer = Exclude<AnalysisAnswer, { progress: Progress }>

function answerOf(work: Work): Promise<Answer> {
  return new Promise((resolve) => {
    let last: Answer = { fault: 'the process ended without an answer' }
    work.child.on('message', (told: AnalysisAnswer) => {
      if ('progress' in told) work.progress = told.progress
      else last = told
    })
    work.child.on('error', (cause) => resolve({ fault: cause.message }))
    work.child.once('exit', () => resolve(last))
  })
}

function outcomeOf(answer: Answer, isStopping: boolean): Pick<AnalysisOutcome, 'state' | 'problem'> {
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
