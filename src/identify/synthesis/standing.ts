import { type Certainty, certaintyOf, halfWidth90 } from '#domain/estimate.ts'
import type { CadreEstimate } from '#domain/results.ts'
import { normalCdf, tiersOf } from '#statistics/index.ts'

/** Where an estimate stands among those it may be compared with. */
export interface GroupStanding {
  readonly measure: string
  readonly group: string
  readonly size: number
  readonly median: number
  readonly side: 'above' | 'below'
  readonly certainty: Certainty
  /** Probability of lying above the median. */
  readonly aboveMedian: number
  /** 90 % interval of the rank from the top, with estimates taken as independent. */
  readonly rank: { readonly from: number; readonly to: number }
}

export interface Member {
  readonly cadreId: string
  readonly value: number
  readonly sd: number
}

/** Others are read through at most this many bundles of like ones; ranks of a large group are then right within a few. */
const bundles = 256

/**
 * The standing of every separable estimate in its group, by cadre and measure. A rank is given as an interval, never as an
 * ordinal (Goldstein and Spiegelhalter 1996, JRSS A 159:385–443).
 *
 * @example groupStandings(estimates).get('C000001')?.get('rating')?.rank // { from: 12, to: 218 }
 */
export function groupStandings(
  estimates: readonly CadreEstimate[],
): ReadonlyMap<string, ReadonlyMap<string, GroupStanding>> {
  const found = new Map<string, Map<string, GroupStanding>>()
  const groups = Map.groupBy(
    estimates.filter(({ measure, estimate }) => estimate.separable && !measure.startsWith('fit:')),
    ({ measure, estimate }) => `${measure} ${estimate.group}`,
  )
  for (const group of groups.values()) {
    const members = group
      .flatMap(({ cadreId, estimate }): Member[] =>
        estimate.separable ? [{ cadreId, value: estimate.value, sd: estimate.sd }] : [],
      )
      .sort((a, b) => a.value - b.value)
    const [first] = group
    if (!first || members.length < 2) continue
    const median = medianOf(members)
    const ranked = ranking(members)
    for (const member of members) {
      const deviations = member.sd > 0 ? (member.value - median) / member.sd : 0
      const own = found.get(member.cadreId) ?? new Map<string, GroupStanding>()
      found.set(member.cadreId, own)
      own.set(first.measure, {
        measure: first.measure,
        group: first.estimate.group,
        size: members.length,
        median,
        side: deviations >= 0 ? 'above' : 'below',
        certainty: certaintyOf(deviations),
        aboveMedian: normalCdf(deviations),
        rank: ranked(member),
      })
    }
  }
  return found
}

/** Of members in rising order. */
function medianOf(members: readonly Member[]): number {
  const middle = members.length / 2
  const at = (index: number): number => members[index]?.value ?? 0
  return members.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2
}

/**
 * The 90 % interval of a rank: how many others lie above, when the own value moves within its 90 % and each of the others
 * about its own.
 */
function ranking(members: readonly Member[]): (member: Member) => GroupStanding['rank'] {
  const bundled = bundlesOf(members)
  const above = (value: number, own: Member): { mean: number; variance: number } => {
    let mean = 0
    let variance = 0
    for (const { value: other, sd, count } of bundled) {
      const probability = sd > 0 ? normalCdf((other - value) / sd) : Number(other > value)
      mean += count * probability
      variance += count * probability * (1 - probability)
    }
    const self = own.sd > 0 ? normalCdf((own.value - value) / own.sd) : 0
    return { mean: Math.max(0, mean - self), variance: Math.max(0, variance - self * (1 - self)) }
  }
  return (member) => {
    const middle = above(member.value, member)
    const best = above(member.value + halfWidth90 * member.sd, member).mean
    const worst = above(member.value - halfWidth90 * member.sd, member).mean
    const noise = halfWidth90 * Math.sqrt(middle.variance)
    const from = middle.mean - Math.hypot(middle.mean - best, noise)
    const to = middle.mean + Math.hypot(worst - middle.mean, noise)
    return {
      from: Math.max(1, Math.round(1 + from)),
      to: Math.min(members.length, Math.round(1 + to)),
    }
  }
}

function bundlesOf(members: readonly Member[]): { value: number; sd: number; count: number }[] {
  const size = Math.max(1, Math.ceil(members.length / bundles))
  const found: { value: number; sd: number; count: number }[] = []
  for (let from = 0; from < members.length; from += size) {
    const some = members.slice(from, from + size)
    const mean = (of: (member: Member) => number): number => some.reduce((sum, each) => sum + of(each), 0) / some.length
    found.push({ value: mean(({ value }) => value), sd: mean(({ sd }) => sd), count: some.length })
  }
  return found
}

/**
 * Tiers from the highest down, with the estimates taken as independent: nobody in a tier can be told from its first member.
 * Inside a tier there is no order.
 * @example tiersAmong([{ cadreId: 'A', value: 3, sd: 0.1 }, { cadreId: 'B', value: 1, sd: 0.1 }]) // [['A'], ['B']]
 */
export function tiersAmong(members: readonly Member[]): string[][] {
  const sorted = members.toSorted((a, b) => (a.cadreId < b.cadreId ? -1 : 1))
  const tiers = tiersOf(
    sorted.map(({ value }) => value),
    (higher, lower) => {
      const [a, b] = [sorted[higher], sorted[lower]]
      if (!a || !b) return false
      return certaintyOf((a.value - b.value) / Math.hypot(a.sd, b.sd)) === 'separable'
    },
  )
  const found: string[][] = []
  sorted.forEach(({ cadreId }, place) => {
    const tier = (tiers[place] ?? 1) - 1
    found[tier] = [...(found[tier] ?? []), cadreId]
  })
  return found
}
