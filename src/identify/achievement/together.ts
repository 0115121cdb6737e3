import type { AchievementFit } from './model.ts'
import { creditedRows, type PersonReading } from './people.ts'

/** Somebody with whom a person always answered for the same results, so that the data know the two together, not apart. */
export interface Inseparable {
  /** Row of the cadres table. */
  readonly cadre: number
  /** Share of the prior variance of their difference that the data have taken away. */
  readonly information: number
}

/** Below this the data say nothing on the difference of two people. */
export const leastInformation = 0.2
/** Two people always served together when this part of what either answered for is of both. */
const always = 0.9

/**
 * By level of the people: with whom each cannot be told apart because they always served together, nearest first. The rule is
 * 1 - s² of the difference / its prior variance < 0.2.
 */
export function inseparablePairs(fitted: AchievementFit, people: readonly PersonReading[]): Inseparable[][] {
  const { fit, people: membership, cadres, results } = fitted
  const found = Array.from(people, (): Inseparable[] => [])
  const prior = fit.random[0]?.variance ?? 0
  const spread = fit.random[0]?.predictionSd ?? new Float64Array(people.length)
  if (!(prior > 0)) return found
  const rowsOf = creditedRows(fitted)
  const shared = new Map<number, number>()
  for (let row = 0; row < results.length; row += 1) {
    const team = membership.members.subarray(membership.starts[row], membership.starts[row + 1])
    team.forEach((a, index) => {
      for (const b of team.subarray(index + 1)) {
        const pair = Math.min(a, b) * people.length + Math.max(a, b)
        shared.set(pair, (shared.get(pair) ?? 0) + 1)
      }
    })
  }
  for (const [pair, rows] of shared) {
    const a = Math.floor(pair / people.length)
    const b = pair % people.length
    if (rows < always * Math.max(rowsOf[a]?.length ?? 0, rowsOf[b]?.length ?? 0)) continue
    const covariance = fit.posterior.covariance({ factor: 0, level: a }, { factor: 0, level: b }) ?? 0
    const variance = (spread[a] as number) ** 2 + (spread[b] as number) ** 2 - 2 * covariance
    const information = 1 - variance / (2 * prior)
    if (information >= leastInformation) continue
    found[a]?.push({ cadre: cadres[b] as number, information })
    found[b]?.push({ cadre: cadres[a] as number, information })
  }
  for (const own of found) own.sort((x, y) => x.information - y.information || x.cadre - y.cadre)
  return found
}
