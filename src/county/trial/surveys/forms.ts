import { Random } from '../../random.ts'
import { heavyTailed } from '../draws.ts'

/** A survey form: its scale, and the marks it turns a feeling into. Forms use their scales differently, with ceilings. */
export interface Form {
  readonly scaleMax: number
  readonly share: number
  score(feeling: number, isHeaped: boolean): number
}

/** `thresholds[k]`: above it the mark is at least k + 2. Most marks are near the top. */
const ordinal = (share: number, thresholds: readonly number[]): Form => ({
  scaleMax: thresholds.length + 1,
  share,
  score: (feeling) => 1 + thresholds.filter((threshold) => feeling > threshold).length,
})

/** Points out of a hundred, half of them rounded to fives. */
const points = (share: number, centre: number, slope: number): Form => ({
  scaleMax: 100,
  share,
  score(feeling, isHeaped) {
    const raw = centre + slope * feeling
    return Math.max(0, Math.min(100, isHeaped ? 5 * Math.round(raw / 5) : Math.round(raw)))
  },
})

const fivePoint = ordinal(25, [-2.2, -1.2, -0.35, 0.6])
export const kindHundred = points(18, 86, 8)
export const forms: readonly Form[] = [
  ordinal(15, [-1.5, -0.1]),
  ordinal(20, [-2, -1.05, 0.25]),
  ordinal(10, [-1.3, -0.3, 0.9]),
  fivePoint,
  kindHundred,
  points(12, 76, 12),
]
/** Forms that are put before the public. */
export const publicForms: readonly Form[] = [fivePoint, kindHundred]

/** Standard deviations of what stands between the person and the mark, on the scale of ability (about 0.55). */
export const spread = { severity: 0.42, halo: 0.4, item: 0.5 } as const
export const classHabit = { A: -0.2, B: 0, C: 0.1 } as const
export type RaterClass = keyof typeof classHabit
export const classShares: readonly (readonly [RaterClass, number])[] = [
  ['A', 10],
  ['B', 35],
  ['C', 55],
]

const draws = Array.from({ length: 400 }, (_, index) => {
  const random = new Random(20260101, 'trial-expectation', index)
  const feeling =
    classHabit[random.weighted(classShares)] +
    spread.severity * heavyTailed(random, 3) +
    spread.halo * heavyTailed(random, 5) +
    spread.item * random.normal()
  return { feeling, isHeaped: index % 2 === 0 }
})

/**
 * The share of the full mark that a person of this ability can expect of a rater drawn at random on a form drawn at random,
 * customs of units set aside: what a fair average estimates.
 */
export function expectedShare(ability: number, among: readonly Form[] = forms): number {
  const weights = among.reduce((sum, form) => sum + form.share, 0)
  let expected = 0
  for (const form of among) {
    let sum = 0
    for (const { feeling, isHeaped } of draws) sum += form.score(ability + feeling, isHeaped)
    expected += (form.share / weights) * (sum / draws.length / form.scaleMax)
  }
  return expected
}
