import { type DateCode, daysBetween, yearOf } from '#domain/calendar.ts'
import type { Random } from '../random.ts'
import type { Seat } from '../structure/shape.ts'
import type { Rung } from '../vocabulary/levels.ts'
import type { Person } from './person.ts'
import { areasOfCity, poolOf, type Service, sample } from './service.ts'

/** Customs of the invented city, by rung: years on the rung below, and the ages at which people rise. */
const yearsBelow: Readonly<Record<Rung, number>> = { 0: 0, 1: 4, 2: 2.2, 3: 3.2, 4: 3, 5: 3.5, 6: 3 }
const oldest: Readonly<Record<Rung, number>> = { 0: 60, 1: 47, 2: 50, 3: 53, 4: 55, 5: 57, 6: 58 }
const prime: Readonly<Record<Rung, number>> = { 0: 25, 1: 33, 2: 38, 3: 43, 4: 48, 5: 51, 6: 53 }

export const yearsSince = (from: DateCode, on: DateCode): number => daysBetween(from, on) / 365.25

/** How people move about; another city may have other customs. */
export interface Customs {
  /** Since when closed units keep to themselves, in years before the as-of date. */
  readonly closedYears: number
  /** How much the unit of the seat speaks for its own people. */
  readonly loyalty: number
  /** Are all people of the unit in the field, beside those who are drawn? */
  readonly ownFirst: boolean
  /** How often people are moved sideways: 1 as usual, 0 never. */
  readonly restlessness: number
}
export const usualCustoms: Customs = { closedYears: 5, loyalty: 0.7, ownFirst: false, restlessness: 1 }

export interface Moment {
  readonly on: DateCode
  readonly closing: boolean
  readonly customs: Customs
}

export const isUnderSanction = (person: Person, on: DateCode): boolean =>
  person.sanctions.some((sanction) => sanction.until !== undefined && sanction.until > on)

function lastResultAllows(person: Person, on: DateCode): boolean {
  const result = person.results.get(yearOf(on) - 1)
  return result !== 'basicallyCompetent' && result !== 'incompetent'
}

/** Organs whose principals may not serve where they grew up: the seven of county and city, as the avoidance rules name them. */
function asksForAvoidance(seat: Seat): boolean {
  if (seat.role !== 'principal') return false
  const { kind, sector, level } = seat.unit
  if (level === 'township') return false
  if (kind === 'discipline' || kind === 'court' || kind === 'procuratorate' || kind === 'government') return true
  if (kind === 'party') return sector === 'general' || sector === 'organization'
  return kind === 'department' && seat.unit.name.endsWith('公安局')
}

const asksForParty = (seat: Seat): boolean =>
  seat.unit.kind === 'party' ||
  seat.unit.kind === 'discipline' ||
  seat.title.includes('书记') ||
  seat.title.includes('委员')

/** May the person hold the seat at all? One in thirty cases of avoidance is overlooked. */
export function mayHold(person: Person, seat: Seat, { closing }: Moment, random: Random): boolean {
  if (closing && (seat.unit.closed || person.unit.closed) && seat.unit !== person.unit) return false
  if (asksForParty(seat) && person.party !== '中共党员') return false
  return !asksForAvoidance(seat) || person.growthArea !== seat.unit.area || random.chance(0.03)
}

function mayServe(person: Person, seat: Seat, moment: Moment, random: Random): boolean {
  if (isUnderSanction(person, moment.on) || !lastResultAllows(person, moment.on)) return false
  return mayHold(person, seat, moment, random) && (!person.settled || random.chance(0.3))
}

function mayRise(person: Person, seat: Seat, on: DateCode, random: Random): boolean {
  const years = yearsSince(person.rungSince, on)
  if (yearsSince(person.since, on) < 1.2) return false
  if (years < yearsBelow[seat.rung] && !(years > 1 && random.chance(0.004))) return false
  if (seat.rung >= 3 && person.party !== '中共党员' && random.chance(0.5)) return false
  return yearOf(on) - yearOf(person.bornOn) <= oldest[seat.rung]
}

function appeal(person: Person, seat: Seat, { on, customs }: Moment): number {
  const age = yearOf(on) - yearOf(person.bornOn)
  const sameUnit = person.unit === seat.unit ? customs.loyalty : 0
  const sameField = person.unit.sector === seat.sector ? 0.5 : 0
  const experience = 0.08 * Math.min(8, yearsSince(person.rungSince, on))
  const led = seat.role === 'principal' && person.seat?.role === 'deputy' ? 0.3 : 0
  return (
    1.5 * person.ability.overall - 0.07 * Math.abs(age - prime[seat.rung]) + sameUnit + sameField + experience + led
  )
}

/** Draws a field of candidates, mostly from the area of the seat, and picks by merit, fit and luck. */
export function choose(
  service: Service,
  seat: Seat,
  moment: Moment,
  random: Random,
  lateral: boolean,
): Person | undefined {
  const from = (lateral ? seat.rung : seat.rung - 1) as Rung
  const pool = poolOf(service, from, seat.unit.area)
  const field = sample(random, pool, 28)
  if (moment.customs.ownFirst) field.push(...pool.filter((person) => person.unit === seat.unit))
  const outside = seat.rung >= 3 ? 4 : 1
  const city = areasOfCity(service, seat)
  for (let draw = 0; draw < outside; draw += 1)
    field.push(...sample(random, poolOf(service, from, random.pick(city)), 6))
  let best: Person | undefined
  let bestAppeal = Number.NEGATIVE_INFINITY
  for (const person of field) {
    if (person.seat === seat || !mayServe(person, seat, moment, random)) continue
    if (lateral ? !mayMove(person, seat, moment.on) : !mayRise(person, seat, moment.on, random)) continue
    const value = appeal(person, seat, moment) + 0.7 * random.gumbel()
    if (value > bestAppeal) {
      best = person
      bestAppeal = value
    }
  }
  return best
}

/** Lateral moves follow some years in a post, and a principal does not become a deputy. */
function mayMove(person: Person, seat: Seat, on: DateCode): boolean {
  if (yearsSince(person.since, on) < 2.5 || person.unit === seat.unit) return false
  if (yearOf(on) - yearOf(person.bornOn) > 57) return false
  return person.seat?.role !== 'principal' || seat.role === 'principal'
}
