/** The far side of the runner of analyses: reads, computes and saves, so that the server goes on answering. */
import { ProblemError } from '#domain/problem.ts'
import { loadRuleBook } from '#policy/index.ts'
import { openRecords } from '#records/index.ts'
import { settleJob } from '#records/jobs/index.ts'
import { snapshotOf } from '#records/replica.ts'
import { stopwatch } from '../actions/analyse.ts'
import { analyseRecords } from '../actions/analyse-records.ts'
import { type AnalysisAnswer, type AnalysisTask, stopRequest } from './task.ts'

/** Milliseconds between two reports of one step: screens ask once a second. */
const reportEvery = 200

const stop = new AbortController()
const send = (answer: AnalysisAnswer, done?: () => void): void => void process.send?.(answer, () => done?.())

process.on('message', async (message: AnalysisTask | typeof stopRequest) => {
  if (message === stopRequest) return stop.abort()
  const answer = await analyseThere(message).catch(answerTo)
  send(answer, () => process.exit())
})

// Without the server nobody waits for the results; what computes for this process goes first.
process.once('disconnect', () => {
  stop.abort()
  process.exit(1)
})

async function analyseThere({ connection, replica, asOf, actor, job }: AnalysisTask): Promise<AnalysisAnswer> {
  const records = await openRecords({ connection })
  try {
    let last = { step: '', at: 0 }
    const clock = stopwatch((progress) => {
      const now = performance.now()
      if (progress.step.en === last.step && now - last.at < reportEvery) return
      last = { step: progress.step.en, at: now }
      send({ progress })
    }, stop.signal)
    const runId = await analyseRecords(records, loadRuleBook(), {
      ...{ asOf, actor, clock },
      ...(replica && { readSnapshot: snapshotOf(replica, records) }),
      ...(job && { alongside: (transaction) => settleJob(transaction, job) }),
    })
    return { runId }
  } finally {
    await records.close()
  }
}

function answerTo(cause: unknown): AnalysisAnswer {
  const problem = cause instanceof ProblemError ? cause.problems[0] : undefined
  return problem ? { problem } : { fault: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }
}
