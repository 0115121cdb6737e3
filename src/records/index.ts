/**
 * The records: PostgreSQL, reached only through here. Facts with two clocks, an audit entry with every write, snapshots
 * for analysis, runs with their results.
 */

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
export { correctMeeting, type MeetingCorrection, recordMeeting } from './principals/record-meeting.ts'
export { openRecords, type Records, type RecordsOptions } from './records.ts'
export { isUnreadable } from './refusal.ts'
export type { EditedElement, RequirementEdit } from './requirements.ts'
export type { Run } from './runs.ts'
export { recordSeen, type SeenItem } from './todos/record-seen.ts'
export { type NewTrackEvent, recordTrackEvent } from './tracks/record-track.ts'
export { type NewClassEvent, openClass, recordClassEvent } from './training/record-class.ts'
export { type NewPlanVersion, savePlan } from './training/record-plan.ts'
