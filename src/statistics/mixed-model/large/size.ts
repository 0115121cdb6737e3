import { type Design, isMembership } from '../design.ts'
import type { FactorLimits } from '../elimination-order.ts'

/**
 * The largest factor that is made: 1.6 GB, and three minutes for it and its inverse at a usual 5 billion multiplications a
 * second. Beyond it a fit by iteration is both quicker and smaller.
 */
export const largestFactor: FactorLimits = { numbers: 2e8, work: 1e12 }

/** So many pairs of effects in the rows take three gigabytes while they are counted. */
const mostPairs = 1e8

/**
 * Have the rows of a design too many pairs of effects to look at? Whether a factor would be too large depends on how the
 * levels hang together, which only the order of its elimination tells.
 */
export function hasTooManyPairs({ random, response }: Design): boolean {
  const rows = Math.max(1, response.length)
  const entries = random.reduce((sum, term) => sum + (isMembership(term) ? term.members.length : rows), 0) / rows
  return (rows * entries * (entries - 1)) / 2 > mostPairs
}
