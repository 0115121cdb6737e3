import { addMonths, type DateCode, dateCode, yearOf } from '#domain/calendar.ts'
import { Random } from '../random.ts'
import type { Seat, Structure, Unit } from '../structure/shape.ts'
import { type Customs, type Moment, usualCustoms } from './choice.ts'
import { fillSeats, rotate } from './fill.ts'
import { recruit } from './person.ts'
import { appoint, enter, isOpen, leave, openService, type Service, unseat, vacantSeats } from './service.ts'
import { putInCharge, sendOut } from './side.ts'
import { type Departure, departures, evaluate, hire, sanction, stepDown } from './year.ts'

/** Long enough that everybody in service on the as-of date came in under the rules of the simulation. */
const simulatedYears = 46
/** Months in which moves are made, four times a year. */
const moveMonths = [3, 6, 9, 11] as const

export interface Careers {
  readonly service: Service
  /** Seats vacant on the as-of date, with the day since when. */
  readonly vacancies: readonly { readonly seat: Seat; readonly since: DateCode }[]
}

interface Plan {
  readonly seed: number
  readonly size: number
  readonly vacancyCount: number
  readonly asOf: DateCode
  readonly customs?: Customs
}

/**
 * Lives through more than four decades of the city: people enter, rise, change places, step down and leave; seats open,
 * fall vacant and are filled. On the as-of date about `size` people are in service and `vacancyCount` seats are vacant.
 */
export function simulateCareers(structure: Structure, plan: Plan): Careers {
  const service = openService(structure)
  const first = yearOf(plan.asOf) - simulatedYears
  // A workplace has as many chances of a newcomer as it has seats.
  const workplaces = structure.seats.map((seat) => seat.unit).filter((unit) => unit.abolishedOn === undefined)
  populate(service, plan, first, workplaces)
  for (let year = first; year <= yearOf(plan.asOf); year += 1) liveYear(service, plan, year, workplaces)
  putInCharge(service, plan.seed, plan.asOf)
  const vacancies = vacantSeats(service, plan.asOf).map((seat) => ({
    seat,
    since: service.vacantSince[seat.index] ?? 0,
  }))
  return { service, vacancies }
}

/** The first generation, who have all retired by the as-of date, are put into seats by age. */
function populate(service: Service, { seed, size }: Plan, year: number, workplaces: readonly Unit[]): void {
  const on = dateCode(year, 1, 1)
  for (let serial = 0; serial < size; serial += 1) {
    const random = new Random(seed, 'person', serial)
    const age = random.between(20, 57)
    const unit = random.pick(workplaces)
    enter(service, recruit(random, serial, { unit, areas: service.structure.areas, enteredOn: on, age }), '科员')
  }
  const seniors = service.people.filter((person) => yearOf(person.bornOn) < year - 30)
  seniors.sort((a, b) => a.bornOn - b.bornOn || a.serial - b.serial)
  const random = new Random(seed, 'first-generation')
  const seats = vacantSeats(service, on).sort((a, b) => b.rung - a.rung || a.index - b.index)
  for (const seat of seats) {
    const place = random.below(Math.min(40, seniors.length))
    const [person] = seniors.splice(place, 1)
    if (person) appoint(service, person, seat, on)
  }
}

/** Closes the seats of abolished offices on their last day; people go over to the office that takes their work. */
function closeSeats(service: Service, on: DateCode): void {
  const { seats, units } = service.structure
  for (const seat of seats) {
    const person = service.holders[seat.index]
    if (seat.openTo !== on || !person) continue
    const successor = units[seat.unit.successor] ?? seat.unit
    const heir = service.seatsOf.get(successor)?.find((each) => each.rung === seat.rung && isFree(service, each, on))
    if (heir) appoint(service, person, heir, on)
    else unseat(service, person, { on, title: '待安排', change: 'lateral', rung: person.rung, unit: successor })
  }
}

const isFree = (service: Service, seat: Seat, on: DateCode): boolean =>
  service.holders[seat.index] === undefined && isOpen(seat, on)

/** In the last years high seats wait longer, so that vacancies of every level are there to look at. */
const lateReadiness = (rung: number): number => (rung === 1 ? 0.9 : 0.35)

function liveYear(service: Service, plan: Plan, year: number, workplaces: readonly Unit[]): void {
  const { seed, asOf, customs = usualCustoms } = plan
  const random = new Random(seed, 'year', year)
  const end = Math.min(asOf, dateCode(year, 12, 31))
  sanction(service, year, asOf, random)
  const pass = passage(service, departures(service, year, asOf, random))
  const days = moveMonths.map((month) => dateCode(year, month, random.between(3, 20))).filter((day) => day < asOf)
  const isLate = year >= yearOf(asOf) - 1
  days.forEach((on, index) => {
    const moment: Moment = { on, closing: on >= addMonths(asOf, -12 * customs.closedYears), customs }
    pass(on)
    stepDown(service, on, random)
    rotate(service, moment, random)
    const isLast = index === days.length - 1 && dateCode(year + 1, 3, 20) >= asOf
    const rounds = isLast ? 8 : 1
    const least = isLate ? plan.vacancyCount : 0
    for (let round = 0; round < rounds; round += 1) {
      fillSeats(service, moment, random, { readiness: isLate ? lateReadiness : () => 0.8, least })
    }
    if (index === 2) hire(service, { seed, size: plan.size, on, asOf, workplaces })
  })
  pass(end)
  sendOut(service, year, asOf, random)
  if (dateCode(year, 12, 31) <= asOf) evaluate(service, year, random)
}

/** Lets departures and closures happen in the order of their days. */
function passage(service: Service, leaving: readonly Departure[]): (until: DateCode) => void {
  const closing = [...new Set(service.structure.seats.map((seat) => seat.openTo ?? 0))].sort((a, b) => a - b)
  let next = 0
  let past = 0
  const seeOff = (until: DateCode): void => {
    for (let departure = leaving[next]; departure && departure.on <= until; departure = leaving[next]) {
      leave(service, departure.person, departure.on, departure.title)
      next += 1
    }
  }
  return (until) => {
    for (const day of closing) {
      if (day <= past || day > until) continue
      seeOff(day)
      closeSeats(service, day)
    }
    seeOff(until)
    past = until
  }
}
