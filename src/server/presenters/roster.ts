import { formatDate } from '#domain/calendar.ts'
import { type RosterFieldName, rosterField } from '#domain/lexicon/roster-fields.ts'
import { type Edition, type GroupQuantiles, type RosterRecord, sourceOf } from '#records/queries/index.ts'
import type { DueState, EstimateShape, RosterLine, RosterPage } from '../contract/index.ts'
import { presentStoredEstimate, type StoredEstimate } from './evidence.ts'

/** Whole months as years to one decimal. */
export const presentYears = (months: number | null): number | null =>
  months === null ? null : Math.floor((months / 12) * 10) / 10

function presentRating(row: RosterRecord): EstimateShape | null {
  if (row.rating_n === null || row.rating_group === null || row.rating_separable === null) return null
  return presentStoredEstimate({
    value: row.rating_value,
    lower: row.rating_lower,
    upper: row.rating_upper,
    sd: row.rating_sd,
    n: row.rating_n,
    group: row.rating_group,
    separable: row.rating_separable,
    cause: row.rating_cause,
    parts: null,
  })
}

const presentNextDuty = (row: RosterRecord): RosterLine['rotation'] =>
  row.rotation_due_on === null || row.rotation_rule === null
    ? null
    : { dueOn: row.rotation_due_on, state: row.rotation_state as DueState, rule: row.rotation_rule }

/** The fields of a row where nobody asks for others. */
export const plainFields: readonly RosterFieldName[] = [
  'sex',
  'bornOn',
  'age',
  'unit',
  'title',
  'postLevel',
  'role',
  'postSince',
  'yearsInPost',
  'yearsAtLevel',
  'grassrootsYears',
  'education',
  'fullTimeEducation',
  'inServiceEducation',
  'party',
  'partyJoinedOn',
  'workStartedOn',
  'reserve',
  'track',
  'evaluations',
  'rating',
  'rotation',
  'verdict',
]

/** A row of some fields. */
export function presentRosterLine(
  row: RosterRecord,
  fields: readonly RosterFieldName[],
  years: readonly number[],
): RosterLine {
  const line: Record<string, unknown> = { cadreId: row.cadre_id, name: row.name }
  const cells: Readonly<Record<string, unknown>> = { ...row }
  for (const field of fields) {
    if (field === 'unit') {
      line['unitId'] = row.unit_id
      line['unitName'] = row.unit_name
    } else line[field] = cellOf(field, row, cells[sourceOf(field).columns[0] ?? ''], years)
  }
  return line as RosterLine
}

function cellOf(field: RosterFieldName, row: RosterRecord, held: unknown, years: readonly number[]): unknown {
  if (field === 'rating') return presentRating(row)
  if (field === 'verdict') return row.verdict ?? null
  switch (rosterField(field).kind) {
    case 'years':
      return presentYears(held as number | null)
    case 'evaluations':
      return years.map((year, index) => ({ year, result: row.evaluations[index] ?? null }))
    case 'interval':
      return held === null ? null : presentStoredEstimate({ ...(held as StoredEstimate), parts: null })
    case 'due':
      return presentNextDuty(row)
    case 'spans':
      return held === null
        ? null
        : Object.fromEntries(
            Object.entries(held as Record<string, number>).map(([of, months]) => [of, presentYears(months)]),
          )
    default:
      return held
  }
}

/** The group that every rating of a page belongs to; undefined where there are several or none. */
export function commonGroup(lines: readonly RosterLine[]): string | undefined {
  const groups = new Set(lines.flatMap(({ rating }) => (rating ? [rating.group] : [])))
  return groups.size === 1 ? [...groups][0] : undefined
}

export function presentRosterPage(page: {
  readonly edition: Edition
  readonly total: number
  readonly whole: number
  readonly offset: number
  readonly lines: readonly RosterLine[]
  readonly group: GroupQuantiles | undefined
}): RosterPage {
  return {
    asOf: formatDate(page.edition.asOf),
    total: page.total,
    whole: page.whole,
    offset: page.offset,
    rows: [...page.lines],
    ratingBand: page.group === undefined ? null : presentBand(page.group),
  }
}

function presentBand({ group, size, quantiles }: GroupQuantiles): RosterPage['ratingBand'] {
  const [least, lowerQuartile, median, upperQuartile, most] = [0, 5, 10, 15, 20].map((step) => quantiles[step])
  if (least === undefined || lowerQuartile === undefined || median === undefined) return null
  if (upperQuartile === undefined || most === undefined) return null
  return { group, size, lowerQuartile, median, upperQuartile, least, most }
}
