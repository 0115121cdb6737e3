/**
 * Interleaved timing. On a shared machine the speed of one minute says little about the next, so contestants take turns,
 * round after round, and are compared within a round.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

export interface Contestant {
  readonly name: string
  /** Does the work once and says how many seconds it took. */
  readonly lap: () => Promise<number>
}

export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

export interface Standing {
  readonly name: string
  /** Of one lap. */
  readonly seconds: Spread
  /** Time of this contestant ÷ time of the first in the same round: above 1, the first is faster. */
  readonly ratio: Spread
}

/** A shorter lap is run several times in a row and counts as their mean. */
const shortest = 0.2
const usualRounds = 7
/** Where a round takes longer than this many seconds, fewer must do. */
const longRound = 8
const leastRounds = 5

/** Makes a lap of work that is timed as a whole, but for what `prepare` does before. */
export function timed(work: () => unknown, prepare?: () => unknown): () => Promise<number> {
  return async () => {
    await prepare?.()
    const started = performance.now()
    await work()
    return (performance.now() - started) / 1000
  }
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

export function spreadOf(values: readonly number[]): Spread {
  const ordered = [...values].sort((a, b) => a - b)
  const middle = ordered.length >> 1
  const upper = ordered[middle] ?? Number.NaN
  const median = ordered.length % 2 === 1 ? upper : ((ordered[middle - 1] ?? upper) + upper) / 2
  return { median, least: ordered[0] ?? Number.NaN, most: ordered.at(-1) ?? Number.NaN }
}

/** Once to warm up and, where that was short, once more to know how long a warm lap is. */
async function warmUp(lap: () => Promise<number>): Promise<number> {
  const cold = await lap()
  return cold > 1 ? cold : lap()
}

/** Times contestants against the first of them: a warm-up, then A B C, A B C, … */
export async function compete(contestants: readonly Contestant[]): Promise<Standing[]> {
  const warm: number[] = []
  for (const { lap } of contestants) warm.push(await warmUp(lap))
  const repeats = warm.map((seconds) => Math.max(1, Math.min(100, Math.ceil(shortest / seconds))))
  const round = warm.reduce((sum, seconds, index) => sum + seconds * (repeats[index] ?? 1), 0)
  const rounds = round > longRound ? leastRounds : usualRounds
  const seconds: number[][] = contestants.map(() => [])
  for (let done = 0; done < rounds; done += 1) {
    for (const [index, { lap }] of contestants.entries()) {
      // What one contestant leaves behind must not be cleared away on the time of the next.
      collectGarbage()
      let sum = 0
      const times = repeats[index] ?? 1
      for (let time = 0; time < times; time += 1) sum += await lap()
      seconds[index]?.push(sum / times)
    }
  }
  const [first = []] = seconds
  return contestants.map(({ name }, index) => {
    const own = seconds[index] ?? []
    const ratios = own.map((value, round) => value / (first[round] ?? Number.NaN))
    return { name, seconds: spreadOf(own), ratio: spreadOf(ratios) }
  })
}
