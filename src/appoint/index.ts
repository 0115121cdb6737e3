/**
 * 精准使用: who may be considered for a vacancy, with article-cited reasons, and how well candidates fit what the seat asks
 * for. The system lists and compares; people decide.
 */
export {
  type Absence,
  type AbsenceCause,
  absenceOf,
  type ListedFit,
} from './absence.ts'
export { type Considerations, considerations, themeOfVacancy } from './considerations/considerations.ts'
export { type Bearing, bearings, type Factor, factors, type Row as ConsiderationRow } from './considerations/row.ts'
export { nameOfBand } from './considerations/team-need.ts'
export { type Comparison, compareVacancies } from './eligibility.ts'
export { explainPair, pairNamed } from './explain-pair.ts'
export {
  type Closing,
  type ElementFit,
  type EvidenceKind,
  type EvidenceShown,
  evidenceKinds,
  type FacetFit,
  type FitDifference,
  type FitExplanation,
  type GapState,
  type KnownLevel,
  type SimilarService,
} from './fit/explanation.ts'
export { type Shortlists, shortlistVacancies } from './fit/shortlist.ts'
export { type Ground, groundOf } from './ground.ts'
export { type ComparableFits, comparableFits, widestPart } from './meeting.ts'
export { type PartySpiritStatement, partySpiritEvidence } from './requirements/party-spirit.ts'
export {
  type AskedOfSeat,
  type RequirementOrigin,
  requirementsOf,
  type SeatRequirements,
} from './requirements/seat-requirements.ts'
export { type Likeness, type Similarity, type SimilarityReader, seatSimilarity } from './requirements/similarity.ts'
export {
  type ConcurrentSeat,
  type OverQuota,
  planMonths,
  type Retirement,
  type SeatsBoard,
  seatsBoard,
  type TeamQuota,
  teamQuotas,
  unitsUnder,
} from './seats-board.ts'
export { goalWords, labelOfLock } from './slate/goals.ts'
export {
  type OpenPreview,
  openPreview,
  type PreviewedPerson,
  previewKey,
  type SlatePreview,
} from './slate/preview.ts'
export { openedPairs, proposeSlate } from './slate/propose.ts'
export { type SlateSearchOptions, type SlateState, searchSlate } from './slate/search.ts'
export { defaultRequest } from './slate/settings.ts'
export { type CheckedPlan, verifySlate } from './slate/verify.ts'
export { type WhyNot, whyNot } from './slate/why-not.ts'
export { asksFor } from './slate/wording.ts'
export { type Meeting, meetings, type StrengthAtSeat, type Strengths, strengthsFor } from './strengths/strengths.ts'
export { type Trait, traits } from './strengths/traits.ts'
export type { SeatChange } from './team/constellation.ts'
export { isOfKind, type KindTest } from './team/kinds.ts'
export {
  compareInSeat,
  type MoveOutcome,
  type RecusalCheck,
  type SheetColumn,
  type Simulation,
  simulate,
  type TeamOutcome,
} from './team/simulation.ts'
export { type GoalState, goalState, standingOf } from './team/standing.ts'
export { type StructureGroup, type StructureLine, structureGroups } from './team/structure.ts'
export { type TeamOnBoard, teamsOnBoard } from './team/teams-on-board.ts'
export type { VacatedSeat } from './team/vacated.ts'
export { labelOfFloor, labelOfKind } from './team/wording.ts'
export { type Support, type SupportKind, supportKinds } from './theme/support.ts'
export { type Theme, type ThemeEvidence, themeReader, themes } from './theme/theme-evidence.ts'
export { type TrackRecords, trackRecords } from './theme/track-record.ts'
export { type AgeBand, type AgeStructure, ageStructure, type TeamAges } from './timing/ages.ts'
export { type Limit, type LimitKind, limitKinds, limitsAhead, type TeamAhead, teamsAhead } from './timing/limits.ts'
export { labelsOfPostings, type Posting } from './timing/posting.ts'
export { candidatesFor, type Readiness, readinessReader, type Step, steps } from './timing/readiness.ts'
export { timingSettings, youngRule } from './timing/settings.ts'
export { type YoungAndReady, type YoungList, youngAndReady } from './timing/young.ts'
export { isVacant } from './vacant.ts'
