/** Leadership teams and who is in them on a day. A unit with several teams is looked at as one. */
import { type DateCode, daysBetween } from '#domain/calendar.ts'
import { numberAt, textAt } from '#domain/columns.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import { comparableGroups } from './comparable-teams.ts'
import { type Held, holds, type Seats } from './seats.ts'

export interface Team {
  readonly unit: number
  /** Kinds and level of the teams it is compared with. */
  readonly group: string
  readonly positions: readonly number[]
  /** Leading posts by the quota; undefined where it is not recorded. */
  readonly quota: number | undefined
  /** When the term of a team ends, where recorded. */
  readonly termTo: DateCode | undefined
}

export function teamsOf(snapshot: Snapshot): Team[] {
  const { teams, units, positions } = snapshot.tables
  const kindOf = (unit: number) => ({
    kind: textAt(units.columns.kind, unit) ?? '',
    level: textAt(units.columns.level, unit) ?? '',
  })
  const unitOf = resolve(teams.columns.unit_id, units.columns.unit_id)
  const teamOf = resolve(positions.columns.team_id, teams.columns.team_id)
  const positionsOf = Map.groupBy(
    Array.from({ length: positions.length }, (_, position) => position),
    (position) => teamOf[position] as number,
  )
  const rows = Map.groupBy(
    Array.from({ length: teams.length }, (_, row) => row).filter((row) => {
      const unit = unitOf[row] as number
      return unit >= 0 && (units.columns.abolished_on.codes[unit] as number) === 0
    }),
    (row) => unitOf[row] as number,
  )
  const groupOf = comparableGroups([...rows.keys()].map(kindOf))
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([unit, own]): Team => {
      const { kind, level } = kindOf(unit)
      const quotas = own.flatMap((row) => {
        const principal = numberAt(teams.columns.quota_principal, row)
        const deputy = numberAt(teams.columns.quota_deputy, row)
        return principal === undefined || deputy === undefined ? [] : [principal + deputy]
      })
      const terms = own.map((row) => teams.columns.term_to.codes[row] as number).filter((code) => code !== 0)
      return {
        unit,
        group: groupOf(kind, level),
        positions: own.flatMap((row) => positionsOf.get(row) ?? []),
        quota: quotas.length === own.length ? quotas.reduce((sum, one) => sum + one, 0) : undefined,
        termTo: terms.length > 0 ? Math.min(...terms) : undefined,
      }
    })
}

export interface Member extends Pick<Held, 'cadre' | 'position' | 'from'> {}

/** Everybody in a seat of the team, once; the seat held longest counts. */
export function membersOn({ positions }: Team, seats: Seats, day: DateCode): Member[] {
  const held = positions.flatMap((position) => seats.ofPosition(position).filter((one) => holds(one, day)))
  const firsts = [...Map.groupBy(held, ({ cadre }) => cadre).values()].map(
    (own) => own.sort((a, b) => a.from - b.from || a.position - b.position)[0] as Held,
  )
  return firsts.sort((a, b) => positions.indexOf(a.position) - positions.indexOf(b.position) || a.cadre - b.cadre)
}

/** Fields of work in which a person has held seats for so many years up to a day. */
export function fieldsOf(snapshot: Snapshot, seats: Seats, cadre: number, day: DateCode, years: number): string[] {
  const { sector } = snapshot.tables.positions.columns
  const spent = new Map<string, number>()
  for (const { position, from, to } of seats.ofCadre(cadre)) {
    const field = textAt(sector, position)
    if (field === undefined || from >= day) continue
    const end = to === 0 || to > day ? day : to
    spent.set(field, (spent.get(field) ?? 0) + daysBetween(from, end) / 365.25)
  }
  return [...spent].flatMap(([field, time]) => (time >= years ? [field] : [])).sort()
}
