/**
 * One parser's slice of a campaign, in a thread of its own: what it is reading lies in shared memory, so that an input that
 * never ends, or takes all memory, is not lost with the thread.
 */
import { serialize } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import { Random } from '../../../src/county/random.ts'
import { startCoverage } from './coverage.ts'
import { type Input, mutate, wordsOf } from './mutation.ts'
import { isRefusal, type Target } from './target.ts'
import { targets } from './targets.ts'

export interface Slice {
  readonly target: string
  readonly seed: number
  readonly inputs: number
  /** Inputs read so far, and the length of the present one. */
  readonly progress: Int32Array
  readonly present: Uint8Array
}

export interface Failure {
  readonly target: string
  readonly kind: 'crash' | 'slow' | 'hang' | 'memory'
  /** Name and message of the error and the line of ours that threw it. */
  readonly what: string
  readonly input: Input
  readonly times: number
}

export interface SliceResult {
  readonly accepted: number
  readonly refused: number
  /** Codes of the refusals. */
  readonly codes: readonly string[]
  readonly slowest: number
  readonly blocks: number
  readonly pool: number
  readonly failures: readonly Failure[]
}

const slowMs = 1000
/** Inputs between two looks at the coverage. */
const handful = 24
const largestPool = 600

const slice = workerData as Slice
const target = targets.find(({ name }) => name === slice.target)
if (!target) throw new Error(`no target ${slice.target}`)

let stray: unknown
process.on('uncaughtException', (cause) => {
  stray = cause
})
process.on('unhandledRejection', (cause) => {
  stray = cause
})

type Outcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'crash'; readonly cause: unknown }

async function outcomeOf({ read }: Target, input: Input): Promise<Outcome> {
  try {
    await read(input)
    return { kind: 'accepted' }
  } catch (cause) {
    try {
      if (isRefusal(cause)) return { kind: 'refused', code: cause.problems[0]?.code ?? '' }
    } catch (badWords) {
      return { kind: 'crash', cause: badWords }
    }
    return { kind: 'crash', cause }
  }
}

/** The error and the first line of ours below it: what makes two failures the same. */
function described(cause: unknown): string {
  const { name = 'Error', message = String(cause), stack = '' } = (cause ?? {}) as Partial<Error>
  const at = /(?:src|node_modules)\/[^\s)]+:\d+/.exec(stack)?.[0] ?? ''
  const ours = /src\/[^\s)]+:\d+/.exec(stack)?.[0] ?? ''
  return `${name}: ${message.slice(0, 160)} (${[...new Set([at, ours])].join(', ')})`
}

const keyOf = (what: string): string =>
  what
    .replace(/\d+/g, '0')
    .replace(/^[^(]*\(/, '(')
    .slice(0, 200) + what.slice(0, 20)

async function timed(chosen: Target, input: Input): Promise<{ outcome: Outcome; ms: number }> {
  const started = performance.now()
  const outcome = await outcomeOf(chosen, input)
  return { outcome, ms: performance.now() - started }
}

/** A machine that does something else is no hang: read again, the processor time of this thread counts, and the least. */
async function surelySlow(chosen: Target, input: Input): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < 3; turn += 1) {
    const before = process.threadCpuUsage()
    await outcomeOf(chosen, input)
    const { user, system } = process.threadCpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

function show(input: Input): void {
  const bytes = serialize(input.map(({ name, bytes: content }) => ({ name, bytes: new Uint8Array(content) })))
  const length = Math.min(bytes.length, slice.present.length)
  slice.present.set(bytes.subarray(0, length))
  Atomics.store(slice.progress, 1, length)
  Atomics.add(slice.progress, 0, 1)
}

async function run(chosen: Target): Promise<SliceResult> {
  const seeds = await chosen.seeds()
  const words = wordsOf(seeds)
  const random = new Random(slice.seed, 'fuzz', chosen.name)
  const pool: Input[] = [...seeds]
  const codes = new Set<string>()
  const failures = new Map<string, Failure>()
  const coverage = startCoverage()
  let [accepted, refused, slowest] = [0, 0, 0]
  let recent: Input[] = []
  const fail = (kind: Failure['kind'], what: string, input: Input): void => {
    const key = keyOf(what)
    failures.set(key, {
      target: chosen.name,
      kind,
      what,
      input,
      times: 1 + (failures.get(key)?.times ?? 0),
      ...(failures.has(key) && { input: failures.get(key)?.input ?? input }),
    })
  }
  for (const seed of seeds) await outcomeOf(chosen, seed)
  coverage.isNew()
  for (let number = 0; number < slice.inputs; number += 1) {
    const base = pool[random.below(pool.length)] ?? []
    const input = number < seeds.length ? (seeds[number] ?? base) : mutate(base, random, pool, words)
    show(input)
    const { outcome, ms } = await timed(chosen, input)
    if (outcome.kind === 'accepted') accepted += 1
    if (outcome.kind === 'refused') {
      refused += 1
      codes.add(outcome.code)
    }
    if (outcome.kind === 'crash') fail('crash', described(outcome.cause), input)
    if (stray !== undefined) fail('crash', `outside its call: ${described(stray)}`, input)
    stray = undefined
    const sure = ms > Math.max(slowMs / 4, slowest) ? await surelySlow(chosen, input) : ms
    slowest = Math.max(slowest, sure)
    if (sure > slowMs) fail('slow', `${Math.round(sure)} ms`, input)
    recent.push(input)
    if (recent.length < handful) continue
    if (coverage.isNew() && pool.length < largestPool) pool.push(...recent.filter(() => random.chance(0.5)))
    recent = []
  }
  coverage.close()
  return {
    accepted,
    refused,
    codes: [...codes],
    slowest,
    blocks: coverage.count(),
    pool: pool.length,
    failures: [...failures.values()],
  }
}

parentPort?.postMessage(await run(target))
