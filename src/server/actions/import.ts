import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { PersonTable } from '#domain/arrivals.ts'
import { type Problem, ProblemError } from '#domain/problem.ts'
import type { OnProgress } from '#domain/progress.ts'
import type { TableName } from '#domain/tables.ts'
import { fill, type Language, type Text } from '#domain/text.ts'
import { isPackage, openPackage, type PackageCheck, type PackageReading, writeProblemSheet } from '#exchange/index.ts'
import { type ImportCounts, openRecords, type Records } from '#records/index.ts'
import { undoImport } from '../imports/apply.ts'
import {
  applyPeople,
  type ImportedPerson,
  importedBefore,
  type PeopleOptions,
  type PeopleReading,
  planPeople,
  readPeople,
} from './import-people.ts'

export interface ImportOptions {
  /** Check everything and write nothing; no database is needed. */
  readonly dryRun?: boolean
  /** Leave out bad rows, and rows that refer to them, instead of refusing the package. */
  readonly skipBadRows?: boolean
  /** The managing unit of new people whose file tells none. */
  readonly authorityUnitId?: string
  readonly records?: { readonly dataFolder: string } | { readonly databaseUrl: string }
  /** Where the problems are written as a sheet. */
  readonly problemSheet?: string
  /** Language of the sheet. */
  readonly language?: Language
  readonly actor?: string
  readonly onProgress?: OnProgress
  readonly signal?: AbortSignal
}

export interface ImportOutcome {
  /** Everything was imported, or, on a dry run, could be. */
  readonly accepted: boolean
  /** Good rows by table. */
  readonly counts: Partial<Record<TableName, number>>
  /** Person-shaped files (appointment forms) give people; data packages give none. */
  readonly people: readonly ImportedPerson[]
  /** What has to be mended and, where bad rows are left out, what was left out with them. */
  readonly problems: readonly Problem[]
  /** Reported only: unknown columns, another encoding, repeated rows. */
  readonly notices: readonly Problem[]
  /** What the database took of data packages; undefined when nothing was written. */
  readonly stored?: ImportCounts
  /** Of person-shaped files that were written: what takes the import back. */
  readonly importId?: string
  readonly summary: Text
}

interface Checked {
  readonly path: string
  readonly reading: PackageReading
  readonly check: PackageCheck
}

/**
 * Imports files: data packages, or person-shaped files (appointment forms, rosters, collection workbooks), which are
 * matched with the people on record. Bad input is an outcome that is not accepted, with all its problems, not an error.
 * @example
 * const { accepted, problems } = await importFiles(['city.zip'], { dryRun: true })
 */
export async function importFiles(paths: readonly string[], options: ImportOptions = {}): Promise<ImportOutcome> {
  const areOfPackages = await Promise.all(paths.map(isPackage))
  if (areOfPackages.every(Boolean)) return importPackages(paths, options)
  if (areOfPackages.some(Boolean))
    throw mixedKinds(paths.filter((_, at) => areOfPackages[at]).map((path) => basename(path)))
  return importPeopleFiles(paths, options)
}

/** Takes an import of people back as one step. */
export async function undoImportOf(importId: string, options: Pick<ImportOptions, 'records' | 'actor'>): Promise<Text> {
  const records = await openRecords(options.records ?? { dataFolder: 'data' })
  try {
    await undoImport(records, importId, options.actor ?? 'command line')
    return fill(summaries.undone, { id: importId })
  } finally {
    await records.close()
  }
}

async function importPeopleFiles(paths: readonly string[], options: ImportOptions): Promise<ImportOutcome> {
  const reading = await readPeople(paths)
  const records = await recordsFor(options)
  let outcome: ImportOutcome
  try {
    outcome = await importReading(paths, reading, records, options)
  } finally {
    await records?.close()
  }
  if (options.problemSheet !== undefined)
    await writeProblemSheet(options.problemSheet, outcome.problems, options.language)
  return outcome
}

async function importReading(
  paths: readonly string[],
  reading: PeopleReading,
  records: Records | undefined,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const skip = options.skipBadRows === true
  const { authorityUnitId, actor = 'command line' } = options
  const how: PeopleOptions = { actor, skip, ...(authorityUnitId !== undefined && { authorityUnitId }) }
  const plan = await planPeople(reading, records, how)
  const found = reading.arrivals.people.length + reading.arrivals.units.length
  const problems = [...reading.problems, ...plan.problems]
  if (found === 0 && problems.length === 0) problems.push(nobodyFound(paths))
  const notices = [...reading.notices, ...plan.kept, ...(records ? await importedBefore(paths, records) : [])]
  const outcome = { counts: countsOfPeople(reading), people: plan.people, problems, notices }
  const mayGoOn = problems.length === 0 || (skip && plan.refused.size === 0 && found > 0)
  if (!mayGoOn) return { ...outcome, accepted: false, summary: notAccepted(problems.length, []) }
  const people = reading.arrivals.people.length
  if (options.dryRun || !records) return { ...outcome, accepted: true, summary: fill(summaries.read, { people }) }
  const { importId, counts } = await applyPeople(paths, plan, records, how)
  const { new: added, changed, same, leftOut } = counts.people
  return {
    ...outcome,
    accepted: true,
    importId,
    summary: fill(summaries.taken, { people, added, changed, same, leftOut, id: importId }),
  }
}

