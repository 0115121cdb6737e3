import { formatDate } from '#domain/calendar.ts'
import type { Verdict } from '#domain/finding.ts'
import type { Edition, GroupQuantiles, RosterRecord } from '#records/queries/index.ts'
import type { DueState, EstimateShape, RosterPage, RosterRow } from '../contract/index.ts'
import { presentStoredEstimate } from './evidence.ts'
import { termOrNull } from './term.ts'

/** Whole months as years to one decimal. */
export const presentYears = (months: number | null): number | null =>
  months === null ? null : Math.floor((months / 12) * 10) / 10

export function presentRosterRow(row: RosterRecord, years: readonly number[]): RosterRow {
  return {
    cadreId: row.cadre_id,
    name: row.name,
    sex: termOrNull('sex', row.sex),
    bornOn: row.born_on,
    age: row.age,
    unitId: row.unit_id,
    unitName: row.unit_name,
    title: row.title,
    postLevel: termOrNull('postLevel', row.post_level),
    role: termOrNull('role', row.role),
    postSince: row.post_since,
    yearsInPost: presentYears(row.months_in_post),
    yearsAtLevel: presentYears(row.months_at_level),
    grassrootsYears: presentYears(row.grassroots_months),
    education: termOrNull('educationLevel', row.education),
    fullTimeEducation: termOrNull('educationLevel', row.full_time_education),
    inServiceEducation: termOrNull('educationLevel', row.in_service_education),
    party: row.party,
    partyJoinedOn: row.party_joined_on,
    workStartedOn: row.work_started_on,
    reserve: row.reserve,
    track: termOrNull('track', row.track),
    evaluations: years.map((year, index) => ({
      year,
      result: termOrNull('evaluationResult', row.evaluations[index] ?? null),
    })),
    rating: presentRating(row),
    rotation: presentNextDuty(row),
    verdict: (row.verdict ?? null) as Verdict | null,
  }
}

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

const presentNextDuty = (row: RosterRecord): RosterRow['rotation'] =>
  row.rotation_due_on === null || row.rotation_rule === null
    ? null
    : { dueOn: row.rotation_due_on, state: row.rotation_state as DueState, rule: row.rotation_rule }

/** The group that every rating of a page belongs to; undefined where there are several or none. */
export function commonGroup(rows: readonly RosterRecord[]): string | undefined {
  const groups = new Set(rows.flatMap(({ rating_group }) => (rating_group === null ? [] : [rating_group])))
  return groups.size === 1 ? [...groups][0] : undefined
}

export function presentRosterPage(page: {
  readonly edition: Edition
  readonly total: number
  readonly whole: number
  readonly offset: number
  readonly rows: readonly RosterRecord[]
  readonly group: GroupQuantiles | undefined
}): RosterPage {
  return {
    asOf: formatDate(page.edition.asOf),
    total: page.total,
    whole: page.whole,
    offset: page.offset,
    rows: page.rows.map((row) => presentRosterRow(row, page.edition.years)),
    ratingBand: page.group === undefined ? null : presentBand(page.group),
  }
}

function presentBand({ group, size, quantiles }: GroupQuantiles): RosterPage['ratingBand'] {
  const [least, lowerQuartile, median, upperQuartile, most] = [0, 5, 10, 15, 20].map((step) => quantiles[step])
  if (least === undefined || lowerQuartile === undefined || median === undefined) return null
  if (upperQuartile === undefined || most === undefined) return null
  return { group, size, lowerQuartile, median, upperQuartile, least, most }
}
