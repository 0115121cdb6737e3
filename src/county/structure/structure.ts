import { type DateCode, dateCode } from '#domain/calendar.ts'
import { invariant } from '#domain/problem.ts'
import { Random } from '../random.ts'
import { placeStems, province } from '../vocabulary/places.ts'
import type { SeatDraft, UnitDraft } from './draft.ts'
import { draftOrgans } from './organs.ts'
import { cityPlace, countyPlace } from './place.ts'
import type { Area, Seat, Structure, Team, Unit } from './shape.ts'
import { draftTowns } from './towns.ts'

const seatsOfLargestCity = 5800
const seatsOfCounty = 330

/** The offices of a synthetic city with about `seatCount` leading seats; larger than one city can be, it is several. */
export function buildStructure(seed: number, seatCount: number): Structure {
  const cityCount = Math.ceil(seatCount / seatsOfLargestCity)
  const areas: Area[] = []
  const chosen: { unit: UnitDraft; seats: SeatDraft[] }[] = []
  for (let city = 0; city < cityCount; city += 1) {
    const share = Math.floor(seatCount / cityCount) + (city < seatCount % cityCount ? 1 : 0)
    const counties = Math.min(12, Math.max(1, Math.round(share / seatsOfCounty)))
    const cityAreas = nameAreas(city, counties, areas.length)
    areas.push(...cityAreas)
    chosen.push(...choose(draftAreas(cityAreas), share))
  }
  return settle(seed, areas, chosen)
}

function nameAreas(city: number, counties: number, start: number): Area[] {
  const stem = (index: number): string => placeStems[(city * 13 + index) % placeStems.length] ?? ''
  const prefix = `99${String(city + 1).padStart(2, '0')}`
  const areas: Area[] = [{ index: start, city, name: `${stem(0)}市`, code: `${prefix}00` }]
  for (let county = 0; county < counties; county += 1) {
    const isDistrict = county % 4 === 1
    const number = isDistrict ? 2 + county : 21 + county
    areas.push({
      index: start + county + 1,
      city,
      name: `${stem(county + 1)}${isDistrict ? '区' : '县'}`,
      code: `${prefix}${String(number).padStart(2, '0')}`,
    })
  }
  return areas
}

function draftAreas([city, ...counties]: readonly Area[]): UnitDraft[] {
  invariant(city !== undefined, 'a city has an area')
  const { committee, drafts } = draftOrgans(cityPlace(city))
  return [...drafts, ...counties.flatMap((area, order) => draftCounty(area, committee, order))]
}

function draftCounty(area: Area, city: UnitDraft, order: number): UnitDraft[] {
  const { name } = area
  const county: UnitDraft = { area, name, level: 'county', kind: 'county', sector: 'general', parent: city, seats: [] }
  const place = countyPlace(area, county, order)
  return [county, ...draftOrgans(place).drafts, ...draftTowns(place, county, order)]
}

/**
 * The `count` seats of highest priority, with their units and the units above them. In a small city the ranks of the
 * deputies and the city's own departments stand back, so that every level of post exists.
 */
function choose(drafts: readonly UnitDraft[], count: number): { unit: UnitDraft; seats: SeatDraft[] }[] {
  const smallness = Math.max(0, 1 - count / 400)
  const priorities = drafts.map((unit) => {
    const late = unit.level === 'prefecture' && unit.kind !== 'government' && unit.parent !== undefined ? 0.4 : 0
    return unit.seats.map((seat, place) => seat.priority + smallness * (seat.rung >= 3 ? 0.35 * place + late : late))
  })
  const ordered = priorities.flat().sort((a, b) => a - b)
  const limit = ordered[Math.min(count, ordered.length) - 1] ?? 0
  const taken = new Map<UnitDraft, SeatDraft[]>()
  const include = (unit: UnitDraft | undefined): void => {
    for (let at = unit; at !== undefined && !taken.has(at); at = at.parent) taken.set(at, [])
  }
  drafts.forEach((unit, index) => {
    const seats = unit.seats.filter((_, place) => (priorities[index]?.[place] ?? 0) <= limit)
    const hangsOnTaken = unit.level === 'village' && unit.parent !== undefined && taken.has(unit.parent)
    if (seats.length === 0 && !hangsOnTaken) return
    include(unit)
    taken.set(unit, seats)
  })
  return drafts.flatMap((unit) => {
    const seats = taken.get(unit)
    return seats ? [{ unit, seats }] : []
  })
}

const code = (letter: string, index: number, width: number): string => `${letter}${String(index).padStart(width, '0')}`

/** Gives drafts their ids, flags and days. */
function settle(
  seed: number,
  areas: readonly Area[],
  chosen: readonly { unit: UnitDraft; seats: readonly SeatDraft[] }[],
): Structure {
  const units: Unit[] = []
  const seats: Seat[] = []
  const indexOf = new Map<UnitDraft, number>()
  units.push(provincialOffice())
  for (const { unit: draft, seats: seatDrafts } of chosen) {
    const index = units.length
    indexOf.set(draft, index)
    const random = new Random(seed, 'unit', draft.area.code, draft.name)
    const unit = unitFrom(draft, index, seatDrafts.length > 0, indexOf, random)
    units.push(unit)
    for (const seat of seatDrafts) seats.push(seatFrom(seat, seats.length, unit, draft, random))
  }
  for (const { unit: draft } of chosen) {
    const heir = units[indexOf.get(draft) ?? -1]
    if (!heir || !draft.office?.formerly) continue
    const former = formerUnit(draft, draft.office.formerly, heir, units.length)
    units.push(former)
    for (const seat of seats.filter((each) => each.unit === heir)) {
      seats.push({
        ...seat,
        index: seats.length,
        id: code('P', seats.length + 1, 6),
        unit: former,
        openFrom: undefined,
        openTo: former.abolishedOn,
      })
    }
  }
  const villages = Map.groupBy(
    units.filter((unit) => unit.level === 'village'),
    (unit) => unit.area,
  )
  return { areas, units, seats, villages, authority: authorityOver(units) }
}

