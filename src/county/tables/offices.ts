import { formatDate } from '#domain/calendar.ts'
import type { Row } from '#domain/tables.ts'
import { Random } from '../random.ts'
import type { Seat, Unit } from '../structure/shape.ts'
import { bySector, common, type Element, ofPrincipals, ofTowns, ofZones } from '../vocabulary/competences.ts'
import { levelName } from '../vocabulary/levels.ts'
import type { World } from '../world.ts'
import { row } from './row.ts'

const day = (date: number | undefined): string | undefined => (date === undefined ? undefined : formatDate(date))

/** Kinds of unit with a staffing quota of civil servants (行政编制). */
const withQuota: ReadonlySet<string> = new Set([
  'party',
  'congress',
  'government',
  'cppcc',
  'discipline',
  'court',
  'procuratorate',
  'department',
  'township',
  'street',
  'association',
])

/** Some staff for every seat of the leadership and its divisions; one unit in eight did not report its quota. */
function staffQuota(world: World, unit: Unit, seats: number): number | undefined {
  const random = new Random(world.seed, 'staff-quota', unit.id)
  if (!withQuota.has(unit.kind) || random.chance(0.125)) return undefined
  return Math.round(seats * (3 + 4 * random.uniform()))
}

export function* units(world: World): Iterator<Row> {
  const { structure } = world
  const seatsOf = Map.groupBy(structure.seats, (seat) => seat.unit)
  for (const unit of structure.units) {
    yield row('units', {
      unit_id: unit.id,
      parent_id: structure.units[unit.parent]?.id,
      name: unit.name,
      kind: unit.kind,
      level: unit.level,
      sector: unit.sector,
      region_code: unit.regionCode,
      hardship: unit.hardship,
      growth_front: unit.growthFront,
      founded_on: day(unit.foundedOn),
      abolished_on: day(unit.abolishedOn),
      staff_quota: staffQuota(world, unit, seatsOf.get(unit)?.length ?? 0),
    })
  }
}

/** Is the seat one of the unit's leadership team? */
export const isOfTeam = (seat: Seat): boolean => seat.role !== 'staff'

export function* teams({ structure }: World): Iterator<Row> {
  const seatsOf = Map.groupBy(structure.seats.filter(isOfTeam), (seat) => seat.unit)
  for (const unit of structure.units) {
    const seats = seatsOf.get(unit)
    if (!unit.team || !seats) continue
    yield row('teams', {
      team_id: unit.team.id,
      unit_id: unit.id,
      name: unit.team.name,
      term_from: unit.abolishedOn ? undefined : '2021-09',
      quota_principal: seats.filter((seat) => seat.role === 'principal').length,
      quota_deputy: seats.filter((seat) => seat.role !== 'principal').length,
    })
  }
}

export function* positions({ structure }: World): Iterator<Row> {
  for (const seat of structure.seats) {
    yield row('positions', {
      position_id: seat.id,
      unit_id: seat.unit.id,
      title: seat.title,
      post_level: levelName(seat.rung),
      role: seat.role,
      team_id: isOfTeam(seat) ? seat.unit.team?.id : undefined,
      portfolio: seat.portfolio,
      sector: seat.sector,
      key_power: seat.power,
      key_fund: seat.fund,
      key_resource: seat.resource,
      touchpoints: seat.touches.length > 0 ? seat.touches.join(';') : undefined,
      hardship: seat.unit.hardship,
      open_from: day(seat.openFrom),
      open_to: day(seat.openTo),
    })
  }
}

/** What a seat asks for: the common elements, then those of its field, its place and its role. */
export function elementsOf(seat: Seat): readonly Element[] {
  const asked = [
    ...common,
    ...bySector[seat.sector],
    ...ofPlace(seat.unit),
    ...(seat.role === 'principal' ? ofPrincipals : []),
  ]
  const seen = new Set<string>()
  return asked.filter(({ element }) => !seen.has(element) && seen.add(element))
}

const ofPlace = (unit: Unit): readonly Element[] =>
  unit.level === 'township' ? ofTowns : unit.kind === 'zone' ? ofZones : []

export function* requirements(world: World): Iterator<Row> {
  for (const seat of world.structure.seats) {
    if (!isOfTeam(seat) || seat.openTo !== undefined) continue
    const random = new Random(world.seed, 'requirement', seat.index)
    for (const { facet, element } of elementsOf(seat)) {
      const base = 3 + (seat.rung >= 3 ? 0.6 : 0) + (seat.role === 'principal' ? 0.6 : 0)
      yield row('requirements', {
        position_id: seat.id,
        facet,
        element,
        level: Math.max(1, Math.min(5, Math.round(base + 0.6 * random.normal()))),
        weight: facet === 'knowledge' || facet === 'practice' ? random.pick([1.5, 2]) : 1,
      })
    }
  }
}

const themes = ['reform', 'innovation', 'enrichment'] as const
const notes = {
  reform: '推进机构改革和重点领域改革，缺少攻坚力量',
  innovation: '承担科技创新和产业升级任务',
  enrichment: '承担乡村振兴和富民增收任务',
} as const

export function* vacancies(world: World): Iterator<Row> {
  for (const { seat, since } of world.vacancies) {
    const random = new Random(world.seed, 'vacancy', seat.index)
    const theme = random.chance(0.8) ? random.pick(themes) : undefined
    yield row('vacancies', {
      position_id: seat.id,
      from: day(since || seat.openFrom || world.asOf),
      theme,
      note: theme === undefined ? '按职数补齐班子' : notes[theme],
    })
  }
}
