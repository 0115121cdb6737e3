import { formatDate } from '#domain/calendar.ts'
import type { Edition, RotationCalendar, RotationRecord, RotationTally } from '#records/queries/index.ts'
import type { RotationPage, RotationRow } from '../contract/index.ts'
import { presentBasis, presentText } from './evidence.ts'
import { termOrNull } from './term.ts'
import { presentWave } from './wave.ts'

export const presentStates = (counts: Readonly<Record<string, number>>): RotationPage['counts'] => ({
  overdue: counts.overdue ?? 0,
  dueWithinYear: counts['due-within-year'] ?? 0,
  later: counts.later ?? 0,
})

const presentDuty = (row: RotationRecord): RotationRow => ({
  cadreId: row.cadre_id,
  name: row.name,
  positionId: row.position_id,
  unitName: row.unit_name,
  title: row.position_title,
  postLevel: termOrNull('postLevel', row.post_level),
  rule: row.rule,
  basis: presentBasis(row),
  since: row.since,
  dueOn: row.due_on,
  state: row.state,
  reason: presentText(row.reason),
})

export const presentRotationPage = (page: {
  readonly edition: Edition
  readonly total: number
  readonly offset: number
  readonly rows: readonly RotationRecord[]
  readonly counts: Readonly<Record<string, number>>
  readonly tallies: readonly RotationTally[]
  readonly calendar: RotationCalendar
}): RotationPage => ({
  asOf: formatDate(page.edition.asOf),
  total: page.total,
  offset: page.offset,
  counts: presentStates(page.counts),
  rows: page.rows.map(presentDuty),
  wave: presentWave(page.edition.asOf, page.tallies),
  months: [...page.calendar.months],
  rules: page.calendar.rules.map(({ rule, title, count }) => ({ rule, title: presentText(title), count })),
  units: page.calendar.units.map(({ unit_id, name, count }) => ({ unitId: unit_id, name, count })),
})
