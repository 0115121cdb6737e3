/** Analyses of the records, one at a time in the whole site: jobs that a worker does, seen and stopped from every process. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { DateCode } from '#domain/calendar.ts'
import type { Problem } from '#domain/problem.ts'
import type { Progress } from '#domain/progress.ts'
import type { Text } from '#domain/text.ts'
import type { JobBoard, JobStanding } from '#records/jobs/index.ts'
import type { Account } from '../access/account.ts'
import { type AnalysisWanted, analysisJob } from './analysis-job.ts'

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

export interface AnalysisState {
  readonly underWay: AnalysisProgress | undefined
  /** How the last one ended; undefined while another is under way. */
  readonly last: AnalysisOutcome | undefined
}

export interface AnalysisDesk {
  /** Asks for an analysis as of a day; false where one is under way. */
  begin(asOf: DateCode, account: Account): Promise<boolean>
  state(): Promise<AnalysisState>
  /** Ends what is under way and waits for its end; true where something was. */
  stop(): Promise<boolean>
}

const waiting: Progress = { step: { zh: '等待工作进程', en: 'Waiting for a worker' }, fraction: 0 }
const starting: Progress = { step: { zh: '启动分析', en: 'Starting the analysis' }, fraction: 0 }

/** Milliseconds that whoever asks to stop waits for the end. */
const patience = 10_000

export function openAnalysisDesk(jobs: JobBoard): AnalysisDesk {
  return {
    async begin(asOf, { account, name }) {
      const task: AnalysisWanted = { asOf }
      return (await jobs.add({ kind: analysisJob.name, task, alone: true, actor: account, by: name })) !== undefined
    },
    async state() {
      const job = await jobs.latest(analysisJob.name)
      return { underWay: job && progressOf(job), last: job && outcomeOf(job) }
    },
    async stop() {
      const job = await jobs.latest(analysisJob.name)
      if (!job || !(await jobs.stop(job.jobId))) return false
      const until = performance.now() + patience
      while ((await jobs.latest(analysisJob.name))?.endedAt === undefined && performance.now() < until) await sleep(100)
      return true
    },
  }
}

function progressOf({ state, endedAt, progress, task, by, seconds }: JobStanding): AnalysisProgress | undefined {
  if (endedAt) return undefined
  const { asOf } = task as AnalysisWanted
  return { ...(progress ?? (state === 'waiting' ? waiting : starting)), asOf, by, seconds }
}

function outcomeOf({ state, endedAt, problem, task }: JobStanding): AnalysisOutcome | undefined {
  if (!endedAt || state === 'waiting' || state === 'running') return undefined
  const { asOf } = task as AnalysisWanted
  return { asOf, endedAt, state, ...(problem && { problem }) }
}
