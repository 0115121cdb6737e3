/** The figures of this process and of the records that Prometheus collects. */
import { readKeepingState } from '#records/keeping/index.ts'
import type { Sessions } from '../access/sessions.ts'
import type { Desk } from '../http/desk.ts'
import { exposition, gauge, type Metric } from './exposition.ts'
import type { Measures } from './measures.ts'

export async function metricsText(
  { records, analyses, imports }: Pick<Desk, 'records' | 'analyses' | 'imports'>,
  sessions: Sessions,
  measures: Measures,
): Promise<string> {
  const [keeping, open, { underWay }] = await Promise.all([
    readKeepingState(records.database),
    sessions.count(),
    analyses.state(),
  ])
  const memory = process.memoryUsage()
  const delay = measures.loopDelay()
  const { lastBackup, archive, checkpoint, auditEntries } = keeping
  const metrics: Metric[] = [
    gauge(
      'zhiren_sessions',
      'Open sessions.',
      [...open.values()].reduce((sum, each) => sum + each, 0),
    ),
    poolMetric(records.poolUse()),
    gauge('zhiren_event_loop_delay_mean_seconds', 'Mean delay of the event loop since the last reading.', delay.mean),
    gauge('zhiren_event_loop_delay_p99_seconds', 'Its 99th percentile.', delay.p99),
    gauge('zhiren_event_loop_delay_max_seconds', 'Its maximum.', delay.max),
    gauge('process_resident_memory_bytes', 'Resident memory.', memory.rss),
    gauge('zhiren_heap_used_bytes', 'Heap in use.', memory.heapUsed),
    gauge('process_start_time_seconds', 'Start of the process since 1970.', Date.now() / 1000 - process.uptime()),
    gauge('zhiren_analysis_running', 'Whether an analysis is under way.', underWay ? 1 : 0),
    gauge('zhiren_imports_reading', 'Imports being read.', imports.underWay().size),
    { ...gauge('zhiren_audit_entries_total', 'Entries of the audit log.', auditEntries), kind: 'counter' },
    gauge(
      'zhiren_audit_entries_unsigned',
      'Entries since the last signed checkpoint.',
      auditEntries - (checkpoint?.entry ?? 0),
    ),
    {
      ...gauge('zhiren_archive_failures_total', 'Failed attempts to archive a segment.', archive.failures),
      kind: 'counter',
    },
  ]
  if (lastBackup) {
    const age = (Date.now() - lastBackup.at.getTime()) / 1000
    metrics.push(
      gauge('zhiren_last_backup_age_seconds', 'Since the last backup.', age),
      gauge('zhiren_last_backup_verified', 'Whether a test restore of it passed.', lastBackup.verified ? 1 : 0),
    )
  }
  return exposition(metrics, measures.routes())
}

const poolMetric = (pools: ReturnType<Desk['records']['poolUse']>): Metric => ({
  name: 'zhiren_database_sessions',
  kind: 'gauge',
  help: 'Sessions with the database, and requests that wait for one.',
  values: Object.entries(pools).flatMap(([pool, use]) =>
    Object.entries(use).map(([state, value]) => ({ labels: { pool, state }, value })),
  ),
})
