import { Random } from './random.ts'

/** Standard deviations of what stands between ability and score, on the scale of ability (0.5). */
export const spread = { severity: 0.4, culture: 0.3, ballot: 0.5, item: 0.62 } as const
export const classEffect = { A: -0.15, B: 0, C: 0.08 } as const
export type RaterClass = keyof typeof classEffect
export const classShares: readonly (readonly [RaterClass, number])[] = [
  ['A', 12],
  ['B', 33],
  ['C', 55],
]

export const scales: readonly (readonly [number, number])[] = [
  [10, 5],
  [100, 3],
  [5, 2],
]

/** Mean of a scale and points per unit of ability, as shares of its maximum. */
const centre = 0.78
const slope = 0.15

/** The score on a scale for what the rater feels; scores are whole and stop at the top and the bottom. */
export const scoreOf = (feeling: number, scaleMax: number): number =>
  Math.max(scaleMax === 100 ? 0 : 1, Math.min(scaleMax, Math.round(scaleMax * (centre + slope * feeling))))

export const severityOf = (seed: number, raterId: string): number =>
  spread.severity * new Random(seed, 'severity', raterId).normal()

/** The custom of a unit: how kindly the people who work there score anybody. */
export const cultureOf = (seed: number, unitId: string): number =>
  spread.culture * new Random(seed, 'culture', unitId).normal()

const nodes = Array.from({ length: 121 }, (_, index) => -4 + (8 * index) / 120)
const densities = nodes.map((node) => Math.exp((-node * node) / 2))
const total = densities.reduce((sum, density) => sum + density, 0)

/**
 * The score / scale_max that a cadre of this ability can expect of a rater drawn at random, apart from the customs of
 * units: the true value that a calibrated rating estimates. Rounding and the ends of the scales are in it.
 */
export function expectedScore(ability: number): number {
  const deviation = Math.hypot(spread.severity, spread.ballot, spread.item)
  const weights = scales.reduce((sum, [, weight]) => sum + weight, 0)
  let expected = 0
  for (const [scaleMax, weight] of scales) {
    let mean = 0
    nodes.forEach((node, index) => {
      mean += ((densities[index] ?? 0) / total) * scoreOf(ability + deviation * node, scaleMax)
    })
    expected += (weight / weights) * (mean / scaleMax)
  }
  return expected
}
