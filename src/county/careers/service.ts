import { type DateCode, earliest } from '#domain/calendar.ts'
import { invariant } from '#domain/problem.ts'
import type { Random } from '../random.ts'
import type { Area, Seat, Structure, Unit } from '../structure/shape.ts'
import type { Rung } from '../vocabulary/levels.ts'
import type { Person, Stint } from './person.ts'

/** Everybody in service, by rung and area, with who sits where. The one mutable value of the simulation. */
export interface Service {
  readonly structure: Structure
  readonly people: Person[]
  readonly active: Set<Person>
  /** `pools[rung][area]`: who may be considered for moves. */
  readonly pools: readonly (readonly Person[][])[]
  readonly cities: readonly (readonly Area[])[]
  readonly seatsOf: ReadonlyMap<Unit, readonly Seat[]>
  readonly holders: (Person | undefined)[]
  readonly vacantSince: DateCode[]
}

export function openService(structure: Structure): Service {
  const cities: Area[][] = []
  for (const area of structure.areas) (cities[area.city] ??= []).push(area)
  return {
    structure,
    cities,
    seatsOf: Map.groupBy(structure.seats, (seat) => seat.unit),
    people: [],
    active: new Set(),
    pools: Array.from({ length: 7 }, () => structure.areas.map(() => [])),
    holders: structure.seats.map(() => undefined),
    vacantSince: structure.seats.map((seat) => seat.openFrom ?? 0),
  }
}

export const poolOf = (service: Service, rung: Rung, area: Area): Person[] => service.pools[rung]?.[area.index] ?? []

/** The areas between which people of a seat's city may move. */
export const areasOfCity = (service: Service, seat: Seat): readonly Area[] =>
  service.cities[seat.unit.area.city] ?? [seat.unit.area]

function leavePool(service: Service, person: Person): void {
  if (person.poolPlace < 0) return
  const pool = poolOf(service, person.rung, person.unit.area)
  const last = pool.pop()
  if (last !== undefined && last !== person) {
    pool[person.poolPlace] = last
    last.poolPlace = person.poolPlace
  }
  person.poolPlace = -1
}

function joinPool(service: Service, person: Person): void {
  const pool = poolOf(service, person.rung, person.unit.area)
  person.poolPlace = pool.length
  pool.push(person)
}

/** Is the seat part of the establishment on that day? */
export const isOpen = (seat: Seat, on: DateCode): boolean =>
  (seat.openFrom === undefined || earliest(seat.openFrom) <= on) && (seat.openTo === undefined || on < seat.openTo)

const mainStint = (person: Person): Stint | undefined =>
  person.stints.findLast((stint) => stint.to === 0 && (stint.kind === 'appointed' || stint.kind === 'other'))

function closeStint(service: Service, person: Person, on: DateCode): void {
  const stint = mainStint(person)
  if (stint) stint.to = on
  if (person.seat) {
    service.holders[person.seat.index] = undefined
    service.vacantSince[person.seat.index] = on
    person.seat = undefined
  }
}

export function enter(service: Service, person: Person, title: string): void {
  service.people.push(person)
  service.active.add(person)
  person.stints.push(stintOf(person.unit, undefined, title, 0, person.enteredOn, 'entry'))
  joinPool(service, person)
}

const stintOf = (
  unit: Unit,
  seat: Seat | undefined,
  title: string,
  rung: Rung,
  from: DateCode,
  change: Stint['change'],
): Stint => ({ seat, unit, title, rung, role: seat?.role ?? 'staff', from, to: 0, kind: 'appointed', change })

/** Appoints a person to a free seat on a day; the old seat falls vacant on the same day. */
export function appoint(service: Service, person: Person, seat: Seat, on: DateCode): void {
  invariant(service.holders[seat.index] === undefined, `seat ${seat.id} is taken`)
  const change = seat.rung > person.rung ? 'promotion' : seat.rung < person.rung ? 'demotion' : 'lateral'
  leavePool(service, person)
  closeStint(service, person, on)
  if (seat.rung !== person.rung) person.rungSince = on
  person.unit = seat.unit
  person.seat = seat
  person.rung = seat.rung
  person.since = on
  person.stints.push(stintOf(seat.unit, seat, seat.title, seat.rung, on, change))
  service.holders[seat.index] = person
  joinPool(service, person)
}

/** Takes a person out of a seat without leaving the service. */
export function unseat(
  service: Service,
  person: Person,
  to: { on: DateCode; title: string; change: Stint['change']; rung: Rung; unit?: Unit; inPool?: boolean },
): void {
  leavePool(service, person)
  closeStint(service, person, to.on)
  if (to.rung !== person.rung) person.rungSince = to.on
  person.unit = to.unit ?? person.unit
  person.rung = to.rung
  person.since = to.on
  person.stints.push(stintOf(person.unit, undefined, to.title, to.rung, to.on, to.change))
  if (to.inPool ?? true) joinPool(service, person)
}

export function leave(service: Service, person: Person, on: DateCode, title: string): void {
  leavePool(service, person)
  closeStint(service, person, on)
  for (const stint of person.stints) if (stint.to === 0 || stint.to > on) stint.to = on
  person.leftOn = on
  service.active.delete(person)
  person.stints.push({ ...stintOf(person.unit, undefined, title, 0, on, 'exit'), kind: 'other' })
}

/** Two people change places on one day. */
export function exchange(service: Service, left: Person, right: Person, on: DateCode): void {
  const { seat: leftSeat } = left
  const { seat: rightSeat } = right
  if (!leftSeat || !rightSeat) return
  closeStint(service, left, on)
  closeStint(service, right, on)
  appoint(service, left, rightSeat, on)
  appoint(service, right, leftSeat, on)
}

/** Seats open on the day without a holder. */
export const vacantSeats = (service: Service, on: DateCode): Seat[] =>
  service.structure.seats.filter((seat) => service.holders[seat.index] === undefined && isOpen(seat, on))

/** Some people drawn from a pool, perhaps one twice; all of a small pool. */
export function sample(random: Random, pool: readonly Person[], count: number): Person[] {
  if (pool.length <= count) return [...pool]
  return Array.from({ length: count }, () => random.pick(pool))
}
