/** What a set of moves comes to. */
import type { CascadeProblem, Limit } from './problem.ts'

export interface Worth {
  /** Σ gain − Σ price · missed. */
  readonly objective: number
  /** Units missed, one per limit, those without a price too. */
  readonly missed: Float64Array
  /** Units missed of limits that must hold. */
  readonly broken: number
}

/** Rounding of sums of coefficients is not a miss. */
const TOLERANCE = 1e-9

export const missOf = (limit: Limit, sum: number): number => {
  const missed = Math.max(limit.least - sum, sum - limit.most, 0)
  return missed > TOLERANCE * (1 + Math.abs(sum)) ? missed : 0
}

export const worthOf = (problem: CascadeProblem, chosen: Int32Array): Worth => {
  const taken = new Uint8Array(problem.arcs.person.length)
  let objective = 0
  for (const arc of chosen) {
    taken[arc] = 1
    objective += problem.arcs.gain[arc] ?? 0
  }
  const missed = new Float64Array(problem.limits.length)
  let broken = 0
  problem.limits.forEach((limit, index) => {
    let sum = 0
    for (let at = 0; at < limit.arcs.length; at++) if (taken[limit.arcs[at] ?? 0]) sum += limit.coefficients[at] ?? 0
    const miss = missOf(limit, sum)
    missed[index] = miss
    if (limit.price === undefined) broken += miss
    else objective -= limit.price * miss
  })
  return { objective, missed, broken }
}
