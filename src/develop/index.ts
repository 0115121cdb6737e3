/** 精准培养: what a cadre lacks, and what is proposed for it. */

export { developmentDesigns } from './designs.ts'
export {
  type CadreLedger,
  experienceLedger,
  type GrowthRoute,
  generalistRoutes,
  growthRoutes,
  type LedgerReader,
  type RouteEntry,
  specialistRoutes,
} from './experience/ledger.ts'
export {
  type ExperienceNeed,
  type ExperienceNeeds,
  experienceNeedNames,
  experienceNeeds,
  type OpenNeed,
} from './needs/experience-needs.ts'
export {
  type CareerPath,
  type PathAnswer,
  type PathReader,
  type PathStep,
  pathList,
  pathReader,
  reserveOutlook,
} from './path/index.ts'
export {
  type PlacedPerson,
  type Placement,
  type PlacementState,
  placementList,
  placementResult,
  placementRound,
  type WhyNotPlaced,
  whyNotPlaced,
} from './placement/index.ts'
export { draftFacts, proposedSteps } from './plan/proposal.ts'
export { openSteps, type PlanStep, planSteps } from './plan/steps.ts'
export {
  openings,
  type PostedNeed,
  type PostingProposal,
  type Postings,
  postingList,
  postingProposals,
} from './posting/index.ts'
export { type AssessedQuality, professionalQualities, qualityReader } from './track/professional-quality.ts'
export { type TrackProposal, type TrackVerdict, trackProposals } from './track/track-proposals.ts'
export {
  accountReader,
  type Course,
  catalogueOf,
  coursesReader,
  editPlan,
  type HoursAccount,
  leaveShareOn,
  planTraining,
  planYear,
  type Topic,
  type TopicState,
  type Training,
  type TrainingSource,
  topicDueOn,
  trainingDues,
  trainingNeeds,
  trainingOn,
  type YearOfHours,
  yearsOfHours,
} from './training/index.ts'
export { type DevelopmentWork, developmentWork } from './work.ts'
