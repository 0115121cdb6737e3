/** Quotas of teams (职数): what is approved, held, over and short, by team and by level. */
import type { TeamQuota } from '#appoint/index.ts'
import type { QuotaLine, QuotasPage, QuotasQuery } from '../contract/index.ts'
import { term } from '../presenters/term.ts'
import { isAmong, isUnder, levels, namesMatch } from './choose.ts'
import { type Establishment, overOf, shortOf, type UnitOnBoard } from './establishment.ts'

export const quotaLine = (unit: UnitOnBoard, team: TeamQuota): QuotaLine => ({
  unitId: unit.unitId,
  unitName: unit.name,
  unitKind: term('unitKind', unit.kind),
  unitLevel: term('unitLevel', unit.level),
  role: team.role,
  quota: team.quota ?? null,
  held: team.held,
  unsure: team.unsure,
  over: overOf(team),
  short: shortOf(team),
  seats: team.seats.length,
})

const isIn: Readonly<Record<NonNullable<QuotasQuery['state']>, (line: QuotaLine) => boolean>> = {
  over: ({ over }) => over > 0,
  short: ({ short }) => short > 0,
  full: ({ quota, over, short }) => quota !== null && over === 0 && short === 0,
  unknown: ({ quota }) => quota === null,
}

/** The quotas that are asked for; counts by level leave the state out, so that each of them opens its rows. */
export function quotasPage(establishment: Establishment, asOf: string, query: QuotasQuery): QuotasPage {
  const matches = namesMatch(query.q)
  const under = isUnder(query.under)
  const lines = establishment.units
    .filter((unit) => unit.abolishedOn === undefined && under(unit) && matches(unit) && isAmong(query.kind, unit.kind))
    .flatMap((unit) => unit.quotas.map((team) => quotaLine(unit, team)))
  const { state, role, level, offset, limit } = query
  const chosen = lines.filter(
    (line) =>
      isAmong(level, line.unitLevel) &&
      (role === undefined || line.role === role) &&
      (state === undefined || isIn[state](line)),
  )
  return { asOf, levels: sumsByLevel(lines), total: chosen.length, offset, rows: chosen.slice(offset, offset + limit) }
}

function sumsByLevel(lines: readonly QuotaLine[]): QuotasPage['levels'] {
  const groups = Map.groupBy(lines, ({ unitLevel, role }) => `${unitLevel} ${role}`)
  return [...groups.values()]
    .flatMap((own) => {
      const [line] = own
      return line ? [{ level: line.unitLevel, role: line.role, ...sumsOf(own) }] : []
    })
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || (a.role < b.role ? 1 : -1))
}

function sumsOf(lines: readonly QuotaLine[]): Omit<QuotasPage['levels'][number], 'level' | 'role'> {
  const sum = (of: (line: QuotaLine) => number): number => lines.reduce((total, line) => total + of(line), 0)
  const teams = (state: NonNullable<QuotasQuery['state']>): number => lines.filter(isIn[state]).length
  return {
    teams: lines.length,
    quota: sum(({ quota }) => quota ?? 0),
    held: sum(({ held }) => held),
    over: sum(({ over }) => over),
    short: sum(({ short }) => short),
    teamsOver: teams('over'),
    teamsShort: teams('short'),
    teamsUnknown: teams('unknown'),
  }
}
