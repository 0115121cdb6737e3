import { loadRuleBook } from '#policy/index.ts'
import { snapshotOf } from '#records/replica.ts'
import { stopwatch } from '../actions/analyse.ts'
import { analyseRecords } from '../actions/analyse-records.ts'
import type { JobWork } from '../jobs/kind.ts'
import type { AnalysisWanted } from './analysis-job.ts'

/** The run, what the screens show of it, and the end of the job are one transaction. */
export const analyseForSite: JobWork<AnalysisWanted> = async ({ asOf }, at) => {
  const { records, replica, actor } = at
  await analyseRecords(records, loadRuleBook(), {
    ...{ asOf, actor, clock: stopwatch(at.report, at.signal) },
    ...(replica && { readSnapshot: snapshotOf(replica, records) }),
    alongside: (transaction) => at.settle(transaction),
  })
}
