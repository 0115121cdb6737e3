/** The reserve as facts tell it, for an edition and a day to compare with: kept until one of the two changes. */

import { type DateCode, formatDate } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { TableName } from '#domain/tables.ts'
import type { CoursePaper } from '#identify/index.ts'
import {
  type CourseChange,
  changesBetween,
  courseReader,
  type OpenNeed,
  type ReserveCourse,
  trackingSettings,
} from '#manage/index.ts'
import { type Facts, reserveOf } from '#policy/index.ts'
import type { Records } from '#records/index.ts'
import { readNeedsOf, readPapersOf } from '#records/queries/index.ts'
import type { Board } from '../board/board-desk.ts'

export interface ReserveEntry {
  readonly course: ReserveCourse
  readonly needs: readonly OpenNeed[]
  readonly changes: readonly CourseChange[]
  readonly ratings: CoursePaper['steps']
}

/** Tables that a course is read from. */
const courseTables: readonly TableName[] = [
  'units',
  'positions',
  'cadres',
  'tenures',
  'evaluations',
  'trainings',
  'honours',
  'statements',
]

const earlier = new WeakMap<Board['ground'], Map<DateCode, Promise<Snapshot>>>()

/** What was on record by the end of a day, as of that day; where nothing was recorded yet, what is known now of that day. */
function snapshotOn(records: Records, { ground }: Board, day: DateCode): Promise<Snapshot> {
  const kept = earlier.get(ground) ?? new Map<DateCode, Promise<Snapshot>>()
  earlier.set(ground, kept)
  const found = kept.get(day)
  if (found) return found
  const knownAt = new Date(`${formatDate(day)}T23:59:59.999`)
  const made = records
    .readSnapshot(day, { knownAt, tables: courseTables })
    .then((snapshot) => (snapshot.tables.cadres.length === 0 ? ground.snapshot : snapshot))
  kept.set(day, made)
  made.catch(() => kept.delete(day))
  return made
}

/** The entries of some people, by cadre, with what changed since a day. */
export async function reserveEntries(
  records: Records,
  board: Board,
  people: readonly { readonly index: number; readonly id: string }[],
  since: DateCode,
): Promise<ReadonlyMap<string, ReserveEntry>> {
  const { edition, ground } = board
  const { snapshot, book } = ground
  const ids = people.map(({ id }) => id)
  const [needs, papers, before] = await Promise.all([
    readNeedsOf(records.database, edition.runId, ids),
    readPapersOf<CoursePaper>(records.database, edition.runId, 'course', ids),
    snapshotOn(records, board, since),
  ])
  const settings = trackingSettings(book, edition.asOf)
  const [read, readBefore] = [courseReader(snapshot, settings), courseReader(before, settings)]
  const needsOf = Map.groupBy(needs, ({ cadreId }) => cadreId)
  const rowBefore = rowsById(before)
  return new Map(
    people.map(({ index, id }) => {
      const course = read(index, edition.asOf)
      const row = rowBefore.get(id)
      const changes = row === undefined ? [] : changesBetween(readBefore(row, since), course, settings, edition.asOf)
      return [id, { course, needs: needsOf.get(id) ?? [], changes, ratings: papers.get(id)?.steps ?? [] }]
    }),
  )
}

function rowsById({ tables: { cadres } }: Snapshot): ReadonlyMap<string, number> {
  const { cadre_id } = cadres.columns
  return new Map(Array.from({ length: cadres.length }, (_, row) => [textAt(cadre_id, row) ?? '', row]))
}

/** The reserve as it stands now, in rows of the edition: who came in since the analysis follows with the next one. */
export function reserveIn(now: Facts, edition: Facts): readonly { readonly index: number; readonly id: string }[] {
  return [...reserveOf(now)].flatMap(({ id }) => {
    const index = edition.cadreIndex(id)
    return index === undefined ? [] : [{ index, id }]
  })
}
