/** 精准培养: what a cadre lacks, and what is proposed for it. */
export { developmentDesigns } from './designs.ts'
export { experienceLedger, type LedgerReader } from './experience/ledger.ts'
export { type ExperienceNeeds, experienceNeedNames, experienceNeeds, type OpenNeed } from './needs/experience-needs.ts'
export { type CareerPath, type PathAnswer, type PathReader, type PathStep, pathReader } from './path/index.ts'
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
  type PostingGround,
  type PostingProposal,
  type Postings,
  postingSearch,
} from './posting/index.ts'
export { type AssessedQuality, qualityReader } from './track/professional-quality.ts'
export { type TrackProposal, trackProposals } from './track/track-proposals.ts'
export {
  type Course,
  catalogueOf,
  editPlan,
  type HoursAccount,
  leaveShareOn,
  planTraining,
  planYear,
  type Topic,
  type Training,
  topicDueOn,
  trainingDues,
  trainingOn,
  yearsOfHours,
} from './training/index.ts'
export { developmentWork } from './work.ts'
