export { type AchievementEstimation, estimateAchievement } from './achievement/estimate-achievement.ts'
export type { AchievementPaper, TradeRank, UnitResultsPaper, UnitServed } from './achievement/paper.ts'
export { type AchievementSettings, achievementRule, achievementSettings } from './achievement/settings.ts'
export type { Account, Bearing, ConductCount, ConductEvent } from './character/conduct.ts'
export {
  type CharacterPaper,
  type CharacterReading,
  type Mark,
  type ReadText,
  readCharacter,
} from './character/paper.ts'
export type { Breadth, ChannelCoverage, Coverage, Side } from './intake/completeness.ts'
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
export { compareListings, comparisons, levelNames, type PersonListing } from './intake/linkage/person-comparison.ts'
export type { SettledBy } from './intake/resolve.ts'
export { type EvidenceReview, reviewEvidence } from './intake/review-evidence.ts'
export { fieldLabel, sourceLabel, valueLabel } from './intake/source-words.ts'
export {
  type AcceptanceChannel,
  acceptanceChannels,
  type BesideChannel,
  besideChannels,
  leastAnswers,
} from './recognition/acceptance/channels.ts'
export { combineChannels, type PublicRecognition } from './recognition/acceptance/combine-channels.ts'
export type { Oddity } from './recognition/acceptance/guards.ts'
export type { DisagreementList, RecognitionPaper } from './recognition/acceptance/paper.ts'
export { type AcceptanceReading, readAcceptance } from './recognition/acceptance/read-acceptance.ts'
export { ratingMeasures } from './recognition/ballots.ts'
export {
  type CalibrateRatingsOptions,
  calibrateRatings,
  type FittedMeasure,
  type MeasureCalibration,
  type PairComparison,
  type RatingCalibration,
  type RawMean,
} from './recognition/calibrate-ratings.ts'
export type { ComparableGroup } from './recognition/comparable-groups.ts'
export type { ConductKind } from './recognition/survey/conduct/flags.ts'
export type { ConductRow, RatingsPaper, SurveyPaper } from './recognition/survey/papers.ts'
export { readSurveys, type SurveyReading } from './recognition/survey/read-surveys.ts'
export { type CoursePaper, type EarlySigns, earlySigns, type FalseAlarms } from './signs/early-signs.ts'
export { type SignKind, signKinds } from './signs/watch.ts'
export { signWords } from './signs/wording.ts'
export { type Direction, directionOf } from './synthesis/direction.ts'
export { atWork, type Exposure, exposureOf, postsOf, sectorOf, type TimeOn, timeOn } from './synthesis/exposure.ts'
export { type SynthesisSettings, synthesisRule, synthesisSettings } from './synthesis/settings.ts'
export {
  type Ground,
  type SheetLine,
  type SheetOutput,
  type SynthesisPaper,
  sheetOutputs,
  synthesise,
} from './synthesis/sheet.ts'
export {
  type GroupStanding,
  groupStandings,
  tiersAmong,
} from './synthesis/standing.ts'
export { readGroup } from './team/comparable-teams.ts'
export { partWords } from './team/condition.ts'
export type { ConditionPaper, PaperMember, PaperPart } from './team/condition-paper.ts'
export { type TeamConditions, teamConditions } from './team/team-conditions.ts'
