/** Takes jobs of the site and has them done, each by the runner of its kind, a few at a time. */
import type { ClientConfig } from 'pg'
import type { Progress } from '#domain/progress.ts'
import { type Job, type JobOutcome, type JobSession, openJobSession } from '#records/jobs/index.ts'

/** Does one job, in a process of its own; ends soon after the signal aborts. */
export type Runner = (
  job: Job,
  watch: { readonly signal: AbortSignal; onProgress(progress: Progress): void },
) => Promise<JobOutcome>

export interface WorkerOptions {
  readonly connection: ClientConfig
  readonly runners: Readonly<Record<string, Runner>>
  /** How many jobs at a time. */
  readonly concurrency: number
  readonly onFault: (error: unknown) => void
}

export interface Worker {
  /** Takes nothing more; what is under way is given back, for another worker or the next start. */
  close(): Promise<void>
}

interface Doing {
  readonly job: Job
  readonly abort: AbortController
  ended: Promise<void>
}

/** Milliseconds: between two looks without news, before a lost session is replaced, between two reports of one step. */
const lookEvery = 5000
const patience = 2000
const reportEvery = 1000

export function openWorker({ connection, runners, concurrency, onFault }: WorkerOptions): Worker {
  const kinds = Object.keys(runners)
  const doing = new Map<string, Doing>()
  let session: JobSession | undefined
  let isClosing = false
  let round: Promise<void> = Promise.resolve()
  let isRoundAsked = false

  function look(): void {
    if (isRoundAsked || isClosing) return
    isRoundAsked = true
    round = round.then(async () => {
      isRoundAsked = false
      await takeAll().catch(onFault)
    })
  }

  async function takeAll(): Promise<void> {
    session ??= await connect()
    if (!session) return
    for (const jobId of await session.toStop()) doing.get(jobId)?.abort.abort()
    while (!isClosing && doing.size < concurrency) {
      const job = await session.take(kinds)
      if (!job) return
      const one: Doing = { job, abort: new AbortController(), ended: Promise.resolve() }
      doing.set(job.jobId, one)
      one.ended = work(one, session)
        .catch(onFault)
        .finally(() => {
          doing.delete(job.jobId)
          look()
        })
    }
  }

  /** A session that ends takes its jobs with it: another worker may have them already. */
  async function connect(): Promise<JobSession | undefined> {
    const onLost = (): void => {
      session = undefined
      for (const { abort } of doing.values()) abort.abort()
    }
    const made = await openJobSession(connection, { onNews: look, onLost }).catch((error: unknown) => {
      if (!isClosing) onFault(error)
      return undefined
    })
    if (!made) setTimeout(look, patience).unref()
    return made
  }

  async function work({ job, abort }: Doing, own: JobSession): Promise<void> {
    const outcome = await outcomeOf(job, abort, own)
    if (session !== own) return
    if (isClosing && outcome.state === 'stopped') await own.giveBack(job)
    else await own.finish(job, outcome)
  }

  async function outcomeOf(job: Job, { signal }: AbortController, own: JobSession): Promise<JobOutcome> {
    const runner = runners[job.kind]
    if (!runner) throw new Error(`no runner of ${job.kind}`)
    let last = { step: '', at: 0 }
    return runner(job, {
      signal,
      onProgress(progress) {
        const now = performance.now()
        if (progress.step.en === last.step && now - last.at < reportEvery) return
        last = { step: progress.step.en, at: now }
        void own.report(job, progress).catch(() => undefined)
      },
    })
  }

  const timer = setInterval(look, lookEvery)
  timer.unref()
  look()
  return {
    async close() {
      isClosing = true
      clearInterval(timer)
      for (const { abort } of doing.values()) abort.abort()
      await round
      await Promise.all([...doing.values()].map(({ ended }) => ended))
      await session?.close()
    },
  }
}
