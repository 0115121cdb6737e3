/** How well estimates agree with a known truth: pure figures over paired values, for synthetic cities only. */
import { halfWidth90 } from '#domain/estimate.ts'

/** One cadre of whom the truth, the estimate and the raw mean are known. */
export interface Recovered {
  readonly group: string
  readonly truth: number
  readonly raw: number
  readonly value: number
  readonly lower: number
  readonly upper: number
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

/** Truth, raw mean and estimate, each as a distance from its mean in the comparable group; groups of one are left out. */
export function centredByGroup(people: readonly Recovered[]): Recovered[] {
  return [...Map.groupBy(people, (person) => person.group).values()].flatMap((members) => {
    if (members.length < 2) return []
    const truth = mean(members.map((member) => member.truth))
    const raw = mean(members.map((member) => member.raw))
    const value = mean(members.map((member) => member.value))
    return members.map((member) => ({
      group: member.group,
      truth: member.truth - truth,
      raw: member.raw - raw,
      value: member.value - value,
      lower: member.lower - value,
      upper: member.upper - value,
    }))
  })
}

export const coverage = (people: readonly Recovered[]): number =>
  people.filter(({ truth, lower, upper }) => truth >= lower && truth <= upper).length / people.length

export const meanWidth = (people: readonly Recovered[]): number => mean(people.map(({ lower, upper }) => upper - lower))

/** One-sided 95 % point of the standard normal: half the width of a 90 % interval in standard deviations. */
const decided = halfWidth90
const pairsPerPerson = 20

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
        const deviation = Math.hypot(person.upper - person.lower, other.upper - other.lower) / (2 * halfWidth90)
        const distance = person.value - other.value
        if (Math.abs(distance) < decided * deviation) continue
        told += 1
        if (distance > 0 === person.truth > other.truth) right += 1
      }
    })
  }
  return { told: told / pairs, right: right / told, pairs }
}
