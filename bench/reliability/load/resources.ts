/** Memory and processor time of processes, sampled from /proc. */
import { readFileSync } from 'node:fs'
import { below, type Site } from '../site.ts'

export interface Sample {
  /** Seconds since the first. */
  readonly at: number
  /** Megabytes: resident of the server, and the proportional share of all processes of the database together. */
  readonly server: number
  readonly database: number
  /** Processor seconds so far, of the server with what it computes in, and of the database that is there now. */
  readonly serverTime: number
}

const megabytes = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) / 1024

function memoryOf(pid: number, file: 'status' | 'smaps_rollup', name: string): number {
  try {
    return megabytes(readFileSync(`/proc/${pid}/${file}`, 'utf8'), name)
  } catch {
    return 0
  }
}

/** In hundredths of a second, user and system. */
function timeOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}

export function sample(site: Site, since: number): Sample {
  const { pid = 0, postmaster = 0 } = site
  const database = [postmaster, ...below(postmaster).map((one) => one.pid)]
  return {
    at: (performance.now() - since) / 1000,
    server: memoryOf(pid, 'status', 'VmRSS'),
    database: database.reduce((sum, one) => sum + memoryOf(one, 'smaps_rollup', 'Pss'), 0),
    serverTime: timeOf(pid),
  }
}

/** Least squares: megabytes an hour, with a 95 % interval that allows for samples that resemble their neighbours. */
export function slopeOf(samples: readonly { readonly at: number; readonly value: number }[]): {
  hour: number
  lower: number
  upper: number
} {
  const n = samples.length
  const mean = (of: (one: { at: number; value: number }) => number): number =>
    samples.reduce((sum, one) => sum + of(one), 0) / n
  const [x, y] = [mean(({ at }) => at), mean(({ value }) => value)]
  const spread = samples.reduce((sum, { at }) => sum + (at - x) ** 2, 0)
  const slope = samples.reduce((sum, { at, value }) => sum + (at - x) * (value - y), 0) / spread
  const residuals = samples.map(({ at, value }) => value - y - slope * (at - x))
  const squares = residuals.reduce((sum, one) => sum + one ** 2, 0)
  const together =
    residuals.slice(1).reduce((sum, one, index) => sum + one * (residuals[index] ?? 0), 0) / (squares || 1)
  const alike = Math.min(0.99, Math.max(0, together))
  const error = Math.sqrt(squares / (n - 2) / spread) * Math.sqrt((1 + alike) / (1 - alike))
  const hour = 3600
  return { hour: slope * hour, lower: (slope - 1.96 * error) * hour, upper: (slope + 1.96 * error) * hour }
}
