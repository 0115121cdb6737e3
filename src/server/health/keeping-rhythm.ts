/** How audit and backups are kept here: the figures of the place as values. */
import type { DateCode } from '#domain/calendar.ts'
import { localReader, type RuleBook } from '#policy/index.ts'
import type { CheckpointRhythm } from '#records/keeping/index.ts'

export interface KeepingRhythm {
  readonly checkpoints: CheckpointRhythm
  readonly backupHours: number
  readonly leastFreePercent: number
  /** Months that network logs, and so the audit, are kept at least. */
  readonly logMonths: number
}

export function keepingRhythm(book: Pick<RuleBook, 'rules'>, today: DateCode): KeepingRhythm {
  const local = localReader(book, 'LOCAL-KEEPING', today)
  const law = localReader(book, 'CSLAW-21-LOG', today)
  return {
    checkpoints: { entries: Number(local('checkpoint_entries')), minutes: Number(local('checkpoint_minutes')) },
    backupHours: Number(local('backup_hours')),
    leastFreePercent: Number(local('least_free_percent')),
    logMonths: Number(law('min_months')),
  }
}
