/** The far side of the runner of jobs: reads, computes and saves, so that whoever started it goes on answering. */
import { existsSync } from 'node:fs'
import { invariant, ProblemError } from '#domain/problem.ts'
import type { Progress } from '#domain/progress.ts'
import { openRecords, type Records } from '#records/index.ts'
import { settleJob } from '#records/jobs/index.ts'
import type { JobContext } from './kind.ts'
import { jobKinds } from './kinds.ts'
import { type JobAnswer, type JobOrder, stopRequest } from './order.ts'

/** Milliseconds between two reports of one step: screens ask twice a second. */
const reportEvery = 200

const stop = new AbortController()
const send = (answer: JobAnswer, done?: () => void): void => void process.send?.(answer, () => done?.())

process.on('message', async (message: JobOrder | typeof stopRequest) => {
  if (message === stopRequest) return stop.abort()
  const answer = await work(message).catch(answerTo)
  send(answer, () => process.exit())
})

// Without the worker nobody waits for the results; what computes for this process goes first.
process.once('disconnect', () => {
  stop.abort()
  process.exit(1)
})

async function work(order: JobOrder): Promise<JobAnswer> {
  const kind = jobKinds.find(({ name }) => name === order.job.kind)
  invariant(kind, `no kind of job ${order.job.kind}`)
  const [doIt, records] = await Promise.all([kind.work(), openRecords({ connection: order.connection })])
  try {
    await doIt(kind.task.parse(order.job.task), contextOf(order, records))
    return { isDone: true }
  } finally {
    await records.close()
  }
}

function contextOf({ job, replica, stopFile }: JobOrder, records: Records): JobContext {
  let last = { step: '', at: 0 }
  return {
    records,
    replica,
    actor: job.actor,
    signal: stop.signal,
    isStopAsked: () => stop.signal.aborted || existsSync(stopFile),
    report(progress: Progress) {
      const now = performance.now()
      if (progress.step.en === last.step && now - last.at < reportEvery) return
      last = { step: progress.step.en, at: now }
      send({ progress })
    },
    async commit(entry, write) {
      await records.commit(entry, async (transaction) => {
        await write(transaction)
        await settleJob(transaction, job)
      })
    },
    settle: (transaction) => settleJob(transaction, job),
  }
}

function answerTo(cause: unknown): JobAnswer {
  const problem = cause instanceof ProblemError ? cause.problems[0] : undefined
  return problem ? { problem } : { fault: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }
}
