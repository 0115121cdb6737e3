import { addMonths, type DateCode, dateCode, yearOf } from '#domain/calendar.ts'
import { Random } from '../random.ts'
import type { Unit } from '../structure/shape.ts'
import { isUnderSanction, yearsSince } from './choice.ts'
import { type EvaluationResult, type Person, recruit, retirementDay, type Sanction } from './person.ts'
import { enter, type Service, unseat } from './service.ts'

export interface Departure {
  readonly person: Person
  readonly on: DateCode
  readonly title: string
}

/** Days on which people leave this year: retirement, or one of the rarer reasons. */
export function departures(service: Service, year: number, asOf: DateCode, random: Random): Departure[] {
  const leaving: Departure[] = []
  for (const person of service.active) {
    const retires = retirementDay(person)
    const other = random.chance(0.005)
    const on = other ? dateCode(year, random.between(1, 12), random.between(1, 28)) : retires
    if (yearOf(on) > year || on > asOf) continue
    const title = other ? random.pick(['调出本市', '辞去公职', '因病去世']) : '退休'
    leaving.push({ person, on: Math.max(on, addMonths(person.since, 3)), title })
  }
  return leaving.filter(({ on }) => on <= asOf).sort((a, b) => a.on - b.on || a.person.serial - b.person.serial)
}

/** Hires until the service has `size` people. Most begin in their twenties in a township or a department. */
export function hire(
  service: Service,
  plan: { seed: number; size: number; on: DateCode; asOf: DateCode; workplaces: readonly Unit[] },
): void {
  const { areas } = service.structure
  while (service.active.size < plan.size) {
    const serial = service.people.length
    const random = new Random(plan.seed, 'person', serial)
    const day = dateCode(yearOf(plan.on), random.between(7, 10), random.between(1, 28))
    const unit = random.pick(plan.workplaces)
    const age = Math.min(34, 22 + Math.floor(Math.abs(random.normal()) * 3.2))
    const person = recruit(random, serial, { unit, areas, enteredOn: Math.min(day, plan.asOf), age })
    enter(service, person, entryTitle(unit, random))
  }
}

const entryTitle = (unit: Unit, random: Random): string =>
  unit.kind === 'institution' || unit.kind === 'enterprise'
    ? random.pick(['职员', '技术员', '助理工程师'])
    : random.pick(['试用期公务员', '科员', '科员', '办事员'])

/** Long-serving section cadres give up their seat for a grade some years before they retire. */
export function stepDown(service: Service, on: DateCode, random: Random): void {
  for (const person of service.active) {
    if (!person.seat || person.rung > 2) continue
    const years = yearsSince(person.bornOn, on)
    const limit = person.sex === 'male' ? 57 : 53
    if (years < limit || yearsSince(person.since, on) < 1 || !random.chance(0.09)) continue
    person.steppedDown = true
    unseat(service, person, {
      on,
      title: person.rung === 2 ? '二级主任科员' : '四级主任科员',
      change: 'lateral',
      rung: 0,
      inPool: false,
    })
  }
}

const sanctionKinds: readonly (readonly [Sanction['kind'], number])[] = [
  ['reminder', 30],
  ['admonition', 22],
  ['inquiry', 12],
  ['party-warning', 13],
  ['party-serious-warning', 5],
  ['admin-warning', 6],
  ['admin-demerit', 5],
  ['admin-major-demerit', 2],
  ['organizational-measure', 3],
  ['admin-demotion', 0.6],
  ['party-removal', 0.6],
  ['admin-removal', 0.6],
]

/** Months until the end written into the invented decisions; what an effect period must be is for the rule files to say. */
const writtenMonths: Partial<Record<Sanction['kind'], number>> = {
  admonition: 6,
  'party-warning': 12,
  'party-serious-warning': 18,
  'party-removal': 24,
  'admin-warning': 6,
  'admin-demerit': 12,
  'admin-major-demerit': 18,
  'admin-demotion': 24,
  'admin-removal': 24,
  'organizational-measure': 12,
}

/** Supervision became stricter. */
const sanctionRate = (year: number): number => (year < 2013 ? 0.005 : 0.02)

export function sanction(service: Service, year: number, asOf: DateCode, random: Random): void {
  const rate = sanctionRate(year)
  for (const person of service.active) {
    if (!random.chance(rate * Math.exp(-0.9 * (person.ability.aspects[4] ?? 0)))) continue
    const kind = random.weighted(sanctionKinds)
    const falls = kind === 'admin-demotion' || kind === 'party-removal' || kind === 'admin-removal'
    const on = dateCode(year, random.between(1, falls ? 2 : 12), random.between(1, 28))
    if (on <= addMonths(person.since, 2) || on > asOf || isUnderSanction(person, on)) continue
    if (kind.startsWith('party') && person.party !== '中共党员') continue
    const months = writtenMonths[kind]
    person.sanctions.push({ kind, decidedOn: on, until: months === undefined ? undefined : addMonths(on, months) })
    if (falls && person.seat)
      unseat(service, person, { on, title: '四级主任科员', change: 'demotion', rung: 0, inPool: true })
  }
}

/** The yearly results of every unit: at most a fifth excellent, few below competent. */
export function evaluate(service: Service, year: number, random: Random): void {
  const byUnit = new Map<Unit, Person[]>()
  for (const person of service.active) {
    const group = byUnit.get(person.unit)
    if (group) group.push(person)
    else byUnit.set(person.unit, [person])
  }
  for (const group of byUnit.values()) {
    const ranked = group
      .map((person) => ({
        person,
        merit: (person.ability.aspects[3] ?? 0) + 0.5 * random.normal() + (person.seat ? 0.2 : 0),
      }))
      .sort((a, b) => b.merit - a.merit)
    const quota = Math.floor(ranked.length * 0.18 + random.uniform() * 0.9)
    ranked.forEach(({ person }, place) => {
      const result = gradeOf(person, year, place < quota, place === ranked.length - 1, random)
      if (result) person.results.set(year, result)
    })
  }
}

function gradeOf(
  person: Person,
  year: number,
  inQuota: boolean,
  isLast: boolean,
  random: Random,
): EvaluationResult | undefined {
  if (random.chance(0.015)) return undefined
  if (yearOf(person.enteredOn) === year) return 'ungraded'
  const sanctioned = person.sanctions.find((each) => yearOf(each.decidedOn) === year && each.kind !== 'reminder')
  if (sanctioned)
    return random.weighted([
      ['competent', 6],
      ['basicallyCompetent', 3],
      ['ungraded', 1],
    ] as const)
  if (inQuota) return 'excellent'
  if (isLast && random.chance(0.05)) return 'basicallyCompetent'
  return random.chance(0.0008) ? 'incompetent' : 'competent'
}
