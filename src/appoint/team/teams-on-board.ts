import { numberAt, textAt } from '#domain/columns.ts'
import { oncePer } from '#domain/once.ts'
import type { TeamFloor, TeamKind } from '#domain/slate.ts'
import { resolve } from '#domain/snapshot.ts'
import type { Facts, SeatFacts } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { type StructureGoal, type StructureSettings, structureSettings } from './settings.ts'

/** A leading team as it stands. A unit with several teams is looked at as one. */
export interface TeamOnBoard {
  readonly unitId: string
  readonly unitName: string
  /** Level and kind by which its goals are set: `county-government`, `township` … */
  readonly teamClass: string
  /** Fields of work of its seats, but for broad ones. */
  readonly lines: readonly string[]
  /** Rows of positions, the principal first. */
  readonly seats: readonly number[]
  /** Row of the cadre by row of the position; people who act or are lent hold no seat. */
  readonly occupants: ReadonlyMap<number, number>
  /** Of the local rule. */
  readonly floors: readonly TeamFloor[]
  /** Leading posts that the team may have; undefined where it is not recorded. */
  readonly quota: number | undefined
}

/** Every leading team with seats that exist, in the order of unit ids. */
export const teamsOnBoard: (ground: Ground) => readonly TeamOnBoard[] = oncePer(readTeams)

function readTeams(ground: Ground): TeamOnBoard[] {
  const { teams, positions, units } = ground.snapshot.tables
  const teamOf = resolve(positions.columns.team_id, teams.columns.team_id)
  const unitOf = resolve(teams.columns.unit_id, units.columns.unit_id)
  const ofUnit = (seat: number): number => unitOf[teamOf[seat] ?? -1] ?? -1
  const seats = Array.from(teamOf, (_, seat) => seat).filter(
    (seat) => ofUnit(seat) >= 0 && ground.facts.seat(seat).closedOn === undefined,
  )
  const settings = structureSettings(ground.book, ground.snapshot.asOf)
  return [...Map.groupBy(seats, ofUnit)]
    .sort(([a], [b]) => a - b)
    .map(([unit, own]) => {
      const quotas = [...new Set(own.map((seat) => teamOf[seat] ?? -1))].flatMap((row) =>
        quotaColumns.map((name) => numberAt(teams.columns[name], row)),
      )
      return { ...readTeam(ground, settings, unit, own), quota: sum(quotas) }
    })
}

const quotaColumns = ['quota_principal', 'quota_deputy'] as const

const sum = (figures: readonly (number | undefined)[]): number | undefined =>
  figures.some((one) => one === undefined) ? undefined : figures.reduce<number>((all, one) => all + (one ?? 0), 0)

function readTeam(
  { snapshot, facts }: Ground,
  settings: StructureSettings,
  unit: number,
  own: readonly number[],
): Omit<TeamOnBoard, 'quota'> {
  const { units } = snapshot.tables
  const seats = own.toSorted((a, b) => roleRank(facts.seat(a)) - roleRank(facts.seat(b)) || a - b)
  const sector = textAt(units.columns.sector, unit)
  const level = textAt(units.columns.level, unit) ?? ''
  const committee = seats.some((seat) => isCommittee(facts.seat(seat), sector))
  const lines = special(seats.map((seat) => facts.seat(seat).sector))
  const traits = {
    unitId: textAt(units.columns.unit_id, unit) ?? '',
    teamClass: classOf(textAt(units.columns.kind, unit) ?? '', level, committee),
    level,
    fields: broad.has(sector) ? lines : special([sector]),
    most: seats.length,
  }
  return {
    unitId: traits.unitId,
    unitName: textAt(units.columns.name, unit) ?? '',
    teamClass: traits.teamClass,
    lines,
    seats,
    occupants: occupantsOf(facts, seats),
    floors: floorsOf(settings, traits),
  }
}

const roles: readonly string[] = ['principal', 'deputy', 'member', 'staff']
const roleRank = ({ role }: SeatFacts): number => roles.indexOf(role)

/** Who holds which seat; where a record has several in one, the one who surely still holds it. */
export function occupantsOf(facts: Facts, seats: readonly number[]): ReadonlyMap<number, number> {
  return new Map(
    seats.flatMap((seat): [number, number][] => {
      const holders = facts.seat(seat).holders()
      const holder = holders.find(({ present }) => present) ?? holders[0]
      const cadre = holder && facts.cadreIndex(holder.cadre)
      return cadre === undefined ? [] : [[seat, cadre]]
    }),
  )
}

/** Fields in which nobody has to be at home. */
const broad: ReadonlySet<string | undefined> = new Set([undefined, 'general', 'other'])

/** A committee itself, and not one of its departments, which bear the same kind. */
const isCommittee = ({ organ }: SeatFacts, sector: string | undefined): boolean =>
  organ === 'party-committee' && broad.has(sector)

function classOf(kind: string, level: string, committee: boolean): string {
  if (kind === level || kind === 'street' || kind === 'community') return kind
  if (kind !== 'party') return `${level}-${kind}`
  return `${level}-${committee ? 'party-committee' : 'party-department'}`
}

/** The fields among them that are more than broad ones, each once. */
export const special = (fields: readonly (string | undefined)[]): string[] =>
  [...new Set(fields.flatMap((field) => (field === undefined || broad.has(field) ? [] : [field])))].sort()

interface TeamTraits {
  readonly unitId: string
  readonly teamClass: string
  readonly level: string
  /** Main fields of work: that of the unit; where that is a broad one, those of its seats. */
  readonly fields: readonly string[]
  /** Seats: no goal asks for more people than there can be. */
  readonly most: number
}

const plainGoals: readonly (readonly [StructureGoal, TeamKind])[] = [
  ['women', 'woman'],
  ['minority', 'minority'],
  ['non_party', 'non-party'],
  ['graduates', 'graduate'],
]

function floorsOf(settings: StructureSettings, { unitId, teamClass, level, fields, most }: TeamTraits): TeamFloor[] {
  const least = (goal: StructureGoal): number => Math.min(most, settings.least(goal, teamClass))
  const youngAge = settings.youngAge(level)
  const floors: TeamFloor[] = [
    ...(youngAge === undefined ? [] : [{ unitId, kind: 'under' as const, with: youngAge, least: least('young') }]),
    ...plainGoals.map(([goal, kind]) => ({ unitId, kind, least: least(goal) })),
    ...fields.map((field) => ({ unitId, kind: 'familiar' as const, with: field, least: least('familiar') })),
    { unitId, kind: 'grassroots', with: settings.grassrootsYears, least: least('grassroots') },
  ]
  return floors.filter((floor) => floor.least > 0)
}
