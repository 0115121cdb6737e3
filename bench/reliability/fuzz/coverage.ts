/** Which blocks of our code ran for the first time: V8's own precise coverage, asked after each handful of inputs. */
import { type Profiler, Session } from 'node:inspector'

export interface Coverage {
  /** Whether a block of `src/` ran that had not run before. */
  isNew(): boolean
  /** Blocks that ran, all in all. */
  count(): number
  close(): void
}

export function startCoverage(): Coverage {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true })
  const seen = new Set<string>()
  return {
    isNew() {
      const before = seen.size
      // In the same thread the answer comes before the call returns.
      session.post(
        'Profiler.takePreciseCoverage',
        (_error: Error | null, answer: Profiler.TakePreciseCoverageReturnType) => {
          for (const { url, functions } of answer?.result ?? []) if (url.includes('/src/')) note(seen, url, functions)
        },
      )
      return seen.size > before
    },
    count: () => seen.size,
    close() {
      session.disconnect()
    },
  }
}

function note(seen: Set<string>, url: string, functions: readonly Profiler.FunctionCoverage[]): void {
  for (const { ranges } of functions)
    for (const { startOffset, endOffset, count } of ranges)
      if (count > 0) seen.add(`${url}:${startOffset}:${endOffset}`)
}
