/**
 * The best assignment in which no group of arcs is chosen from more often than it may be. Each limit has a price, which is
 * raised while the limit is broken (Lagrangian relaxation by subgradients: Held, Wolfe & Crowder, 1974, Math. Program. 6:62);
 * every set of prices proves a bound, and every assignment, mended to keep the limits, is a candidate.
 */
import { type AssignmentProblem, solveAssignment } from '#optimisation/index.ts'

/** Rows and columns with pairs between them, as in an assignment; each pair may be made in several ways. */
export interface LimitedAssignment extends Pick<AssignmentProblem, 'columnCount' | 'rowStarts' | 'columns'> {
  /** Where the ways of each pair begin; one more entry than pairs. */
  readonly wayStarts: Int32Array
  /** What each way adds, and the group that it counts in, or −1. */
  readonly gains: Float64Array
  readonly groups: Int32Array
  /** How often each group may be chosen from. */
  readonly most: Int32Array
}

export interface Bounded {
  /** The chosen ways, ascending by row. */
  readonly ways: readonly number[]
  readonly objective: number
  /** No assignment within the limits has more. */
  readonly bound: number
}

export interface BoundedOptions {
  readonly rounds: number
  /** Told after each round, with how far it is; return false to stop. */
  readonly onRound?: (state: Bounded, fraction: number) => boolean | undefined
}

/** Sums that differ by less are the same. */
const same = 1e-6
/** A bound so close, as a share of the objective, is close enough: what is left is less than any need weighs. */
const close = 1e-4
/** Rounds without a better bound after which steps are halved. */
const patience = 5

/** @example solveWithinLimits(problem, { rounds: 60 }).bound */
export function solveWithinLimits(problem: LimitedAssignment, { rounds, onRound }: BoundedOptions): Bounded {
  const prices = new Float64Array(problem.most.length)
  let best: Bounded = { ways: [], objective: 0, bound: Number.POSITIVE_INFINITY }
  let [scale, idle] = [1, 0]
  for (let round = 0; round < rounds; round += 1) {
    const priced = solve(problem, (gain, group) => gain - (prices[group] ?? 0))
    const bound = priced.value + prices.reduce((sum, price, group) => sum + price * (problem.most[group] ?? 0), 0)
    idle = bound < best.bound - same ? 0 : idle + 1
    const mended = mend(problem, priced.ways)
    const candidate = mended.objective > best.objective + same ? mended : best
    best = {
      ways: candidate.ways,
      objective: candidate.objective,
      bound: Math.max(candidate.objective, Math.min(best.bound, bound)),
    }
    if (
      best.bound - best.objective <= Math.max(same, close * best.objective) ||
      onRound?.(best, (round + 1) / rounds) === false
    )
      break
    if (idle >= patience) [scale, idle] = [scale / 2, 0]
    const excess = countsOf(problem, priced.ways).map((count, group) => count - (problem.most[group] ?? 0))
    const moving = excess.map((over, group) => (over > 0 || (prices[group] ?? 0) > 0 ? over : 0))
    const length = moving.reduce((sum, over) => sum + over * over, 0)
    if (length === 0) break
    const step = (scale * Math.max(bound - best.objective, same)) / length
    for (const [group, over] of moving.entries()) prices[group] = Math.max(0, (prices[group] ?? 0) + step * over)
  }
  return best.bound - best.objective <= same ? { ...best, bound: best.objective } : best
}

interface Chosen {
  readonly ways: readonly number[]
  /** With the gains that were asked for. */
  readonly value: number
}

/** Of each pair the way that gains most under these gains. */
function solve(problem: LimitedAssignment, gainOf: (gain: number, group: number) => number): Chosen {
  const { columns, wayStarts } = problem
  const gains = new Float64Array(columns.length).fill(Number.NEGATIVE_INFINITY)
  const best = new Int32Array(columns.length)
  for (let pair = 0; pair < columns.length; pair += 1) {
    for (let way = wayStarts[pair] ?? 0; way < (wayStarts[pair + 1] ?? 0); way += 1) {
      const gain = gainOf(problem.gains[way] ?? 0, problem.groups[way] ?? -1)
      if (gain <= (gains[pair] ?? 0)) continue
      gains[pair] = gain
      best[pair] = way
    }
  }
  const { columnCount, rowStarts } = problem
  const { arcs, rowPrices, columnPrices } = solveAssignment({ columnCount, rowStarts, columns, gains })
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)
  return {
    ways: [...arcs].filter((pair) => pair >= 0).map((pair) => best[pair] ?? -1),
    value: sum(rowPrices) + sum(columnPrices),
  }
}

function countsOf({ groups, most }: LimitedAssignment, ways: readonly number[]): number[] {
  const counts = new Array<number>(most.length).fill(0)
  for (const way of ways) {
    const group = groups[way] ?? -1
    if (group >= 0) counts[group] = (counts[group] ?? 0) + 1
  }
  return counts
}

/** What a way gains that may not be chosen: less than leaving everybody where they are. */
const barred = -1

/** Rows beyond a limit look elsewhere, those that gain least by it first, until every limit is kept. */
function mend(
  problem: LimitedAssignment,
  ways: readonly number[],
): { readonly ways: readonly number[]; readonly objective: number } {
  const { groups, most, rowStarts, wayStarts, gains } = problem
  const own = { ...problem, gains: gains.slice() }
  const rowOf = (way: number): number => rowStarts.findLastIndex((start) => (wayStarts[start] ?? 0) <= way)
  let chosen = ways
  for (;;) {
    const over = [...Map.groupBy(chosen, (way) => groups[way] ?? -1)].filter(
      ([group, of]) => group >= 0 && of.length > (most[group] ?? 0),
    )
    if (over.length === 0) break
    for (const [group, of] of over) {
      const leaving = of.toSorted((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0) || a - b).slice(most[group] ?? 0)
      for (const row of leaving.map(rowOf)) {
        const end = wayStarts[rowStarts[row + 1] ?? 0] ?? 0
        for (let way = wayStarts[rowStarts[row] ?? 0] ?? 0; way < end; way += 1)
          if (groups[way] === group) own.gains[way] = barred
      }
    }
    chosen = solve(own, (gain) => gain).ways
  }
  return { ways: chosen, objective: chosen.reduce((sum, way) => sum + (gains[way] ?? 0), 0) }
}
