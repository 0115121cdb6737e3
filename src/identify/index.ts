export type { Account, Bearing, ConductCount, ConductEvent } from './character/conduct.ts'
export {
  type CharacterPaper,
  type CharacterReading,
  type Mark,
  type ReadText,
  readCharacter,
} from './character/paper.ts'
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
