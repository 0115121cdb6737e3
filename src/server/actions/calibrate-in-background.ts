import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Snapshot } from '#domain/snapshot.ts'
import type { RatingCalibration } from '#identify/index.ts'

export interface BackgroundCalibration extends Pick<RatingCalibration, 'estimates' | 'measures'> {
  /** What the process of the calibration had used at its height. */
  readonly peakMegabytes: number
}

/**
 * `calibrateRatings` in a process of its own: minutes of arithmetic on a large city must not keep this one from
 * answering, and can be stopped at once. (A thread would do, but ending one inside WebAssembly brings V8 down.)
 * @throws the reason of `signal` when it aborts.
 */
export function calibrateInBackground(
  snapshot: Snapshot,
  options: { readonly onFraction?: (fraction: number) => void; readonly signal?: AbortSignal | undefined } = {},
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
    child.send(snapshot, (error) => {
      if (error) reject(error)
    })
  })
}
