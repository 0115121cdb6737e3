/**
 * The records: PostgreSQL, reached only through here. Facts with two clocks, an audit entry with every write, snapshots
 * for analysis, runs with their results.
 */

export type { AccountStore } from './accounts/account-store.ts'
export type { Credentials, StoredPasskey } from './accounts/credentials.ts'
export type { Waits } from './accounts/guesses.ts'
export type { ProvisioningClient } from './accounts/provisioning.ts'
export type { StoredSession } from './accounts/sessions.ts'
export type { AccountEvent, NewPassword, StoredAccount } from './accounts/standing.ts'
export type { BallotStore } from './ballots/ballot-store.ts'
export type { EndingBallot } from './ballots/ending.ts'
export {
  assignCareDuty,
  type CareDuty,
  type CareDutyEntry,
  careDutyOf,
  readCareDuties,
} from './care/duty-roll.ts'
export { type FiledPaper, type Filer, filePaper, type NewPaper, withdrawPaper } from './case-papers/file-paper.ts'
export { type AccountPerson, linkAccount, type PersonLink, readAccountPeople } from './cases/account-person.ts'
export { type NewEvent, openCase, type Recorder, recordEvent } from './cases/record-event.ts'
export type { AuditEntry } from './commit.ts'
export type { Database } from './database.ts'
export {
  type AccountSource,
  linkSource,
  readAccountSources,
  type SourceLink,
} from './deliveries/account-source.ts'
export {
  addDelivery,
  closeDelivery,
  type DeliveredStatement,
  type Delivery,
  readDeliveries,
  takeStatement,
} from './deliveries/delivery.ts'
export {
  type ExportEntry,
  logExport,
  readExports,
} from './exports/export-log.ts'
export {
  type DesignVersion,
  readDesigns,
  readDesignVersions,
  saveDesign,
} from './exports/roster-designs.ts'
export type { ImportCount, ImportCounts, ImportSource } from './import-tables.ts'
export { type NewKeySeatEvent, recordKeySeatEvent } from './key-seats/record-key-seat.ts'
export type { Adoption, LocalRule, Withdrawal } from './local-rules.ts'
export { type NewMatterEvent, openMatter, recordMatterEvent } from './matters/record-matter.ts'
export { withholdResults } from './matters/withhold-results.ts'
export { knownMigrations } from './migrate.ts'
export { correctMeeting, type MeetingCorrection, recordMeeting } from './principals/record-meeting.ts'
export { openRecords, type Records, type RecordsOptions } from './records.ts'
export { isDatabaseAway, isRefusalOfDatabase, isUnreadable } from './refusal.ts'
export type { EditedElement, RequirementEdit } from './requirements.ts'
export {
  countHeld,
  countTakenOut,
  type ErasureOutcome,
  type ExpiringKind,
  expiringKinds,
  readAssessments,
  readErasures,
  readExpiries,
  readExpiring,
  readLeft,
  signAssessment,
} from './retention/index.ts'
export {
  type Grant,
  type GrantedClass,
  grantAccess,
  grantedClasses,
  type NewGrant,
  readGrants,
  readGrantUnits,
  withdrawGrant,
} from './rights/grants.ts'
export { presentReader, type Reader, readingFor, readingForSystem } from './rights/reader.ts'
export { type Right, readByWhatRight, readPeopleUnseen, readStanding, type Standing } from './rights/sight.ts'
export {
  moveInOrder,
  type OrderKind,
  type OrderPlace,
  type OrderState,
  readHandOrder,
  readOrderState,
  resetOrder,
  undoOrder,
} from './roster-views/order.ts'
export { keptOrder } from './roster-views/placing.ts'
export {
  chooseDefaultView,
  readDefaultView,
  readView,
  readViews,
  saveView,
  type ViewVersion,
} from './roster-views/views.ts'
export type { Run, RunEntry } from './runs.ts'
export { recordSeen, type SeenItem } from './todos/record-seen.ts'
export { type NewTrackEvent, recordTrackEvent } from './tracks/record-track.ts'
export { type NewClassEvent, openClass, recordClassEvent } from './training/record-class.ts'
export { type NewPlanVersion, savePlan } from './training/record-plan.ts'
