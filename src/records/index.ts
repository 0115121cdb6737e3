/**
 * The records: PostgreSQL, reached only through here. Facts with two clocks, an audit entry with every write, snapshots
 * for analysis, runs with their results.
 */
export type { AuditEntry } from './commit.ts'
export type { Database } from './database.ts'
export type { ImportCount, ImportCounts, ImportSource } from './import-tables.ts'
export type { Adoption, LocalRule, Withdrawal } from './local-rules.ts'
export { openRecords, type Records, type RecordsOptions } from './records.ts'
export type { EditedElement, RequirementEdit } from './requirements.ts'
export type { Run } from './runs.ts'
