/** Which blocks of our code ran for the first time: V8's own precise coverage, asked after each handful of inputs. */
import { type Profiler, Session } from 'node:inspector'

type Block = Pick<Profiler.CoverageRange, 'startOffset' | 'endOffset'>
/** Blocks that V8 has named as not run, by their function. */
type Blocks = Map<string, Map<string, Block>>

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
  const idle: Blocks = new Map()
  return {
    isNew() {
      const before = seen.size
      // In the same thread the answer comes before the call returns.
      session.post(
        'Profiler.takePreciseCoverage',
        (_error: Error | null, answer: Profiler.TakePreciseCoverageReturnType) => {
          for (const { url, functions } of answer?.result ?? [])
            if (url.includes('/src/')) note(seen, idle, url, functions)
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

/**
 * V8 names the blocks that did not run. A block that was named before, of a function that ran now, and that is not named
 * now, has run.
 */
function note(seen: Set<string>, idle: Blocks, url: string, functions: readonly Profiler.FunctionCoverage[]): void {
  for (const { ranges } of functions) {
    const [whole, ...blocks] = ranges
    if (!whole || whole.count === 0) continue
    const key = `${url}:${whole.startOffset}`
    seen.add(key)
    const named = blocks.filter(({ count }) => count === 0)
    const known = idle.get(key) ?? new Map<string, Block>()
    idle.set(key, known)
    for (const { startOffset, endOffset } of known.values())
      if (!named.some((one) => one.startOffset <= startOffset && endOffset <= one.endOffset))
        seen.add(`${key}:${startOffset}-${endOffset}`)
    for (const block of named) known.set(`${block.startOffset}-${block.endOffset}`, block)
  }
}
