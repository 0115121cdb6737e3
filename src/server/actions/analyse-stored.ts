import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import type { OnProgress } from '#domain/progress.ts'
import type { Text } from '#domain/text.ts'
import { loadRuleBook } from '#policy/index.ts'
import { openRecords } from '#records/index.ts'
import { type Phase, stopwatch } from './analyse.ts'
import { analyseRecords } from './analyse-records.ts'

export interface StoredAnalysis {
  readonly runId: string
  readonly asOf: string
  readonly phases: readonly Phase[]
}

/**
 * Analyses what a data folder or a database holds and turns the workbench to the results.
 * @example await analyseStored({ records: { dataFolder: 'data' }, asOf: 20261122, onMessage: console.error })
 * @throws ProblemError `nothing-recorded`, `stopped`, and what opening the records throws
 */
export async function analyseStored(options: {
  readonly records: { readonly dataFolder: string } | { readonly databaseUrl: string }
  readonly asOf: DateCode
  readonly onMessage: (message: Text) => void
  readonly onProgress?: OnProgress
  readonly signal?: AbortSignal
}): Promise<StoredAnalysis> {
  const { asOf, records: place, onMessage: onSetAside } = options
  if ('dataFolder' in place && !existsSync(join(place.dataFolder, 'postgres-18')))
    throw nothingRecorded(place.dataFolder)
  const clock = stopwatch(options.onProgress, options.signal)
  const records = await openRecords(place)
  try {
    if (await records.isEmpty()) throw nothingRecorded('dataFolder' in place ? place.dataFolder : 'DATABASE_URL')
    const runId = await analyseRecords(records, loadRuleBook(), { asOf, actor: 'command line', clock, onSetAside })
    return { runId, asOf: formatDate(asOf), phases: clock.phases }
  } finally {
    await records.close()
  }
}

const nothingRecorded = (place: string): ProblemError =>
  new ProblemError({
    code: 'nothing-recorded',
    message: { zh: `${place} 里没有记录可分析。`, en: `Nothing is recorded in ${place}.` },
    mend: {
      zh: '核对 --data，或先用 zhiren import 导入。',
      en: 'Check --data, or import something first with zhiren import.',
    },
  })
