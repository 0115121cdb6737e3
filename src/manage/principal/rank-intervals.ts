/** Where principals stand among comparable principals: an interval of ranks, from estimates that were made already. */
import { certaintyOf, type SeparableEstimate } from '#domain/estimate.ts'
import type { CadreEstimate } from '#domain/results.ts'

export interface RankInterval {
  /** Best and worst rank that the data leave open. */
  readonly from: number
  readonly to: number
  readonly of: number
  readonly group: string
  /** Of the others: how many are surely above, surely below, and cannot be told apart. */
  readonly above: number
  readonly below: number
  readonly alike: number
  /** From the least lower bound of the group to its greatest upper one: the scale to draw it on. */
  readonly range: { readonly from: number; readonly to: number }
}

/**
 * Ranks of people inside each comparable group, by one measure: somebody counts as above only where the data tell the two
 * apart (P ≥ .95). Who has no value of one's own, or nobody to be compared with, is left out.
 * @example rankIntervals(estimates).get('C0001') // { from: 2, to: 9, of: 14, … }
 */
export function rankIntervals(estimates: readonly CadreEstimate[]): ReadonlyMap<string, RankInterval> {
  const known = estimates.flatMap(({ cadreId, estimate }) => (estimate.separable ? [{ cadreId, estimate }] : []))
  const found = new Map<string, RankInterval>()
  for (const [group, members] of Map.groupBy(known, ({ estimate }) => estimate.group)) {
    if (members.length < 2) continue
    const range = {
      from: Math.min(...members.map(({ estimate }) => estimate.lower)),
      to: Math.max(...members.map(({ estimate }) => estimate.upper)),
    }
    for (const { cadreId, estimate } of members) {
      const sides = members.filter((other) => other.cadreId !== cadreId).map((other) => side(other.estimate, estimate))
      const above = sides.filter((one) => one === 1).length
      const below = sides.filter((one) => one === -1).length
      const of = members.length
      found.set(cadreId, {
        from: above + 1,
        to: of - below,
        of,
        group,
        above,
        below,
        alike: of - 1 - above - below,
        range,
      })
    }
  }
  return found
}

/** 1: the other is surely higher; −1: surely lower; 0: cannot be told. */
function side(other: SeparableEstimate, one: SeparableEstimate): 1 | 0 | -1 {
  const difference = other.value - one.value
  if (certaintyOf(difference / Math.hypot(other.sd, one.sd)) !== 'separable') return 0
  return difference > 0 ? 1 : -1
}
