export type { Account, Bearing, ConductCount, ConductEvent } from './character/conduct.ts'
export {
  type CharacterPaper,
  type CharacterReading,
  type Mark,
  type ReadText,
  readCharacter,
} from './character/paper.ts'
export { type Breadth, breadths, type ChannelCoverage, type Coverage, type Side, sides } from './intake/completeness.ts'
export {
  type ClaimShown,
  type EvidencePaper,
  type EvidenceSummary,
  evidencePaper,
  type FactShown,
  type ThinlyKnown,
} from './intake/evidence-paper.ts'
export { linkPeople, type PersonLink, type PersonLinks } from './intake/linkage/link-people.ts'
export { linkUnits, type UnitLink, type UnitLinks, type UnitListing } from './intake/linkage/link-units.ts'
export { comparisons, levelNames, type PersonListing } from './intake/linkage/person-comparison.ts'
export { grounds, type SettledBy } from './intake/resolve.ts'
export { type EvidenceReview, reviewEvidence } from './intake/review-evidence.ts'
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
export {
  type Ground,
  type SheetLine,
  type SheetOutput,
  type SynthesisPaper,
  sheetOutputs,
  synthesise,
} from './synthesis/sheet.ts'
export {
  type Certainty,
  certaintyBetween,
  certaintyOf,
  type GroupStanding,
  groupStandings,
  tiersOf,
} from './synthesis/standing.ts'
export { type CoursePaper, type EarlySigns, earlySigns, type FalseAlarms } from './signs/early-signs.ts'
export { type SignKind, signKinds } from './signs/watch.ts'
export { signWords } from './signs/wording.ts'
export { partWords } from './team/condition.ts'
export type { ConditionPaper, PaperMember, PaperPart } from './team/condition-paper.ts'
export { type TeamConditions, teamConditions } from './team/team-conditions.ts'
