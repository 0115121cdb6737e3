import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Snapshot } from '#domain/snapshot.ts'
import { type JobName, type JobResults, type JobSettings, jobNames } from './jobs.ts'

export interface BackgroundEstimation {
  readonly results: JobResults
  /** What the processes at work together had used at their height. */
  readonly peakMegabytes: number
}

interface Options {
  readonly settings: JobSettings
  readonly onFraction?: (fraction: number) => void
  readonly signal?: AbortSignal | undefined
}

/** More processes at once would need more memory than a small machine has. */
const mostAtOnce = 2

/**
 * Every job, each in a process of its own: minutes of arithmetic on a large city must not keep this one from answering, can
 * use two cores, and can be stopped at once. (Threads would do, but ending one inside WebAssembly brings V8 down.)
 * @throws the reason of `signal` when it aborts.
 */
export async function estimateInBackground(snapshot: Snapshot, options: Options): Promise<BackgroundEstimation> {
  const fractions = new Map<JobName, number>()
  const failure = new AbortController()
  const signal = AbortSignal.any([failure.signal, ...(options.signal ? [options.signal] : [])])
  const results = new Map<JobName, object>()
  const peaks: number[] = []
  const waiting = [...jobNames]
  const work = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const name = job
      const { result, peakMegabytes } = await runJob(snapshot, name, {
        settings: options.settings,
        signal,
        onFraction(fraction) {
          fractions.set(name, fraction)
          options.onFraction?.([...fractions.values()].reduce((sum, each) => sum + each, 0) / jobNames.length)
        },
      })
      results.set(name, result)
      peaks.push(peakMegabytes)
    }
  }
  const workers = Array.from({ length: Math.min(mostAtOnce, availableParallelism()) }, () =>
    work().catch((cause) => {
      failure.abort(cause)
      throw cause
    }),
  )
  await Promise.all(workers)
  const highest = peaks.sort((a, b) => b - a).slice(0, workers.length)
  return {
    results: Object.fromEntries(results) as unknown as JobResults,
    peakMegabytes: highest.reduce((sum, peak) => sum + peak, 0),
  }
}

interface Answer {
  readonly result: object
  readonly peakMegabytes: number
}

function runJob(snapshot: Snapshot, job: JobName, options: Options): Promise<Answer> {
  const { onFraction, signal, settings } = options
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const child = fork(join(import.meta.dirname, 'process.ts'), { serialization: 'advanced' })
    const stop = (): void => {
      child.kill('SIGKILL')
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', stop, { once: true })
    child.on('message', (message: { fraction: number } | Answer) => {
      if ('fraction' in message) onFraction?.(message.fraction)
      else resolve(message)
    })
    child.once('error', reject)
    child.once('exit', (code, ended) => {
      signal?.removeEventListener('abort', stop)
      if (code !== 0) reject(new Error(`the process for ${job} ended with ${code ?? ended}`))
    })
    child.send({ snapshot, job, settings }, (error) => {
      if (error) reject(error)
    })
  })
}
