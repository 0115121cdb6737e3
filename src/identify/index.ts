export { ratingMeasures } from './recognition/ballots.ts'
export {
  type CalibrateRatingsOptions,
  calibrateRatings,
  type MeasureCalibration,
  type PairComparison,
  type RatingCalibration,
  type RawMean,
} from './recognition/calibrate-ratings.ts'
export type { ComparableGroup } from './recognition/comparable-groups.ts'
