/** A roster by a design: who is in it in which order, and its rows as they come. */
import { formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { FlowingPaper, Paper, PaperGroup } from '#exchange/index.ts'
import { columnOf, paperLayouts } from '#exchange/index.ts'
import type { Records } from '#records/index.ts'
import {
  compareByStroke,
  type Edition,
  type RosterFilter,
  type RosterPlace,
  readRosterPlaces,
} from '#records/queries/index.ts'
import type { DesignColumn, RosterDesign, RosterGrouping, RosterSorting } from '../contract/index.ts'
import { monthWords, peopleRows } from './people-paper.ts'

/** The roster as the office has it where nobody says otherwise. */
export const usualDesign: RosterDesign = {
  title: paperLayouts.roster.title,
  columns: paperLayouts.roster.columns.map(({ field }) => ({ field })),
  groupBy: 'unit',
  sort: 'seat',
  order: 'asc',
  page: paperLayouts.roster.page,
}

/** One group of a roster with its people in order. */
export interface RosterPart {
  readonly title: string | undefined
  readonly people: readonly RosterPlace[]
}

/** Who is in a roster: groups and people in the order of the design. */
export async function rosterParts(
  { database }: Records,
  { runId }: Edition,
  design: RosterDesign,
  filter: RosterFilter,
): Promise<readonly RosterPart[]> {
  return partsOf(await readRosterPlaces(database, runId, filter), design)
}

/** People in customary order, grouped and sorted; equal ones stay in customary order, unknown values come last. */
export function partsOf(
  people: readonly RosterPlace[],
  { groupBy, sort, order }: Pick<RosterDesign, 'groupBy' | 'sort' | 'order'>,
): readonly RosterPart[] {
  const sorted = sorting(sort, order)
  if (groupBy === 'none') return people.length === 0 ? [] : [{ title: undefined, people: sorted(people) }]
  const groups = [...Map.groupBy(people, (person) => groupTitle(groupBy, person))]
  if (groupBy === 'postLevel') groups.sort(([, [a]], [, [b]]) => (b?.post_rank ?? -1) - (a?.post_rank ?? -1))
  return groups.map(([title, members]) => ({ title, people: sorted(members) }))
}

function groupTitle(groupBy: Exclude<RosterGrouping, 'none'>, person: RosterPlace): string {
  if (groupBy === 'unit') return person.unit_name ?? '未列单位'
  if (groupBy === 'team') return person.team ?? '未列班子'
  const [list, value] =
    groupBy === 'sector' ? (['sector', person.sector] as const) : (['postLevel', person.post_level] as const)
  return value === null ? '未列' : labelOf(list, value).zh
}

const dates = {
  bornOn: 'born_on',
  postSince: 'post_since',
  levelSince: 'level_since',
  workStartedOn: 'work_started_on',
  partyJoinedOn: 'party_joined_on',
} as const

type Sorting = (people: readonly RosterPlace[]) => readonly RosterPlace[]

/** Seat order turned round is the customary order read backwards. */
function sorting(sort: RosterSorting, order: 'asc' | 'desc'): Sorting {
  if (sort === 'seat') return (people) => (order === 'asc' ? people : people.toReversed())
  const sign = order === 'asc' ? 1 : -1
  if (sort === 'stroke') return (people) => people.toSorted((a, b) => sign * compareByStroke(a.name, b.name))
  const column = dates[sort]
  return (people) =>
    people.toSorted((a, b) => {
      const [first, second] = [a[column], b[column]]
      if (first === null || second === null) return Number(first === null) - Number(second === null)
      return first === second ? 0 : sign * (first < second ? -1 : 1)
    })
}

/** How many people are read at a time. */
const batch = 1000

/** The roster as a paper whose rows are read while it is written. */
export function rosterPaper(
  records: Records,
  edition: Edition,
  design: RosterDesign,
  parts: readonly RosterPart[],
): FlowingPaper {
  return {
    title: design.title,
    above: { right: monthWords(formatDate(edition.asOf).slice(0, 7)) },
    columns: design.columns.map(layoutColumn).map(columnOf),
    groups: flow(records, edition, design, parts),
    rowCount: parts.reduce((sum, { people }) => sum + people.length, 0),
    page: design.page,
  }
}

/** The first people of a roster, or all: rows in memory. */
export async function wholeRoster(paper: FlowingPaper): Promise<Paper> {
  const groups: PaperGroup[] = []
  for await (const group of paper.groups) groups.push(group)
  return { ...paper, groups }
}

const layoutColumn = ({ field, label, group, width }: DesignColumn) => ({
  field,
  ...(label === undefined ? {} : { label }),
  ...(group === undefined ? {} : { group: group === '' ? undefined : group }),
  ...(width === undefined ? {} : { width }),
})

async function* flow(
  records: Records,
  edition: Edition,
  { columns }: RosterDesign,
  parts: readonly RosterPart[],
): AsyncGenerator<PaperGroup> {
  let serial = 1
  for (const waiting of batches(parts)) {
    const subjects = waiting.flatMap(({ people }) =>
      people.map(({ cadre_id }) => ({ cadreId: cadre_id, proposal: undefined })),
    )
    const { rows } = await peopleRows(records, edition, columns, subjects, serial)
    serial += rows.length
    let at = 0
    for (const { title, people } of waiting) {
      yield { ...(title === undefined ? {} : { title }), rows: rows.slice(at, at + people.length) }
      at += people.length
    }
  }
}

/** Parts cut and gathered to batches; what goes on with a part has no title. */
function* batches(parts: readonly RosterPart[]): Generator<readonly RosterPart[]> {
  let gathered: RosterPart[] = []
  let room = batch
  for (const { title, people } of parts) {
    for (let start = 0; start < people.length; ) {
      const piece = people.slice(start, start + room)
      gathered.push({ title: start === 0 ? title : undefined, people: piece })
      start += piece.length
      room -= piece.length
      if (room > 0) continue
      yield gathered
      gathered = []
      room = batch
    }
  }
  if (gathered.length > 0) yield gathered
}
