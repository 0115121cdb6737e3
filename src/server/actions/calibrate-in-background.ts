import { Worker } from 'node:worker_threads'
import type { Snapshot } from '#domain/snapshot.ts'
import type { RatingCalibration } from '#identify/index.ts'

export type BackgroundCalibration = Pick<RatingCalibration, 'estimates' | 'measures'>

/**
 * `calibrateRatings` on a thread of its own: minutes of arithmetic on a large city must not keep the process from
 * answering, and can be stopped at once. The snapshot is copied to the thread.
 * @throws the reason of `signal` when it aborts.
 */
export function calibrateInBackground(
  snapshot: Snapshot,
  options: { readonly onFraction?: (fraction: number) => void; readonly signal?: AbortSignal | undefined } = {},
): Promise<BackgroundCalibration> {
  const { onFraction, signal } = options
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const worker = new Worker(new URL('./calibration-worker.ts', import.meta.url), { workerData: snapshot })
    const stop = (): void => {
      void worker.terminate()
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (message: { fraction: number } | BackgroundCalibration) => {
      if ('fraction' in message) onFraction?.(message.fraction)
      else resolve(message)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', stop)
      if (code !== 0) reject(new Error(`the calibration thread ended with ${code}`))
    })
  })
}