const provincialOffice = (): Unit => ({
  index: 0,
  id: code('U', 1, 5),
  name: `中共${province.name}委组织部`,
  kind: 'party',
  level: 'province',
  sector: 'organization',
  parent: -1,
  area: { index: -1, city: -1, name: province.name, code: province.code },
  regionCode: province.code,
  hardship: false,
  growthFront: false,
  foundedOn: undefined,
  abolishedOn: undefined,
  successor: -1,
  closed: false,
  team: undefined,
})

function unitFrom(
  draft: UnitDraft,
  index: number,
  hasSeats: boolean,
  indexOf: ReadonlyMap<UnitDraft, number>,
  random: Random,
): Unit {
  const isTown = draft.kind === 'township' || draft.kind === 'street'
  const isFront = draft.kind === 'zone' || ['industry', 'economy', 'planning'].includes(draft.sector)
  const team: Team | undefined = hasSeats ? { id: code('G', index + 1, 5), name: `${draft.name}领导班子` } : undefined
  const mayClose = draft.kind === 'enterprise' || draft.kind === 'institution' || draft.kind === 'zone'
  return {
    index,
    id: code('U', index + 1, 5),
    name: draft.name,
    kind: draft.kind,
    level: draft.level,
    sector: draft.sector,
    parent: draft.parent === undefined ? -1 : (indexOf.get(draft.parent) ?? -1),
    area: draft.area,
    regionCode: draft.regionCode ?? draft.area.code,
    hardship: random.chance(isTown ? 0.3 : draft.sector === 'petition' || draft.sector === 'emergency' ? 0.6 : 0.05),
    growthFront: random.chance(isFront ? 0.75 : isTown ? 0.25 : 0.05),
    foundedOn:
      draft.foundedOn ??
      (mayClose || isTown ? dateCode(random.between(1986, 2008), random.between(1, 12), 1) : undefined),
    abolishedOn: undefined,
    successor: -1,
    closed: hasSeats && mayClose && random.chance(0.3),
    team,
  }
}

function seatFrom(seat: SeatDraft, index: number, unit: Unit, draft: UnitDraft, random: Random): Seat {
  const { office } = draft
  const chief = seat.role === 'principal'
  const touches = office?.touches ?? (unit.level === 'township' ? (['public-service'] as const) : [])
  const later = seat.role !== 'principal' && random.chance(0.1)
  const openFrom: DateCode | undefined = later
    ? dateCode(random.between(2009, 2021), random.between(1, 12), 15)
    : unit.foundedOn
  return {
    index,
    id: code('P', index + 1, 6),
    unit,
    title: seat.title,
    rung: seat.rung,
    role: seat.role,
    portfolio: seat.portfolio,
    sector: unit.sector,
    power: (office?.power ?? unit.kind === 'discipline') && (chief || random.chance(0.6)),
    fund: (office?.fund ?? false) && (chief || random.chance(0.6)),
    resource: (office?.resource ?? unit.level === 'township') && (chief || random.chance(0.4)),
    touches: chief || random.chance(0.5) ? touches : [],
    openFrom:
      openFrom !== undefined && unit.foundedOn !== undefined && openFrom < unit.foundedOn ? unit.foundedOn : openFrom,
    openTo: undefined,
  }
}

function formerUnit(draft: UnitDraft, name: string, heir: Unit, index: number): Unit {
  return {
    ...heir,
    index,
    id: code('U', index + 1, 5),
    name: `${draft.area.name}${name}`,
    foundedOn: undefined,
    abolishedOn: heir.foundedOn,
    successor: heir.index,
    closed: false,
    team: { id: code('G', index + 1, 5), name: `${draft.area.name}${name}领导班子` },
  }
}

function authorityOver(units: readonly Unit[]): Structure['authority'] {
  const byArea = new Map<number, Unit>()
  for (const unit of units) {
    const isOffice = unit.kind === 'party' && unit.sector === 'organization'
    const isCommittee = unit.kind === 'party' && unit.sector === 'general' && !byArea.has(unit.area.index)
    if (isOffice || isCommittee) byArea.set(unit.area.index, unit)
  }
  const cityAreaOf = new Map<number, number>()
  for (const unit of units) if (unit.level === 'prefecture') cityAreaOf.set(unit.area.city, unit.area.index)
  const [province] = units
  invariant(province !== undefined, 'the province comes first')
  return (area, rung) => {
    if (rung >= 5) return province
    const cityArea = cityAreaOf.get(area.city) ?? area.index
    return byArea.get(rung >= 3 ? cityArea : area.index) ?? byArea.get(cityArea) ?? province
  }
}
