/** What is to be closed before this process ends, however many databases it has opened. */

export interface Ending {
  /** Ends in good order. */
  close(): Promise<void>
  /** The last thing that a process which is already ending can still do. */
  abandon(): void
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const open = new Set<Ending>()

/** Watches over `ending` until the returned function is called. */
export function watchEnd(ending: Ending): () => void {
  if (open.size === 0) {
    for (const signal of signals) process.on(signal, onSignal)
    process.on('exit', onExit)
  }
  open.add(ending)
  return () => {
    open.delete(ending)
    if (open.size > 0) return
    for (const signal of signals) process.off(signal, onSignal)
    process.off('exit', onExit)
  }
}

/** Closes, and lets the signal take its course afterwards. A program that handles the signal itself also closes itself. */
function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return
  void Promise.allSettled([...open].map((ending) => ending.close())).then(() => process.kill(process.pid, signal))
}

function onExit(): void {
  for (const ending of open) ending.abandon()
}
