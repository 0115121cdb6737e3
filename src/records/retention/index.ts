/** What is kept for how long, and deleting that is real: people, and records whose time is over. */
export { type NewAssessment, readAssessments, type SignedAssessment, signAssessment } from './assessments.ts'
export { type Erasure, type ErasureOutcome, type ErasureRemains, erasePerson } from './erase-person.ts'
export { type Expiry, expireRecords } from './expire-records.ts'
export { type ExpiringKind, expiringKinds } from './expiring-rows.ts'
export { countHeld, countTakenOut, type TakenOut } from './held.ts'
export {
  type ExpiringCount,
  type ExpiryRecord,
  type LeftPerson,
  type RecordedErasure,
  readErasures,
  readExpiries,
  readExpiring,
  readLeft,
} from './read-due.ts'
