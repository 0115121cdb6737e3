/** Papers about people: a layout filled with what the records say of each. */
import {
  columnOf,
  type LayoutColumn,
  type Paper,
  type PaperCell,
  type PaperGroup,
  type PaperLayout,
} from '#exchange/index.ts'
import type { Records } from '#records/index.ts'
import { type Edition, type PaperFacts, readPaperFacts, readPhotos } from '#records/queries/index.ts'
import { cellOf, type Proposal } from './cells.ts'

/** Somebody a paper is about, with what is proposed. */
export interface PaperSubject {
  readonly cadreId: string
  readonly proposal: Proposal | undefined
}

export interface PeopleRows {
  /** Ids of those who are in it. */
  readonly cadreIds: readonly string[]
  readonly facts: readonly PaperFacts[]
  readonly rows: readonly (readonly PaperCell[])[]
}

/** A row for each subject who is on the roster, in the order given. Two proposals about one person are two rows. */
export async function peopleRows(
  { database }: Pick<Records, 'database'>,
  edition: Edition,
  columns: readonly Pick<LayoutColumn, 'field'>[],
  subjects: readonly PaperSubject[],
  firstSerial = 1,
): Promise<PeopleRows> {
  const ids = [...new Set(subjects.map(({ cadreId }) => cadreId))]
  const [known, photos] = await Promise.all([
    readPaperFacts(database, ids, edition.asOf),
    columns.some(({ field }) => field === 'photo') ? readPhotos(database, ids) : undefined,
  ])
  const factsOf = new Map(known.map((facts) => [facts.row.cadre_id, facts]))
  const found = subjects.flatMap(({ cadreId, proposal }) => {
    const facts = factsOf.get(cadreId)
    return facts === undefined ? [] : [{ facts, proposal, photo: photos?.get(cadreId) }]
  })
  return {
    cadreIds: [...factsOf.keys()],
    facts: found.map(({ facts }) => facts),
    rows: found.map((one, at) =>
      columns.map(({ field }) => cellOf(field, { ...one, serial: firstSerial + at }, edition)),
    ),
  }
}

export interface PaperWords {
  readonly title: string
  /** `YYYY-MM`. */
  readonly month: string
}

/** `2026年11月` */
export const monthWords = (month: string): string => {
  const [year = '', number = ''] = month.split('-')
  return `${year}年${Number(number)}月`
}

/** A layout with its rows under the title and month that somebody chose. */
export const paperOf = (
  layout: Omit<PaperLayout, 'title'>,
  { title, month }: PaperWords,
  groups: readonly PaperGroup[],
): Paper => ({
  title,
  ...(layout.marking === undefined ? {} : { marking: layout.marking }),
  above: { right: monthWords(month) },
  columns: layout.columns.map(columnOf),
  groups,
  ...(layout.notes === undefined ? {} : { notes: layout.notes }),
  ...(layout.signatures === undefined ? {} : { signatures: layout.signatures }),
  ...(layout.rowHeight === undefined ? {} : { rowHeight: layout.rowHeight }),
  page: layout.page,
})
