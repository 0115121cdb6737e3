import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Snapshot } from '#domain/snapshot.ts'
import { type RatingCalibration, ratingMeasures } from '#identify/index.ts'

export interface BackgroundCalibration extends Pick<RatingCalibration, 'estimates' | 'measures'> {
  /** What the processes of the calibration had used at their height, together. */
  readonly peakMegabytes: number
}

interface Options {
  readonly onFraction?: (fraction: number) => void
  readonly signal?: AbortSignal | undefined
}

/** Each half is fitted one measure from the other, so the halves are the same on every machine, and so are the results. */
const half = Math.ceil(ratingMeasures.length / 2)
const halves = [ratingMeasures.slice(0, half), ratingMeasures.slice(half)]

/**
 * `calibrateRatings` in processes of its own: minutes of arithmetic on a large city must not keep this one from answering,
 * can use two cores, and can be stopped at once. (Threads would do, but ending one inside WebAssembly brings V8 down.)
 * @throws the reason of `signal` when it aborts.
 */
export async function calibrateInBackground(snapshot: Snapshot, options: Options = {}): Promise<BackgroundCalibration> {
  const fractions = halves.map(() => 0)
  const failure = new AbortController()
  const signal = AbortSignal.any([failure.signal, ...(options.signal ? [options.signal] : [])])
  const start = (index: number): Promise<BackgroundCalibration> =>
    calibratePart(snapshot, halves[index] ?? [], {
      signal,
      onFraction(fraction) {
        fractions[index] = fraction
        options.onFraction?.(fractions.reduce((sum, each) => sum + each, 0) / halves.length)
      },
    }).catch((cause) => {
      failure.abort(cause)
      throw cause
    })
  const parts: BackgroundCalibration[] = []
  if (availableParallelism() > 1) parts.push(...(await Promise.all(halves.map((_, index) => start(index)))))
  else for (const [index] of halves.entries()) parts.push(await start(index))
  return {
    estimates: parts.flatMap(({ estimates }) => estimates),
    measures: parts.flatMap(({ measures }) => measures),
    peakMegabytes: parts.reduce((sum, part) => sum + part.peakMegabytes, 0),
  }
}

function calibratePart(
  snapshot: Snapshot,
  measures: readonly string[],
  options: Options,
): Promise<BackgroundCalibration> {
  const { onFraction, signal } = options
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const child = fork(join(import.meta.dirname, 'calibration-process.ts'), { serialization: 'advanced' })
    const stop = (): void => {
      child.kill('SIGKILL')
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', stop, { once: true })
    child.on('message', (message: { fraction: number } | BackgroundCalibration) => {
      if ('fraction' in message) onFraction?.(message.fraction)
      else resolve(message)
    })
    child.once('error', reject)
    child.once('exit', (code, ended) => {
      signal?.removeEventListener('abort', stop)
      if (code !== 0) reject(new Error(`the calibration process ended with ${code ?? ended}`))
    })
    child.send({ snapshot, measures }, (error) => {
      if (error) reject(error)
    })
  })
}
