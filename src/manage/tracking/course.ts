/** The course of a reserve cadre over time, as recorded by a day: what a person who follows him or her would have in mind. */
import { type DateCode, earliest, monthOf, yearOf } from '#domain/calendar.ts'
import { dateAt, numberAt, type TextColumn, textAt } from '#domain/columns.ts'
import { oncePer } from '#domain/once.ts'
import { byCadre, type Grouping, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import type { TrackingSettings } from './settings.ts'

/** What was said or seen of somebody near at hand, with who said it. */
export interface Contact {
  readonly statementId: string
  readonly channel: string
  readonly on: DateCode
  readonly sourceUnit: string | undefined
  readonly says: string
}

export interface ReserveCourse {
  readonly cadreId: string
  /** The newest first, of as many years as the place looks at. */
  readonly evaluations: readonly { readonly year: number; readonly result: string }[]
  /** The year whose result should be on record by the day. */
  readonly expectedYear: number
  /** The newest first. */
  readonly posts: readonly {
    readonly tenureId: string
    readonly kind: string
    readonly from: DateCode
    readonly title: string
  }[]
  readonly hours: readonly { readonly year: number; readonly hours: number }[]
  readonly honours: readonly { readonly title: string; readonly on: DateCode }[]
  /** Talks and daily contact, the newest first. */
  readonly contacts: readonly Contact[]
}

/** Talks and being near, as against checks and papers. */
const nearChannels: ReadonlySet<string> = new Set(['daily-contact', 'appraisal-talk', 'site-visit', 'major-task'])

type Read = (index: number, day: DateCode) => ReserveCourse

/** Reads the course of a cadre, by row, as it was on a day. The snapshot needs evaluations, tenures, trainings, honours, statements. */
export function courseReader(snapshot: Snapshot, settings: TrackingSettings): Read {
  const by = groupings(snapshot)
  const { cadres } = snapshot.tables
  return (index, day) => ({
    cadreId: textAt(cadres.columns.cadre_id, index) ?? '',
    evaluations: evaluationsOf(snapshot, by.evaluations, index, day).slice(0, settings.evaluationYears),
    expectedYear: yearOf(day) - (monthOf(day) >= settings.resultsMonth ? 1 : 2),
    posts: postsOf(snapshot, by.tenures, index, day),
    hours: hoursOf(snapshot, by.trainings, index, day),
    honours: honoursOf(snapshot, by.honours, index, day),
    contacts: contactsOf(snapshot, by.statements, index, day),
  })
}

const groupings = oncePer((snapshot: Snapshot) => ({
  evaluations: byCadre(snapshot, 'evaluations'),
  tenures: byCadre(snapshot, 'tenures'),
  trainings: byCadre(snapshot, 'trainings'),
  honours: byCadre(snapshot, 'honours'),
  statements: byCadre(snapshot, 'statements'),
}))

const isBy = (date: DateCode | undefined, day: DateCode): date is DateCode =>
  date !== undefined && earliest(date) <= day
const newest = <T extends { readonly on: DateCode }>(rows: T[]): T[] => rows.sort((a, b) => b.on - a.on)

function evaluationsOf({ tables: { evaluations } }: Snapshot, by: Grouping, index: number, day: DateCode) {
  const { year, result } = evaluations.columns
  return [...rowsOf(by, index)]
    .flatMap((row) => {
      const [of, said] = [numberAt(year, row), textAt(result, row)]
      // The result of a year is given after it has ended.
      return of !== undefined && said !== undefined && of < yearOf(day) ? [{ year: of, result: said }] : []
    })
    .sort((a, b) => b.year - a.year)
}

function postsOf({ tables }: Snapshot, by: Grouping, index: number, day: DateCode): ReserveCourse['posts'] {
  const { tenure_id, kind, from, title_text, unit_text, position_id } = tables.tenures.columns
  const seats = seatNames(tables)
  return [...rowsOf(by, index)]
    .flatMap((row) => {
      const start = dateAt(from, row)
      if (!isBy(start, day)) return []
      const written = `${textAt(unit_text, row) ?? ''}${textAt(title_text, row) ?? ''}`
      const title = written === '' ? (seats.get(textAt(position_id, row) ?? '') ?? '') : written
      return [{ tenureId: textAt(tenure_id, row) ?? '', kind: textAt(kind, row) ?? '', from: start, title }]
    })
    .sort((a, b) => b.from - a.from)
}

const seatNames = oncePer(({ positions, units }: Snapshot['tables']): ReadonlyMap<string, string> => {
  const text = (column: TextColumn, row: number): string => textAt(column, row) ?? ''
  const unitNames = new Map(
    Array.from({ length: units.length }, (_, row) => [text(units.columns.unit_id, row), text(units.columns.name, row)]),
  )
  const { position_id, unit_id, title } = positions.columns
  return new Map(
    Array.from({ length: positions.length }, (_, row) => [
      text(position_id, row),
      `${unitNames.get(text(unit_id, row)) ?? ''}${text(title, row)}`,
    ]),
  )
})

function hoursOf({ tables: { trainings } }: Snapshot, by: Grouping, index: number, day: DateCode) {
  const years = new Map<number, number>()
  for (const row of rowsOf(by, index)) {
    const from = dateAt(trainings.columns.from, row)
    const hours = numberAt(trainings.columns.hours, row)
    if (isBy(from, day) && hours !== undefined) years.set(yearOf(from), (years.get(yearOf(from)) ?? 0) + hours)
  }
  return [...years].map(([year, hours]) => ({ year, hours })).sort((a, b) => b.year - a.year)
}

function honoursOf({ tables: { honours } }: Snapshot, by: Grouping, index: number, day: DateCode) {
  return newest(
    [...rowsOf(by, index)].flatMap((row) => {
      const on = dateAt(honours.columns.on, row)
      return isBy(on, day) ? [{ on, title: textAt(honours.columns.title, row) ?? '' }] : []
    }),
  )
}

function contactsOf({ tables: { statements } }: Snapshot, by: Grouping, index: number, day: DateCode): Contact[] {
  const { statement_id, channel, observed_on, recorded_on, source_unit_id, event, text } = statements.columns
  return newest(
    [...rowsOf(by, index)].flatMap((row): Contact[] => {
      const of = textAt(channel, row) ?? ''
      const recorded = dateAt(recorded_on, row)
      if (!nearChannels.has(of) || !isBy(recorded, day)) return []
      return [
        {
          statementId: textAt(statement_id, row) ?? '',
          channel: of,
          on: dateAt(observed_on, row) ?? recorded,
          sourceUnit: textAt(source_unit_id, row),
          says: textAt(text, row) ?? textAt(event, row) ?? '',
        },
      ]
    }),
  )
}
