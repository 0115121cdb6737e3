import type { Random } from '../random.ts'
import type { Seat } from '../structure/shape.ts'
import { type Rung, topRung } from '../vocabulary/levels.ts'
import { choose, type Moment, mayHold, yearsSince } from './choice.ts'
import type { Person } from './person.ts'
import { appoint, areasOfCity, exchange, isOpen, poolOf, type Service, sample, vacantSeats } from './service.ts'

/**
 * Fills vacant seats from the top down; whoever moves leaves a vacancy further down the same list. A part of the seats stays
 * vacant until the next time, and `least` of them in any case.
 */
export function fillSeats(
  service: Service,
  moment: Moment,
  random: Random,
  plan: { readiness: (rung: number) => number; least: number },
): void {
  const byRung: Seat[][] = Array.from({ length: topRung + 1 }, () => [])
  let vacant = 0
  for (const seat of random.shuffled(vacantSeats(service, moment.on))) {
    byRung[seat.rung]?.push(seat)
    vacant += 1
  }
  for (let rung = topRung; rung >= 1; rung -= 1) {
    const queue = byRung[rung] ?? []
    const limit = queue.length * 3
    for (let place = 0; place < queue.length && vacant > plan.least; place += 1) {
      const seat = queue[place]
      if (!seat || !random.chance(plan.readiness(rung))) continue
      const isLateral = place < limit && random.chance(0.28 * moment.customs.restlessness)
      const person =
        (isLateral && choose(service, seat, moment, random, true)) || choose(service, seat, moment, random, false)
      if (!person) continue
      const left = person.seat
      appoint(service, person, seat, moment.on)
      if (left && isOpen(left, moment.on)) byRung[left.rung]?.push(left)
      else vacant -= 1
    }
  }
}

/** Exchange of people who have long been in one seat. The settled stay; key seats change a little sooner. */
export function rotate(service: Service, moment: Moment, random: Random): void {
  for (const seat of service.structure.seats) {
    const person = service.holders[seat.index]
    if (!person || !isLongInPost(person, seat, moment, random)) continue
    const partner = findPartner(service, person, seat, moment, random)
    if (partner) exchange(service, person, partner, moment.on)
  }
}

function isLongInPost(person: Person, seat: Seat, { on, customs }: Moment, random: Random): boolean {
  const years = yearsSince(person.since, on)
  if (years < 4) return false
  const haste = (years > 8 ? 0.05 : 0.022) * (seat.power || seat.fund ? 1.4 : 1) * customs.restlessness
  return random.chance(person.settled ? haste * 0.15 : haste)
}

function findPartner(service: Service, person: Person, seat: Seat, moment: Moment, random: Random): Person | undefined {
  const rung: Rung = seat.rung
  const area = rung >= 3 && random.chance(0.5) ? random.pick(areasOfCity(service, seat)) : seat.unit.area
  return sample(random, poolOf(service, rung, area), 20).find(
    (other) => other !== person && suits(person, other, moment, random) && suits(other, person, moment, random),
  )
}

function suits(person: Person, other: Person, moment: Moment, random: Random): boolean {
  const { seat } = other
  if (!seat || !person.seat || seat.unit === person.seat.unit || seat.role !== person.seat.role) return false
  if (other.settled || yearsSince(other.since, moment.on) < 3) return false
  return mayHold(person, seat, moment, random)
}
