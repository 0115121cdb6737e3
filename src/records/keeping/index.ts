/** Keeping the records: the audit chain and its signed checkpoints, backups, the write-ahead archive, restoring. */
export { archiveOf } from './archive.ts'
export type { AuditFault, Digest } from './audit-chain.ts'
export { type BackupOptions, type BackupOutcome, backUp, externalDatabase } from './backup.ts'
export { backupKeysIn, type KeptBackupKey, presentBackupKey } from './backup-keys.ts'
export { type Checkpoint, checkpointFileName } from './checkpoint.ts'
export type { CheckpointKeeper, CheckpointRhythm } from './checkpoint-keeping.ts'
export { type DatabaseCondition, readCondition } from './database-condition.ts'
export { type ForgetBackupsOptions, type ForgottenBackups, forgetBackups } from './forget-backups.ts'
export { type KeepingState, readKeepingState, readStateOf } from './keeping-state.ts'
export {
  backupKeyFile,
  backupKeyOrNew,
  isClosed,
  publicFileOf,
  readBackupKey,
  readPublicKeys,
  readSigningKey,
  signingKeyFile,
  signingKeyOrNew,
} from './key-files.ts'
export { orphanOf, type Place, type Reached, withReached } from './reach.ts'
export { type RestoreOptions, type RestoreOutcome, restore } from './restore.ts'
export { type AuditVerification, type VerificationOptions, verifyAuditLog } from './verify-audit.ts'
