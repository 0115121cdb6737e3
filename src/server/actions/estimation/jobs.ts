import type { OnProgress } from '#domain/progress.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { calibrateRatings, type RatingCalibration, ratingMeasures } from '#identify/index.ts'

type Job<Result> = (snapshot: Snapshot, onProgress: OnProgress) => Result

/** Each half is fitted one measure from the other, so the halves are the same on every machine, and so are the results. */
const half = Math.ceil(ratingMeasures.length / 2)

const ratings =
  (measures: readonly string[]): Job<Pick<RatingCalibration, 'estimates' | 'measures'>> =>
  (snapshot, onProgress) => {
    const { estimates, measures: found } = calibrateRatings(snapshot, { measures, onProgress })
    return { estimates, measures: found }
  }

/**
 * The estimations that take long on a large city: by name, a function of the snapshot whose answer can be sent from process
 * to process. They do not read each other's answers.
 */
export const jobs = {
  ratings: ratings(ratingMeasures.slice(0, half)),
  furtherRatings: ratings(ratingMeasures.slice(half)),
} satisfies Record<string, Job<object>>

export type JobName = keyof typeof jobs
export type JobResults = { readonly [J in JobName]: ReturnType<(typeof jobs)[J]> }
export const jobNames = Object.keys(jobs) as JobName[]
