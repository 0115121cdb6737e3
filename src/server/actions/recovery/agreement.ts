/** How well estimates agree with a known truth: pure figures over paired values, for synthetic cities only. */
import { halfWidth90 } from '#domain/estimate.ts'

/** An estimate with the bounds of its 90 % interval. */
export interface Interval {
  readonly group: string
  readonly value: number
  readonly lower: number
  readonly upper: number
}

/** One cadre or unit of which the truth and the estimate are known. */
export interface Recovered extends Interval {
  readonly truth: number
}

export interface Agreement {
  readonly spearman: number
  readonly pearson: number
}

export interface PairFigures {
  /** Share of pairs of which the estimates say with 95 % who is ahead. */
  readonly told: number
  /** Share of those whose true order is the same. */
  readonly right: number
  readonly pairs: number
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

export function pearson(left: readonly number[], right: readonly number[]): number {
  const leftMean = mean(left)
  const rightMean = mean(right)
  let product = 0
  let leftSquare = 0
  let rightSquare = 0
  left.forEach((value, index) => {
    const a = value - leftMean
    const b = (right[index] ?? 0) - rightMean
    product += a * b
    leftSquare += a * a
    rightSquare += b * b
  })
  return product / Math.sqrt(leftSquare * rightSquare)
}

/** Ranks from 1; equal values share their mean rank. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const result = values.map(() => 0)
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1
    for (let place = start; place < end; place += 1) result[order[place] ?? 0] = (start + end + 1) / 2
    start = end
  }
  return result
}

export const agreement = (left: readonly number[], right: readonly number[]): Agreement => ({
  spearman: pearson(ranks(left), ranks(right)),
  pearson: pearson(left, right),
})

/** The mean of every group, and the members of groups of two or more as distances from it. */
export function centred(values: readonly number[], groups: readonly string[]): (number | undefined)[] {
  const sums = new Map<string, { sum: number; count: number }>()
  values.forEach((value, index) => {
    const group = groups[index] ?? ''
    const { sum, count } = sums.get(group) ?? { sum: 0, count: 0 }
    sums.set(group, { sum: sum + value, count: count + 1 })
  })
  return values.map((value, index) => {
    const { sum, count } = sums.get(groups[index] ?? '') ?? { sum: 0, count: 0 }
    return count < 2 ? undefined : value - sum / count
  })
}

/** Truth and estimate as distances from their means in the comparable group; groups of one are left out. */
export function centredByGroup(people: readonly Recovered[]): Recovered[] {
  const groups = people.map((person) => person.group)
  const truths = centred(
    people.map((person) => person.truth),
    groups,
  )
  const values = centred(
    people.map((person) => person.value),
    groups,
  )
  return people.flatMap((person, index) => {
    const [truth, value] = [truths[index], values[index]]
    if (truth === undefined || value === undefined) return []
    const shift = value - person.value
    return [{ group: person.group, truth, value, lower: person.lower + shift, upper: person.upper + shift }]
  })
}

/**
 * Points of truth for one point of the estimate (least squares through the origin of centred values). A posterior mean on
 * the scale of the truth has slope 1; on another scale intervals are held against the truth after they are rescaled by it.
 */
export const slopeOf = (people: readonly Recovered[]): number =>
  people.reduce((sum, { truth, value }) => sum + truth * value, 0) /
  people.reduce((sum, { value }) => sum + value * value, 0)

export const rescaled = (people: readonly Recovered[], slope: number): Recovered[] =>
  people.map((person) => ({
    ...person,
    value: slope * person.value,
    lower: slope * person.lower,
    upper: slope * person.upper,
  }))

export const coverage = (people: readonly Recovered[]): number =>
  people.filter(({ truth, lower, upper }) => truth >= lower && truth <= upper).length / people.length

export const meanWidth = (people: readonly Recovered[]): number => mean(people.map(({ lower, upper }) => upper - lower))

/** One-sided 95 % point of the standard normal: half the width of a 90 % interval in standard deviations. */
const decided = halfWidth90
const pairsPerPerson = 20

/** Do two estimates say with 95 % who is ahead, their errors taken as independent? */
export function isTold(left: Interval, right: Interval): boolean {
  const deviation = Math.hypot(left.upper - left.lower, right.upper - right.lower) / (2 * halfWidth90)
  return Math.abs(left.value - right.value) >= decided * deviation
}

/**
 * Each person against some others of the same group, at fixed distances in the list. The two posterior errors count as
 * independent, which makes pairs of one unit look a little less sure than they are.
 */
export function pairFigures(people: readonly Recovered[]): PairFigures {
  let pairs = 0
  let told = 0
  let right = 0
  for (const members of Map.groupBy(people, (person) => person.group).values()) {
    members.forEach((person, index) => {
      for (let step = 1; step <= pairsPerPerson && step < members.length; step += 1) {
        const other = members[(index + step * 7 + 1) % members.length]
        if (!other || other === person) continue
        pairs += 1
        if (!isTold(person, other)) continue
        told += 1
        if (person.value > other.value === person.truth > other.truth) right += 1
      }
    })
  }
  return { told: told / pairs, right: right / told, pairs }
}