/** The records; on a dry run only where there are some that can be opened. */
async function recordsFor({ records = { dataFolder: 'data' }, dryRun }: ImportOptions): Promise<Records | undefined> {
  if (!dryRun) return openRecords(records)
  if ('dataFolder' in records && !existsSync(join(records.dataFolder, 'postgres-18'))) return undefined
  return openRecords(records).catch((cause: unknown) => {
    if (cause instanceof ProblemError) return undefined
    throw cause
  })
}

/** How many rows the files tell of, by table. */
function countsOfPeople({ arrivals: { people, units } }: PeopleReading): Partial<Record<TableName, number>> {
  const counts: Partial<Record<TableName, number>> = {}
  if (units.length > 0) counts.units = units.length
  if (people.length > 0) counts.cadres = people.length
  for (const { rows } of people)
    for (const [table, own] of Object.entries(rows) as [PersonTable, readonly unknown[]][])
      if (own.length > 0) counts[table] = (counts[table] ?? 0) + own.length
  return counts
}

const mixedKinds = (packages: readonly string[]): ProblemError =>
  new ProblemError({
    code: 'mixed-kinds',
    message: {
      zh: `数据包（${packages.join('、')}）与审批表、名册一起给出，没有写入任何数据。`,
      en: `Data packages (${packages.join(', ')}) were given together with forms or rosters. Nothing was written.`,
    },
    mend: {
      zh: '先导入数据包，再导入审批表和名册。',
      en: 'Import the data packages first, then the forms and rosters.',
    },
  })

const nobodyFound = (paths: readonly string[]): Problem => ({
  code: 'nobody-found',
  file: paths.map((path) => basename(path)).join('、'),
  message: { zh: '文件里没有读到人员或机构。', en: 'No person and no unit was found in the files.' },
  mend: {
    zh: '核对是不是任免审批表（.lrmx、.lrm）、干部名册或信息采集表。',
    en: 'Check that these are appointment forms (.lrmx, .lrm), rosters or collection workbooks.',
  },
})

/**
 * Imports data packages. All are checked before the first is written; each is written in one transaction, wholly or not
 * at all.
 */
async function importPackages(paths: readonly string[], options: ImportOptions): Promise<ImportOutcome> {
  const checked: Checked[] = []
  const written: string[] = []
  let outcome: ImportOutcome
  try {
    for (const path of paths) {
      const reading = await openPackage(path)
      try {
        checked.push({ path, reading, check: await reading.check(options) })
      } catch (cause) {
        await reading.close()
        throw cause
      }
    }
    outcome = await finish(checked, written, options)
  } catch (cause) {
    if (!(cause instanceof ProblemError)) throw cause
    outcome = {
      ...gathered(checked, false),
      accepted: false,
      problems: cause.problems,
      summary: notAccepted(cause.problems.length, written),
    }
  } finally {
    for (const { reading } of checked) await reading.close()
  }
  if (options.problemSheet !== undefined) {
    await writeProblemSheet(options.problemSheet, outcome.problems, options.language)
  }
  return outcome
}

async function finish(checked: readonly Checked[], written: string[], options: ImportOptions): Promise<ImportOutcome> {
  const findings = gathered(checked, options.skipBadRows === true)
  const bad = checked.reduce((sum, { check }) => sum + check.problemCount, 0)
  const mayGoOn = checked.every(({ check }) => isAcceptable(check, options.skipBadRows === true))
  if (!mayGoOn) return { ...findings, accepted: false, summary: notAccepted(bad, written) }
  if (options.dryRun) {
    const rows = rowsOf(findings.counts)
    return {
      ...findings,
      accepted: true,
      summary: bad === 0 ? fill(summaries.checked, { rows }) : fill(summaries.checkedPart, { rows, bad }),
    }
  }
  const stored = await store(checked, written, options)
  return { ...findings, accepted: true, stored, summary: fill(summaries.stored, totals(stored)) }
}

/** Writes one package after another; `written` names those that are in. */
async function store(checked: readonly Checked[], written: string[], options: ImportOptions): Promise<ImportCounts> {
  const records = await openRecords(options.records ?? { dataFolder: 'data' })
  try {
    let stored: ImportCounts | undefined
    for (const part of checked) {
      stored = sum(stored, await storePackage(part, records, options))
      written.push(basename(part.path))
    }
    return stored ?? ({} as ImportCounts)
  } finally {
    await records.close()
  }
}

/**
 * Checks an open package and imports it into open records.
 * @throws ProblemError with all problems when there are any; nothing is written then.
 */
