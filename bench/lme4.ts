/** lme4 in an R of this machine. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { startPeer } from './peer-process.ts'

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
  const { name, ask, close } = await startPeer('Rscript', ['--vanilla', join(import.meta.dirname, script)], data)
  return {
    name,
    async fit(request) {
      const [seconds = Number.NaN, criterion = Number.NaN, ...variances] = await ask(request)
      return { seconds, criterion, variances }
    },
    close,
  }
}
