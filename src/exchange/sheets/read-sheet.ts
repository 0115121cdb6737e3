import type { Arrivals, ArrivingPerson } from '#domain/arrivals.ts'
import { type Problem, ProblemError } from '#domain/problem.ts'
import { problemOf } from '../wording/wording.ts'
import { readWorkbook } from '../workbook/read-workbook.ts'
import type { ReadSheet, ReadWorkbook } from '../workbook/reading.ts'
import { readBallotGrid } from './ballot-grid.ts'
import { addUp, type BallotReading, type BallotRows, readBallots, slipsOf, votes } from './ballots.ts'
import { isCollection } from './collection/detect.ts'
import { readCollection } from './collection/read-collection.ts'
import { type ColumnId, columnOf } from './column-titles.ts'
import { Findings } from './findings.ts'
import { isAhead } from './person-columns.ts'
import { readRoster, rosterColumns } from './roster.ts'
import { readTable } from './table.ts'

export type SheetKind = 'roster' | 'collection' | 'evaluations' | 'ballots' | 'unknown'

export interface SheetReading {
  readonly kind: SheetKind
  /** Empty for ballots, which are no facts of people: `readBallotSheet` reads them. */
  readonly arrivals: Arrivals
  /** What is not read, cell by cell; of an unknown file the one message why. */
  readonly problems: readonly Problem[]
  /** What was understood in the likeliest way, kept aside or passed over. */
  readonly notices: readonly Problem[]
}

/**
 * Reads a sheet of the office, told by its content: a roster, a V2018.11 collection workbook, yearly evaluations. Throws
 * ProblemError for what is no workbook, is damaged or has a password.
 * @example const { kind, arrivals, problems } = await readSheet(bytes, '干部名册.xls')
 */
export async function readSheet(source: string | Uint8Array, name?: string): Promise<SheetReading> {
  const book = await readWorkbook(source, name)
  try {
    return await readBook(book)
  } finally {
    book.close()
  }
}

async function readBook(book: ReadWorkbook): Promise<SheetReading> {
  const findings = new Findings(book.file)
  if (isCollection(book)) {
    const arrivals = await readCollection(book, findings)
    return { kind: 'collection', arrivals, problems: findings.problems, notices: findings.notices }
  }
  const found = await classify(book, findings)
  const kind = (['roster', 'evaluations', 'ballots'] as const).find((one) => found.some((sheet) => sheet.kind === one))
  if (kind === undefined) return unknown(book.file)
  const people: ArrivingPerson[] = []
  for (const { sheet, kind: own, year } of found) {
    if (own !== 'roster' && own !== 'evaluations') continue
    if (year === 'missing') {
      findings.problem('evaluation-year', { sheet: sheet.name })
      continue
    }
    if (year !== undefined && isAhead(year)) {
      findings.problem('evaluation-ahead', { sheet: sheet.name }, { year })
      continue
    }
    for (const person of await readRoster(sheet, book.file, findings, year)) people.push(person)
  }
  return { kind, arrivals: { people, units: [] }, problems: findings.problems, notices: findings.notices }
}

const unknown = (file: string): SheetReading => ({
  kind: 'unknown',
  arrivals: { people: [], units: [] },
  problems: [problemOf('sheet-unknown', { file }, { file })],
  notices: [],
})

interface KnownSheet {
  readonly sheet: ReadSheet
  readonly kind: SheetKind
  /** Of evaluations, where the title tells it. */
  readonly year?: string
}

/** The visible sheets that are known; the others, if anything stands in them, are said. */
async function classify(book: ReadWorkbook, findings: Findings): Promise<readonly KnownSheet[]> {
  const found: KnownSheet[] = []
  const leftOut: string[] = []
  for (const sheet of book.sheets) {
    const { kind, year, isEmpty } = await kindOf(sheet, book.file)
    if (isEmpty) continue
    if (kind === 'unknown') leftOut.push(sheet.name)
    else if (sheet.hidden) findings.notice('sheet-hidden', { sheet: sheet.name })
    else found.push({ sheet, kind, ...(year === undefined ? {} : { year }) })
  }
  for (const sheet of leftOut) findings.notice('sheet-left-out', { sheet })
  return found
}

async function kindOf(
  sheet: ReadSheet,
  file: string,
): Promise<{ readonly kind: SheetKind; readonly year?: string; readonly isEmpty: boolean }> {
  for await (const event of readTable(sheet, 'name', columnOf)) {
    if (event.kind !== 'header') break
    const ids = new Set(event.columns.map(({ id }) => id))
    const has = (wanted: Iterable<ColumnId>): boolean => [...wanted].some((id) => ids.has(id))
    if (has(votes) || ids.has('opinion')) return { kind: 'ballots', isEmpty: false }
    if (ids.has('result')) {
      const title = [...event.above, sheet.name, file].find((text) => /\d{4}\s*年?度?/.test(text))
      const year = /(?:19|20)\d{2}/.exec(title?.normalize('NFKC') ?? '')?.[0]
      return { kind: 'evaluations', ...(ids.has('year') ? {} : { year: year ?? 'missing' }), isEmpty: false }
    }
    if (has(rosterColumns)) return { kind: 'roster', isEmpty: false }
    if (ids.has('ofYear')) return { kind: 'evaluations', isEmpty: false }
    break
  }
  for await (const _ of sheet.rows()) return { kind: 'unknown', isEmpty: false }
  return { kind: 'unknown', isEmpty: true }
}

/**
 * Reads counted ballots (表决票, 推荐票 entered in a workbook): a person in each row with numbers or marks, or a ballot in
 * each row with a person in each column. Throws ProblemError where no sheet is such.
 */
export async function readBallotSheet(source: string | Uint8Array, name?: string): Promise<BallotReading> {
  const book = await readWorkbook(source, name)
  const findings = new Findings(book.file)
  try {
    const parts: BallotRows[] = []
    for (const sheet of book.sheets.filter(({ hidden }) => !hidden)) {
      const { kind } = await kindOf(sheet, book.file)
      const part =
        kind === 'ballots'
          ? await readBallots(sheet, book.file, findings)
          : await readBallotGrid(sheet, book.file, findings)
      if (part !== undefined) parts.push(part)
    }
    if (parts.length === 0) throw new ProblemError(problemOf('sheet-unknown', { file: book.file }, { file: book.file }))
    const form = parts.some((part) => part.form === 'marks') ? 'marks' : 'counts'
    const tallies = parts.flatMap((part) => part.tallies)
    return {
      form,
      tallies: form === 'marks' ? addUp(tallies) : tallies,
      slips: slipsOf(parts.flatMap(({ texts }) => texts)),
      problems: findings.problems,
      notices: findings.notices,
    }
  } finally {
    book.close()
  }
}
