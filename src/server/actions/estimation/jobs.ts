import type { OnProgress } from '#domain/progress.ts'
import type { WorkingPaper } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import {
  type AcceptanceReading,
  type AchievementEstimation,
  type AchievementSettings,
  calibrateRatings,
  estimateAchievement,
  type RatingCalibration,
  ratingMeasures,
  readAcceptance,
  readSurveys,
} from '#identify/index.ts'

/** What a place sets and an estimation needs: read from the rule book on this side, because a rule book cannot be sent. */
export interface JobSettings {
  readonly achievement: AchievementSettings
}

type Job<Result> = (snapshot: Snapshot, onProgress: OnProgress, settings: JobSettings) => Result

/** Each half is fitted one measure from the other, so the halves are the same on every machine, and so are the results. */
const half = Math.ceil(ratingMeasures.length / 2)

const ratings =
  (measures: readonly string[]): Job<Pick<RatingCalibration, 'estimates' | 'measures'>> =>
  (snapshot, onProgress) => {
    const { estimates, measures: found } = calibrateRatings(snapshot, { measures, onProgress })
    return { estimates, measures: found }
  }

/** Reports of the surveys, and what each channel of public recognition says by itself. */
const recognition: Job<{ readonly papers: readonly WorkingPaper[]; readonly acceptance: AcceptanceReading }> = (
  snapshot,
  onProgress,
) => {
  const { papers, model } = readSurveys(snapshot)
  onProgress({ step: { zh: '分析测评质量', en: 'Reporting on the surveys' }, fraction: 0.6 })
  return { papers, acceptance: readAcceptance(snapshot, model) }
}

const achievement: Job<AchievementEstimation> = (snapshot, onProgress, settings) =>
  estimateAchievement(snapshot, settings.achievement, onProgress)

/**
 * The estimations that take long on a large city: by name, a function of the snapshot whose answer can be sent from process
 * to process. They do not read each other's answers.
 */
export const jobs = {
  ratings: ratings(ratingMeasures.slice(0, half)),
  furtherRatings: ratings(ratingMeasures.slice(half)),
  recognition,
  achievement,
} satisfies Record<string, Job<object>>

export type JobName = keyof typeof jobs
export type JobResults = { readonly [J in JobName]: ReturnType<(typeof jobs)[J]> }
export const jobNames = Object.keys(jobs) as JobName[]
