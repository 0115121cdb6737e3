/** 精准管理: what is due about seats and those who hold them. */
export { type Allowed, firstStepReader, stepWords } from './care/first-step.ts'
export { type Bounded, falseAlarmLedger, type LedgerLine } from './care/ledger.ts'
export { managementDesigns } from './designs.ts'
export { type GradeStep, gradeQueue, gradeStates } from './incentive/grade-queue.ts'
export { gradeShares } from './incentive/grade-shares.ts'
export { type ExcellentShare, excellentShares, type RewardDue, rewardKinds, rewardsDue } from './incentive/merit.ts'
export { type Asked, fitnessQuestions, toleranceQuestions } from './incentive/questions.ts'
export { keySeatDues } from './key-position/dues.ts'
export { countsIn, type KeyColumn, keyColumns, keyMatrix } from './key-position/matrix.ts'
export { type KeySeat, type KeySeatGround, keySeat, keySeats } from './key-position/register.ts'
export { letterOf } from './letters/index.ts'
export { type AuditDue, auditSource, auditsDue } from './principal/audits.ts'
export { principalCourse } from './principal/course.ts'
export {
  type CheckedItem,
  checkMeeting,
  type DecisionRecord,
  decisionRecord,
  sumOf,
} from './principal/decision-rules.ts'
export { factsOfItem, minutesFaults } from './principal/minutes.ts'
export { type OpenFinding, openFindings } from './principal/open-findings.ts'
export { type RankInterval, rankIntervals } from './principal/rank-intervals.ts'
export { type Principal, principalsIn, teamReader } from './principal/register.ts'
export { principalSettings } from './principal/settings.ts'
export { findingSource, findingsOf, principalDues } from './principal/work-lists.ts'
export { rotationDues } from './rotation/dues.ts'
export { rotationDuties } from './rotation/duties.ts'
export { exchangePlan, type PlannedExchange, peopleDue } from './rotation/exchange-plan.ts'
export { type ExchangeSettings, exchangeSettings } from './rotation/settings.ts'
export { quartersAhead, type WaveGround, type WaveItem, type WaveKind, waveAhead } from './rotation/wave.ts'
export { standingDues, todoRule } from './standing-dues.ts'
export { supervisionDuties } from './supervision.ts'
export { type CourseChange, changesBetween, nextContact } from './tracking/changes.ts'
export { courseReader, type ReserveCourse } from './tracking/course.ts'
export { type TrackingSettings, trackingSettings } from './tracking/settings.ts'
export { type OpenNeed, type Shortfall, shortfallsOf } from './tracking/shortfalls.ts'
export { managementWork } from './work.ts'