export async function importPackage(
  reading: PackageReading,
  records: Records,
  options: Pick<ImportOptions, 'onProgress' | 'signal' | 'actor' | 'skipBadRows'> & { readonly source?: string } = {},
): Promise<ImportCounts> {
  const { onProgress } = options
  const half = (from: number): OnProgress | undefined =>
    onProgress && (({ step, fraction }) => onProgress({ step, fraction: from + fraction / 2 }))
  const check = await reading.check(withProgress(options, half(0)))
  if (!isAcceptable(check, options.skipBadRows === true)) throw new ProblemError(...check.problems)
  const path = options.source ?? 'data package'
  return storePackage({ path, reading, check }, records, withProgress(options, half(0.5)))
}

function withProgress(options: ImportOptions, onProgress: OnProgress | undefined): ImportOptions {
  const { onProgress: _replaced, ...others } = options
  return onProgress === undefined ? others : { ...others, onProgress }
}

async function storePackage(
  { path, reading, check }: Checked,
  records: Records,
  options: ImportOptions,
): Promise<ImportCounts> {
  const total = Math.max(1, rowsOf(check.counts))
  const step = { zh: '写入数据库', en: 'Writing to the database' }
  let before = 0
  let current: { table: TableName; rows: number } | undefined
  return records.importTables(
    reading,
    { actor: options.actor ?? 'command line', source: basename(path) },
    {
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      onProgress(done) {
        if (current !== undefined && current.table !== done.table) before += current.rows
        current = done
        options.onProgress?.({ step, fraction: Math.min(1, (before + done.rows) / total) })
      },
    },
  )
}

const isAcceptable = (check: PackageCheck, skipBadRows: boolean): boolean =>
  check.problems.length === 0 || (skipBadRows && check.canSkipBadRows)

/** The findings of all packages together; where there are several, a file is named with its package. */
function gathered(
  checked: readonly Checked[],
  skipBadRows: boolean,
): Pick<ImportOutcome, 'counts' | 'people' | 'problems' | 'notices'> {
  const counts: Partial<Record<TableName, number>> = {}
  const problems: Problem[] = []
  const notices: Problem[] = []
  for (const { path, check } of checked) {
    const named = (problem: Problem): Problem =>
      checked.length === 1 ? problem : { ...problem, file: `${basename(path)}/${problem.file ?? ''}` }
    problems.push(...check.problems.map(named))
    if (skipBadRows) problems.push(...check.dependents.map(named))
    notices.push(...check.notices.map(named))
    for (const [table, count] of Object.entries(check.counts) as [TableName, number][]) {
      counts[table] = (counts[table] ?? 0) + count
    }
  }
  return { counts, people: [], problems, notices }
}

const rowsOf = (counts: Partial<Record<TableName, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

function sum(a: ImportCounts | undefined, b: ImportCounts): ImportCounts {
  if (a === undefined) return b
  const entries = (Object.keys(b) as TableName[]).map((table) => {
    const [x, y] = [a[table], b[table]]
    const both = {
      read: x.read + y.read,
      inserted: x.inserted + y.inserted,
      changed: x.changed + y.changed,
      unchanged: x.unchanged + y.unchanged,
    }
    return [table, both] as const
  })
  return Object.fromEntries(entries) as ImportCounts
}

function totals(counts: ImportCounts): { read: number; inserted: number; changed: number; unchanged: number } {
  const total = { read: 0, inserted: 0, changed: 0, unchanged: 0 }
  for (const count of Object.values(counts)) {
    total.read += count.read
    total.inserted += count.inserted
    total.changed += count.changed
    total.unchanged += count.unchanged
  }
  return total
}

const summaries = {
  checked: { zh: '核对完毕，没有问题：{rows} 行可以导入。', en: 'Checked, no problems: {rows} rows can be imported.' },
  checkedPart: {
    zh: '核对完毕：跳过 {bad} 处问题后，{rows} 行可以导入。',
    en: 'Checked: with {bad} problems left out, {rows} rows can be imported.',
  },
  stored: {
    zh: '已导入 {read} 行：新增 {inserted}，变更 {changed}，未变 {unchanged}。',
    en: 'Imported {read} rows: {inserted} new, {changed} changed, {unchanged} unchanged.',
  },
  read: { zh: '核对完毕：读到 {people} 人。', en: 'Checked: {people} people were read.' },
  taken: {
    zh: '已导入 {people} 人：新增 {added}，变更 {changed}，未变 {same}，未导入 {leftOut}。撤销用 zhiren import --undo {id}',
    en: 'Imported {people} people: {added} new, {changed} changed, {same} unchanged, {leftOut} left out. To take it back: zhiren import --undo {id}',
  },
  undone: { zh: '已撤销导入 {id}，各项恢复原样。', en: 'Import {id} was taken back; everything is as it was.' },
  nothing: {
    zh: '有 {bad} 处问题，没有写入任何数据；改正后重新导入。',
    en: 'Nothing was written. Problems to mend before importing again: {bad}.',
  },
  partly: {
    zh: '有 {bad} 处问题；已写入的数据包：{written}。改正其余的再导入。',
    en: '{bad} problems; these packages were written: {written}. Mend the others and import them.',
  },
} satisfies Record<string, Text>

const notAccepted = (bad: number, written: readonly string[]): Text =>
  written.length === 0 ? fill(summaries.nothing, { bad }) : fill(summaries.partly, { bad, written: written.join('、') })
