import { type DateCode, formatDate } from '#domain/calendar.ts'
import type { OnProgress } from '#domain/progress.ts'
import type { Language } from '#domain/text.ts'
import { openPackage } from '#exchange/index.ts'
import { openRecords } from '#records/index.ts'
import { analyse, type Phase, stopwatch } from './analyse.ts'
import { bookWith } from './book.ts'
import { importPackage } from './import.ts'
import { writeAnalysis } from './write-analysis.ts'

export interface PackageAnalysis {
  readonly asOf: string
  readonly snapshotHash: string
  /** Names what the rules said: national and local ones together. */
  readonly bookHash: string
  readonly written: Readonly<Record<string, number>>
  readonly phases: readonly Phase[]
}

/**
 * Imports a data package into an embedded database in a scratch folder, analyses it and writes the result tables.
 * @example await analysePackage({ package: 'city', asOf: 20261122, out: 'results', language: 'zh' })
 * @throws ProblemError when the package has problems; nothing is written then.
 */
export async function analysePackage(options: {
  readonly package: string
  readonly asOf: DateCode
  readonly out: string
  /** The overlay file of the place. */
  readonly overlay?: string | undefined
  readonly language: Language
  readonly onProgress?: OnProgress
  readonly signal?: AbortSignal
}): Promise<PackageAnalysis> {
  const clock = stopwatch(options.onProgress, options.signal)
  const book = bookWith(options.overlay)
  const records = await clock.run({ zh: '启动数据库', en: 'Starting the database' }, () =>
    openRecords({ scratch: true }),
  )
  try {
    const reading = await openPackage(options.package)
    try {
      await clock.run({ zh: '核对并导入', en: 'Checking and importing' }, ({ onFraction }) =>
        importPackage(reading, records, {
          onProgress: ({ fraction }) => onFraction(fraction),
          ...(options.signal === undefined ? {} : { signal: options.signal }),
        }),
      )
    } finally {
      await reading.close()
    }
    const snapshot = await clock.run({ zh: '取快照', en: 'Taking a snapshot' }, () =>
      records.readSnapshot(options.asOf),
    )
    const analysis = await analyse(snapshot, book, clock)
    const written = await clock.run({ zh: '写出结果', en: 'Writing results' }, () =>
      writeAnalysis(options.out, analysis, options.language),
    )
    return {
      asOf: formatDate(options.asOf),
      snapshotHash: analysis.snapshotHash,
      bookHash: book.hash,
      written,
      phases: clock.phases,
    }
  } finally {
    await records.close()
  }
}
