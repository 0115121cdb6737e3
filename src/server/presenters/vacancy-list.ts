import { type DateCode, daysBetween, formatDate, parseDate } from '#domain/calendar.ts'
import type { VacancyRecord } from '#records/queries/index.ts'
import type { Seat, VacancyList, VacancySummary } from '../contract/index.ts'
import { term } from './term.ts'

/** Days since a seat fell open; a month-only date stands on its first day, a later one has not begun. */
function daysOpen(from: string, asOf: DateCode): number {
  const since = parseDate(from)
  return since === undefined ? 0 : Math.max(0, daysBetween(since, asOf))
}

export const presentVacancySummary = (row: VacancyRecord, asOf: DateCode): VacancySummary => ({
  positionId: row.position_id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  title: row.title,
  ofTeam: row.of_team,
  postLevel: term('postLevel', row.post_level),
  from: row.from,
  daysOpen: daysOpen(row.from, asOf),
  theme: row.theme,
  note: row.note,
  compared: row.met + row.unmet + row.unknown + row.discretion + row.lower,
  counts: { met: row.met, unmet: row.unmet, unknown: row.unknown, discretion: row.discretion },
  lower: row.lower,
  listed: row.listed,
})

export const presentVacancyList = (rows: readonly VacancyRecord[], asOf: DateCode): VacancyList => ({
  asOf: formatDate(asOf),
  vacancies: rows.map((row) => presentVacancySummary(row, asOf)),
})

export const presentSeat = (row: VacancyRecord, asOf: DateCode): Seat => ({
  positionId: row.position_id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  title: row.title,
  postLevel: term('postLevel', row.post_level),
  role: term('role', row.role),
  sector: row.sector,
  portfolio: row.portfolio,
  keyPower: row.key_power,
  keyFund: row.key_fund,
  keyResource: row.key_resource,
  hardship: row.hardship,
  from: row.from,
  daysOpen: daysOpen(row.from, asOf),
  theme: row.theme,
  note: row.note,
})
