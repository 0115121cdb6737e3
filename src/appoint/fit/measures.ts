/** Calibrated estimates of people as distances from the mean of the group inside which they may be compared. */
import type { CadreEstimate } from '#domain/results.ts'

export const itemMeasures = [
  'rating.integrity',
  'rating.competence',
  'rating.diligence',
  'rating.achievement',
  'rating.probity',
] as const

/** What a fit reads of the estimates, and yearly evaluations, in the order in which a regression takes them. */
export const measures = ['rating', ...itemMeasures, 'recognition', 'evaluation', 'contribution'] as const
export type Measure = (typeof measures)[number]

export interface Reading {
  /** Log odds of a share of the full mark, or as it is; centred in its comparable group. */
  readonly value: number
  readonly sd: number
  readonly n: number
}

/** What is known of each cadre, by row of the cadres frame; measures that cannot be told apart are absent. */
export type Readings = ReadonlyMap<number, ReadonlyMap<Measure, Reading>>

/** Shares nearer to 0 or 1 than this are taken as this far. */
const edge = 0.005

/** Ratings are shares of the full mark: near the ceiling a point is worth more, which the log odds undo (delta method). */
function onOpenScale(measure: Measure, value: number, sd: number): { value: number; sd: number } {
  if (measure === 'contribution') return { value, sd }
  const share = Math.min(1 - edge, Math.max(edge, value))
  const odds = share * (1 - share)
  return { value: Math.log(share / (1 - share)), sd: sd / odds }
}

export function readMeasures(
  estimates: readonly CadreEstimate[],
  indexOf: (id: string) => number | undefined,
): Readings {
  const known = estimates.flatMap(({ cadreId, measure: name, estimate }) => {
    const measure = measures.find((one) => one === name)
    const cadre = indexOf(cadreId)
    if (measure === undefined || cadre === undefined || !estimate.separable) return []
    const { group, n } = estimate
    return [{ cadre, measure, key: `${measure} ${group}`, n, ...onOpenScale(measure, estimate.value, estimate.sd) }]
  })
  known.sort((a, b) => a.cadre - b.cadre)
  const means = new Map(
    [...Map.groupBy(known, ({ key }) => key)].map(([key, same]) => [
      key,
      same.reduce((sum, { value }) => sum + value, 0) / same.length,
    ]),
  )
  const readings = new Map<number, Map<Measure, Reading>>()
  for (const { cadre, measure, key, value, sd, n } of known) {
    const own = readings.get(cadre) ?? new Map<Measure, Reading>()
    readings.set(cadre, own.set(measure, { value: value - (means.get(key) ?? 0), sd, n }))
  }
  return readings
}
