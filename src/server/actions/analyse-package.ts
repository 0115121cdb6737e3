import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import type { OnProgress } from '#domain/progress.ts'
import type { Analysis } from '#domain/results.ts'
import type { Language } from '#domain/text.ts'
import { type Cell, openPackage, writeJsonLines, writeTable } from '#exchange/index.ts'
import { openRecords } from '#records/index.ts'
import { analyse, type Phase, stopwatch } from './analyse.ts'
import { bookWith } from './book.ts'
import { importPackage } from './import.ts'

/** Tables of the contract that this version does not write yet. */
export const notYet = ['estimates-unit.csv', 'slate.json', 'signals.csv', 'conflicts.csv', 'sameness.csv'] as const

export interface PackageAnalysis {
  readonly asOf: string
  readonly snapshotHash: string
  /** Names what the rules said: national and local ones together. */
  readonly bookHash: string
  readonly written: Readonly<Record<string, number>>
  readonly notYet: readonly string[]
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
      notYet,
      phases: clock.phases,
    }
  } finally {
    await records.close()
  }
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6

/** Writes the result tables of the contract; the count of rows by file. */
export async function writeAnalysis(
  folder: string,
  analysis: Analysis,
  language: Language,
): Promise<Record<string, number>> {
  await mkdir(folder, { recursive: true }).catch((cause: Error) => {
    throw new ProblemError({
      code: 'folder-not-writable',
      file: folder,
      message: {
        zh: `结果文件夹无法写入：${cause.message}`,
        en: `The result folder cannot be written: ${cause.message}`,
      },
      mend: { zh: '换一个可写的文件夹。', en: 'Name a folder that can be written.' },
    })
  })
  const written: Record<string, number> = {}
  const table = async (name: string, header: readonly string[], rows: readonly (readonly Cell[])[]): Promise<void> => {
    await writeTable(join(folder, name), header, rows)
    written[name] = rows.length
  }
  await table(
    'estimates.csv',
    ['cadre_id', 'measure', 'value', 'lower', 'upper', 'n', 'group', 'separable'],
    analysis.estimates.map(({ cadreId, measure, estimate }) =>
      estimate.separable
        ? [
            cadreId,
            measure,
            round(estimate.value),
            round(estimate.lower),
            round(estimate.upper),
            estimate.n,
            estimate.group,
            true,
          ]
        : [cadreId, measure, null, null, null, estimate.n, estimate.group, false],
    ),
  )
  await table(
    'eligibility.csv',
    ['position_id', 'cadre_id', 'verdict', 'blocking', 'missing'],
    analysis.eligibility.map((pair) => [
      pair.positionId,
      pair.cadreId,
      pair.verdict,
      pair.blocking.join(';'),
      pair.missing.join(';'),
    ]),
  )
  await table(
    'shortlists.csv',
    ['position_id', 'rank', 'cadre_id', 'fit', 'lower', 'upper', 'tied_with'],
    analysis.shortlists.map(({ positionId, rank, cadreId, fit, tiedWith }) => [
      positionId,
      rank,
      cadreId,
      round(fit.value),
      round(fit.lower),
      round(fit.upper),
      tiedWith.join(';'),
    ]),
  )
  await table(
    'rotation.csv',
    ['cadre_id', 'position_id', 'rule', 'due_on', 'state'],
    analysis.rotation.map((duty) => [duty.cadreId, duty.positionId, duty.rule, formatDate(duty.dueOn), duty.state]),
  )
  await table(
    'needs.csv',
    ['cadre_id', 'kind', 'need', 'rule', 'proposal'],
    analysis.needs.map((need) => [need.cadreId, need.kind, need.need, need.rule, need.proposal[language]]),
  )
  await writeJsonLines(
    join(folder, 'findings.jsonl'),
    analysis.findings.map(({ subject, finding }) => ({
      subject,
      rule: finding.rule,
      verdict: finding.verdict,
      basis: {
        instrument: finding.basis.instrument,
        article: finding.basis.article,
        title: finding.basis.title[language],
      },
      reasons: finding.reasons.map((reason) => reason[language]),
      evidence: finding.evidence,
      missing: finding.missing,
    })),
  )
  written['findings.jsonl'] = analysis.findings.length
  await writeFile(join(folder, 'not-yet.txt'), `${notYet.join('\n')}\n`)
  return written
}
