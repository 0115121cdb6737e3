import type { OnProgress } from '#domain/progress.ts'
import type { WorkingPaper } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import {
  type AcceptanceReading,
  type AchievementEstimation,
  type AchievementSettings,
  calibrateRatings,
  estimateAchievement,
  type FittedMeasure,
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

interface RatingsJob extends Pick<RatingCalibration, 'estimates' | 'measures'> {
  /** Reports of the surveys. */
  readonly papers: readonly WorkingPaper[]
  /** What each channel of public recognition says by itself. */
  readonly acceptance: AcceptanceReading
}

/** The overall rating is fitted once: the survey reports and the channels of public recognition go on from it. */
const ratings: Job<RatingsJob> = (snapshot, onProgress) => {
  let overall: FittedMeasure | undefined
  const { estimates, measures } = calibrateRatings(snapshot, {
    measures: ratingMeasures.slice(0, half),
    onFit: (fitted) => {
      if (fitted.measure === 'rating') overall = fitted
    },
    onProgress: ({ step, fraction }) => onProgress({ step, fraction: 0.6 * fraction }),
  })
  const { papers, model } = readSurveys(snapshot, overall)
  onProgress({ step: { zh: '分析测评质量', en: 'Reporting on the surveys' }, fraction: 0.8 })
  return { estimates, measures, papers, acceptance: readAcceptance(snapshot, model) }
}

const furtherRatings: Job<Pick<RatingCalibration, 'estimates' | 'measures'>> = (snapshot, onProgress) => {
  const { estimates, measures } = calibrateRatings(snapshot, { measures: ratingMeasures.slice(half), onProgress })
  return { estimates, measures }
}

const achievement: Job<AchievementEstimation> = (snapshot, onProgress, settings) =>
  estimateAchievement(snapshot, settings.achievement, onProgress)

/**
 * The estimations that take long on a large city: by name, a function of the snapshot whose answer can be sent from process
 * to process. They do not read each other's answers.
 */
export const jobs = {
  ratings,
  furtherRatings,
  achievement,
} satisfies Record<string, Job<object>>

export type JobName = keyof typeof jobs
export type JobResults = { readonly [J in JobName]: ReturnType<(typeof jobs)[J]> }
export const jobNames = Object.keys(jobs) as JobName[]
