/** lme4 in an R of this machine, kept running so that starting R and reading the data is on nobody's time. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface PeerFit {
  readonly seconds: number
  readonly criterion: number
  /** Of the terms in the order of the script, then of the residual. */
  readonly variances: readonly number[]
}

export interface Lme4 {
  /** Versions of lme4 and R, and the BLAS in use. */
  readonly name: string
  fit(request: 'fit' | 'fit and sd'): Promise<PeerFit>
  close(): Promise<void>
}

const isInstalled = (): boolean =>
  spawnSync('Rscript', ['--vanilla', '-e', 'quit(status = !requireNamespace("lme4", quietly = TRUE))'], {
    stdio: 'ignore',
  }).status === 0

/** Starts R with a script of this folder and the data it reads; undefined where R or lme4 is not installed. */
export async function startLme4(script: string, data: readonly string[]): Promise<Lme4 | undefined> {
  if (!isInstalled()) return undefined
  const child = spawn('Rscript', ['--vanilla', join(import.meta.dirname, script)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // One thread each: ours has one too.
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
  })
  // A pipe that R has left is said by the answer that does not come.
  child.stdin.on('error', () => undefined)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<string> => {
    const { value, done } = await lines.next()
    if (done) throw new Error('R ended before it answered')
    return value
  }
  child.stdin.write(data.join('\n').concat('\n'))
  return {
    name: await next(),
    async fit(request) {
      child.stdin.write(`${request}\n`)
      const numbers = (await next()).trim().split(/\s+/).map(Number)
      const [seconds = Number.NaN, criterion = Number.NaN, ...variances] = numbers
      return { seconds, criterion, variances }
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
