/** scipy in a Python of this machine, kept running so that starting it and reading the problem is on nobody's time. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Scipy {
  /** Versions of scipy and Python. */
  readonly name: string
  /** Sends a line, gives the numbers of the line that answers it. */
  ask(request: string): Promise<readonly number[]>
  close(): Promise<void>
}

const python = process.platform === 'win32' ? 'python' : 'python3'

const isInstalled = (): boolean => spawnSync(python, ['-c', 'import scipy.optimize'], { stdio: 'ignore' }).status === 0

/** Starts a script of this folder with a file of numbers; undefined where Python or scipy is not installed. */
export async function startScipy(script: string, file: string): Promise<Scipy | undefined> {
  if (!isInstalled()) return undefined
  const child = spawn(python, [join(import.meta.dirname, script), file], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // One thread each: ours has one too.
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
  })
  // A pipe that Python has left is said by the answer that does not come.
  child.stdin.on('error', () => undefined)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<string> => {
    const { value, done } = await lines.next()
    if (done) throw new Error('Python ended before it answered')
    return value
  }
  return {
    name: await next(),
    async ask(request) {
      child.stdin.write(`${request}\n`)
      return (await next()).trim().split(/\s+/).map(Number)
    },
    close: () => ended(child),
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    child.once('exit', () => resolve())
    child.stdin?.end()
  })
}
