/**
 * The linear relaxation by column generation: the program begins with few choices, and those that its prices call for join
 * it, until its objective meets the bound, which holds for all of them (Desaulniers, Desrosiers and Solomon 2005).
 */
import type { LinearAnswer, Method } from '../integer-program/solver.ts'
import { type Bound, boundOf } from './bound.ts'
import { type Choice, keyOf } from './choices.ts'
import { barrierWork, pricingWork, simplexWork } from './effort.ts'
import { followed } from './following.ts'
import { joiningChains } from './joining.ts'
import { cascadeRows, joined } from './program.ts'
import { rounded } from './rounding.ts'
import type { Search } from './standing.ts'

export interface Relaxation {
  readonly bound: Bound
  /** Choices that joined, and how much of each the relaxation takes. */
  readonly choices: readonly Choice[]
  readonly values: Float64Array
  /** By limit: what one unit more of it would add. */
  readonly limitPrices: Float64Array
  /** Whole choices near the relaxation. */
  readonly rounded: readonly Choice[]
}

const TOLERANCE = 1e-7
/** Large programs end here: what is left to gain from more choices is a tenth of what rounding loses. */
const LARGE_TOLERANCE = 2e-5
/** Above so many rows a barrier is faster than the simplex method. */
const SIMPLEX_ROWS = 1500
/** Above so many rows a dive takes too long. */
const DIVE_ROWS = 8000

/** `begin` must keep the limits that have no price; `told` hears of each better bound. */
export const relax = (
  { network, solver, effort }: Search,
  begin: readonly Choice[],
  told: (bound: number) => void,
): Relaxation => {
  const rows = cascadeRows(network)
  const known = new Set<string>()
  const fresh = (choices: readonly Choice[]) =>
    choices.filter((choice) => {
      const key = keyOf(choice)
      return !known.has(key) && known.add(key)
    })
  const free = boundOf(network, {
    person: new Float64Array(network.problem.home.length),
    limit: new Float64Array(network.problem.limits.length),
  })
  const first = [...begin, ...joiningChains(network, free.weight, rows.prices(new Float64Array())), ...free.exchanges]
  const program = joined(rows.limits, rows.add(fresh(first)))
  if (program.columns.cost.length === 0) {
    told(free.value)
    return {
      bound: free,
      choices: [],
      values: new Float64Array(),
      limitPrices: new Float64Array(network.problem.limits.length),
      rounded: [],
    }
  }
  const master = solver.openLinear(program)
  const solve = (method: Method): LinearAnswer => {
    const answer = master.solve(method)
    const { rowCount, entryCount } = rows.size()
    effort.spend(method === 'simplex' ? simplexWork(answer.iterations, rowCount) : barrierWork(entryCount))
    return answer
  }
  try {
    let best: Bound | undefined
    for (;;) {
      const large = rows.size().rowCount > SIMPLEX_ROWS
      let answer = solve(large ? 'barrier' : 'simplex')
      const prices = rows.prices(answer.prices)
      const bound = boundOf(network, prices)
      effort.spend(pricingWork(bound.weight.length, network.depth))
      if (!best || bound.value < best.value) {
        best = bound
        told(bound.value)
      }
      const tolerance = (large ? LARGE_TOLERANCE : TOLERANCE) * Math.max(1, Math.abs(answer.objective))
      const open = best.value - answer.objective > tolerance
      const joining = open ? fresh([...joiningChains(network, bound.weight, prices), ...bound.exchanges]) : []
      if (joining.length > 0 && !effort.over()) {
        const more = rows.add(joining)
        master.add(more.rows, more.columns)
        continue
      }
      const huge = rows.size().rowCount > DIVE_ROWS
      if (large && !huge && !effort.over()) answer = solve('vertex')
      const values = answer.values.subarray(rows.missCount)
      // A dive that cannot be made, or ends in a dead end, leaves what a direct reading finds.
      const dive = huge || effort.over() ? [] : rounded(network, rows, values, master, () => solve('simplex'))
      const found = dive.length > 0 ? dive : followed(network, rows.choices, values)
      return { bound: best, choices: rows.choices, values, limitPrices: prices.limit, rounded: found }
    }
  } finally {
    master.close()
  }
}
