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
  labelOfKind,
  type PathAnswer,
  type PathExposure,
  type PathGround,
  type PathReader,
  type PathStep,
  pathExposures,
  pathList,
  pathReader,
  reserveOutlook,
  type Uncertainty,
  type UncertaintyKind,
  uncertaintyKinds,
} from './path/index.ts'
export {
  type Placed,
  type PlacedPerson,
  type Placement,
  type PlacementFault,
  type PlacementGround,
  type PlacementState,
  placementList,
  placementResult,
  placementRound,
  type WhyNotPlaced,
  whyNotAnswers,
  whyNotPlaced,
} from './placement/index.ts'
export { draftFacts, type ProposedStep, planList, proposedSteps } from './plan/proposal.ts'
export { openSteps, type PlanStep, type PlanStepState, planSteps } from './plan/steps.ts'
export {
  type Exposure,
  exposureReader,
  exposures,
  type Gain,
  type OpeningCause,
  type OpenSeat,
  openings,
  openSeats,
  type PostedNeed,
  type PostingGround,
  type PostingProposal,
  type Postings,
  postingList,
  postingProposals,
} from './posting/index.ts'
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
