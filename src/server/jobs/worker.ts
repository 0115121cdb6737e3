/** Takes jobs of the site and has them done, each by the runner of its kind, a few at a time. */
import type { ClientConfig } from 'pg'
import type { Progress } from '#domain/progress.ts'
import { type Job, type JobOutcome, type JobSession, openJobSession } from '#records/jobs/index.ts'

export interface Watch {
  /** Aborts when somebody asks to stop the job. */
  readonly stopping: AbortSignal
  /** Aborts when the worker closes or has lost the job: what is made now is not written. */
  readonly ending: AbortSignal
  onProgress(progress: Progress): void
}

/** Does one job, in a process of its own; ends soon after a signal aborts. */
export type Runner = (job: Job, watch: Watch) => Promise<JobOutcome>

export interface WorkerOptions {
  readonly connection: ClientConfig
  readonly runners: Readonly<Record<string, Runner>>
  /** How many jobs of each kind at a time: a batch of forms does not wait for an analysis. */
  readonly concurrency: number
  readonly onFault: (error: unknown) => void
}

export interface Worker {
  /** Takes nothing more; what is under way is given back, for another worker or the next start. */
  close(): Promise<void>
}

interface Doing {
  readonly job: Job
  readonly stop: AbortController
  readonly end: AbortController
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
    for (const jobId of await session.toStop()) doing.get(jobId)?.stop.abort()
    while (!isClosing) {
      const busy = Map.groupBy(doing.values(), ({ job }) => job.kind)
      const job = await session.take(kinds.filter((kind) => (busy.get(kind)?.length ?? 0) < concurrency))
      if (!job) return
      const one: Doing = { job, stop: new AbortController(), end: new AbortController(), ended: Promise.resolve() }
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
      for (const { end } of doing.values()) end.abort()
    }
    const made = await openJobSession(connection, { onNews: look, onLost }).catch((error: unknown) => {
      if (!isClosing) onFault(error)
      return undefined
    })
    if (!made) setTimeout(look, patience).unref()
    return made
  }

  async function work(one: Doing, own: JobSession): Promise<void> {
    const { job } = one
    const outcome = await outcomeOf(one, own)
    if (session !== own) return
    if (isClosing && outcome.state === 'stopped') await own.giveBack(job)
    else await own.finish(job, outcome)
  }

  async function outcomeOf({ job, stop, end }: Doing, own: JobSession): Promise<JobOutcome> {
    const runner = runners[job.kind]
    if (!runner) throw new Error(`no runner of ${job.kind}`)
    let last = { step: '', at: 0 }
    return runner(job, {
      stopping: stop.signal,
      ending: end.signal,
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
      for (const { end } of doing.values()) end.abort()
      await round
      await Promise.all([...doing.values()].map(({ ended }) => ended))
      await session?.close()
    },
  }
}
