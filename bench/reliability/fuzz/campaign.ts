/** A campaign: every parser in its turn, its inputs in slices, each slice in a thread that is watched. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { Input } from './mutation.ts'
import type { Failure, Slice, SliceResult } from './worker.ts'

export interface Campaign {
  readonly seed: number
  /** Of all parsers together. */
  readonly inputs: number
  /** Where failing inputs are kept. */
  readonly keep: string
  /** Only parsers whose name has this in it. */
  readonly only: string
}

export interface TargetResult extends SliceResult {
  readonly name: string
  readonly inputs: number
  readonly seconds: number
}

/** Threads are made anew so often, which also bounds what one of them may gather. */
const sliceSize = 20_000
const largestInput = 8 * 2 ** 20
const patienceMs = 20_000
const memoryMb = 1024

/** Runs one slice; a thread that stands still or dies gives the input it was at. */
function runSlice(
  target: string,
  seed: number,
  inputs: number,
): Promise<{ read: number; result: Partial<SliceResult> }> {
  const progress = new Int32Array(new SharedArrayBuffer(8))
  const present = new Uint8Array(new SharedArrayBuffer(largestInput))
  const workerData: Slice = { target, seed, inputs, progress, present }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  return new Promise((resolve) => {
    let before = -1
    let isDone = false
    const done = (result: Partial<SliceResult>): void => {
      if (isDone) return
      isDone = true
      clearInterval(watch)
      void worker.terminate()
      resolve({ read: Atomics.load(progress, 0), result })
    }
    const presentInput = (): Input =>
      (deserialize(Buffer.from(present.slice(0, Atomics.load(progress, 1)))) as Input).map(({ name, bytes }) => ({
        name,
        bytes: Buffer.from(bytes),
      }))
    const dead = (kind: Failure['kind'], what: string): void => {
      const input = Atomics.load(progress, 0) === 0 ? [] : presentInput()
      done({ failures: [{ target, kind, what, input, times: 1 }] })
    }
    const watch = setInterval(() => {
      const now = Atomics.load(progress, 0)
      if (now === before && now > 0) dead('hang', `not read within ${patienceMs / 1000} s`)
      before = now
    }, patienceMs)
    worker.once('message', (result: SliceResult) => done(result))
    // Nothing is left that could settle what is awaited.
    worker.once('exit', () => dead('hang', 'the reading never ends'))
    worker.once('error', (cause: NodeJS.ErrnoException) =>
      dead(cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash', `the thread died: ${cause.message}`),
    )
  })
}

const merged = (results: readonly Partial<SliceResult>[]): SliceResult => {
  const sum = (of: (one: Partial<SliceResult>) => number | undefined): number =>
    results.reduce((total, one) => total + (of(one) ?? 0), 0)
  const most = (of: (one: Partial<SliceResult>) => number | undefined): number =>
    Math.max(0, ...results.map((one) => of(one) ?? 0))
  return {
    accepted: sum((one) => one.accepted),
    refused: sum((one) => one.refused),
    codes: [...new Set(results.flatMap(({ codes = [] }) => codes))].sort(),
    slowest: most((one) => one.slowest),
    blocks: most((one) => one.blocks),
    pool: most((one) => one.pool),
    failures: results.flatMap(({ failures = [] }) => failures),
  }
}

export async function runTarget(name: string, seed: number, inputs: number): Promise<TargetResult> {
  const started = performance.now()
  const results: Partial<SliceResult>[] = []
  let read = 0
  for (let part = 0; read < inputs; part += 1) {
    const slice = await runSlice(name, seed + part, Math.min(sliceSize, inputs - read))
    results.push(slice.result)
    read += Math.max(1, slice.read)
    // A parser that fails again and again need not be asked a million times.
    if (
      results.filter(({ failures = [] }) => failures.some(({ kind }) => kind === 'hang' || kind === 'memory')).length >
      5
    )
      break
  }
  return { name, inputs: read, seconds: (performance.now() - started) / 1000, ...merged(results) }
}

/** Keeps the parts of a failing input as files, with what went wrong beside them. */
export function keepFailure(keep: string, { target, kind, what, input, times }: Failure, number: number): string {
  const folder = join(keep, `${target.replace(/[^\p{L}\p{N}]+/gu, '-')}-${kind}-${number}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'what.txt'), `${what}\n${times} times\n`)
  for (const [index, { name, bytes }] of input.entries())
    writeFileSync(join(folder, `${index}-${name.replaceAll('/', '_')}`), bytes)
  return folder
}
