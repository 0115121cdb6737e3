/** Reads what a recovery needs: the truth of a city, the results of an analysis, and the simple reckonings of its package. */
import { join } from 'node:path'
import { addMonths, type DateCode, dateCode, daysBetween, earliest, parseDate, yearOf } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import { fieldNamesOf, type TableName } from '#domain/tables.ts'
import { openPackage, readColumns } from '#exchange/index.ts'
import {
  alwaysTogether,
  type Credits,
  credit,
  Means,
  type Membership,
  standardised,
  type YearlyResult,
} from './naive.ts'
import type { Fact } from './planted.ts'

/**
 * Rows of a CSV file with the named columns; `optional` ones are left out where the file has none.
 * @throws ProblemError when the file or a required column is missing
 */
export async function readFacts(
  file: string,
  required: readonly string[],
  optional: readonly string[] = [],
): Promise<Fact[]> {
  const names = [...required, ...optional]
  try {
    const { columns, rows } = await readColumns(file, names)
    return rows.map((_, index) => Object.fromEntries(names.map((name) => [name, columns.get(name)?.[index] ?? ''])))
  } catch (cause) {
    if (!(cause instanceof ProblemError)) throw cause
    const absent = cause.problems.filter(({ code }) => code === 'column-missing').map(({ column }) => column ?? '')
    const left = optional.filter((name) => !absent.includes(name))
    if (absent.length < cause.problems.length || left.length === optional.length) throw cause
    return readFacts(file, required, left)
  }
}

/** The same, or undefined where there is no such file. */
export async function readFactsIfThere(
  folder: string,
  name: string,
  required: readonly string[],
  optional: readonly string[] = [],
): Promise<Fact[] | undefined> {
  try {
    return await readFacts(join(folder, name), required, optional)
  } catch (cause) {
    if (cause instanceof ProblemError && cause.problems.every(({ code }) => code === 'file-missing')) return undefined
    throw cause
  }
}

/** What anybody could reckon from the package with a pocket calculator. */
export interface Reckonings {
  /** Mean score / scale_max by `cadre item`: ballots of the office alone, and of every channel. */
  readonly office: Means
  readonly everyChannel: Means
  readonly credits: Credits
  /** By unit: mean standardised result, mean ballot of its team, number of findings (more is worse). */
  readonly unitResults: Means
  readonly unitBallots: Means
  readonly unitFindings: ReadonlyMap<string, number>
  /** Sets of people whom no result can tell apart. */
  readonly together: readonly (readonly string[])[]
}

const publicChannels = new Set(['local-repute', 'neighbours', 'service-users'])

export async function reckon(folder: string): Promise<Reckonings> {
  const reading = await openPackage(folder)
  try {
    await reading.check()
    const rows = async function* (table: TableName): AsyncGenerator<Fact> {
      if (!reading.tables.includes(table)) return
      const names = fieldNamesOf(table)
      for await (const batch of reading.rows(table)) {
        for (const row of batch) yield Object.fromEntries(names.map((name, place) => [name, row[place] ?? '']))
      }
    }
    const results = standardised(await yearlyResults(rows('indicators')))
    const memberships = await membershipsOf(rows, results)
    const unitOf = new Map(memberships.map(({ cadreId, unitId }) => [cadreId, unitId]))
    const [office, everyChannel, unitBallots, unitResults] = [new Means(), new Means(), new Means(), new Means()]
    for await (const row of rows('ratings')) {
      const share = Number(row.score) / Number(row.scale_max)
      const key = `${row.cadre_id} ${row.item}`
      everyChannel.add(key, share)
      if (publicChannels.has(row.channel ?? '')) continue
      office.add(key, share)
      const unit = unitOf.get(row.cadre_id ?? '')
      if (unit !== undefined) unitBallots.add(unit, share)
    }
    for (const { unitId, value } of results) unitResults.add(unitId, value)
    // Whoever answers for results by name can be told apart by them.
    const charged = new Set<string>()
    for await (const { cadre_id = '', indicator } of rows('duties')) if (indicator) charged.add(cadre_id)
    const unitFindings = new Map<string, number>()
    for await (const { unit_id = '', cadre_id, severity } of rows('supervision')) {
      const weight = severity && severity !== 'none' && !cadre_id ? 1 : 0
      if (unit_id) unitFindings.set(unit_id, (unitFindings.get(unit_id) ?? 0) + weight)
    }
    return {
      office,
      everyChannel,
      credits: credit(results, memberships),
      unitResults,
      unitBallots,
      unitFindings,
      together: alwaysTogether(memberships.filter(({ cadreId }) => !charged.has(cadreId))),
    }
  } finally {
    await reading.close()
  }
}

async function yearlyResults(rows: AsyncIterable<Fact>): Promise<YearlyResult[]> {
  const results: YearlyResult[] = []
  for await (const row of rows) {
    results.push({
      unitId: row.unit_id ?? '',
      year: Number(row.year),
      indicator: row.indicator ?? '',
      value: Number(row.value),
      higherIsBetter: row.higher_is_better === 'true',
      visibility: row.visibility ?? '',
    })
  }
  return results
}

/** Results of a year may rest on work of so many years before. */
const longestLag = 3

/** Who sat in which team in which year, from the career table. */
async function membershipsOf(
  rows: (table: TableName) => AsyncIterable<Fact>,
  results: readonly YearlyResult[],
): Promise<Membership[]> {
  const years = results.map(({ year }) => year)
  const first = years.reduce((least, year) => Math.min(least, year), 9999) - longestLag
  const last = years.reduce((most, year) => Math.max(most, year), 0)
  const seats = new Map<string, Fact>()
  for await (const seat of rows('positions')) seats.set(seat.position_id ?? '', seat)
  const found: Membership[] = []
  for await (const { kind, position_id = '', cadre_id = '', from = '', to = '' } of rows('tenures')) {
    const seat = seats.get(position_id)
    if (kind !== 'appointed' || !seat || seat.role === 'staff') continue
    const begin = earliest(parseDate(from) ?? 0)
    const end = to === '' ? addMonths(dateCode(last, 12, 31), 1) : earliest(parseDate(to) ?? 0)
    for (let year = Math.max(first, yearOf(begin)); year <= Math.min(last, yearOf(end)); year += 1) {
      const part = partOfYear(begin, end, year)
      const isPrincipal = seat.role === 'principal'
      if (part > 0) found.push({ cadreId: cadre_id, unitId: seat.unit_id ?? '', year, isPrincipal, part })
    }
  }
  return found
}

function partOfYear(from: DateCode, to: DateCode, year: number): number {
  const [begin, end] = [Math.max(from, dateCode(year, 1, 1)), Math.min(to, dateCode(year + 1, 1, 1))]
  return begin < end ? Math.min(1, daysBetween(begin, end) / 365) : 0
}
