import { addMonths, type DateCode, dateCode, yearOf } from '#domain/calendar.ts'
import { Random } from '../random.ts'
import type { Unit, Villages } from '../structure/shape.ts'
import { province } from '../vocabulary/places.ts'
import { yearsSince } from './choice.ts'
import type { Person, Stint } from './person.ts'
import type { Service } from './service.ts'

const upperOffices = [
  '发展和改革委员会',
  '财政厅',
  '农业农村厅',
  '住房和城乡建设厅',
  '生态环境厅',
  '委组织部',
  '信访局',
  '工业和信息化厅',
]

/** Secondments, study and posts held besides the main one; they begin and end inside the service of the person. */
export function sendOut(service: Service, year: number, asOf: DateCode, random: Random): void {
  const { villages } = service.structure
  for (const person of service.active) {
    const draw = random.uniform()
    if (draw > 0.03) continue
    const from = dateCode(year, random.between(2, 11), random.between(1, 28))
    if (from > asOf || from <= addMonths(person.since, 6) || isAway(person, from)) continue
    const age = yearOf(from) - yearOf(person.bornOn)
    if (draw < 0.018 && age < 45 && person.rung <= 3)
      person.stints.push(secondment(person, villages, from, asOf, random))
    else if (draw < 0.024 && person.rung >= 1) person.stints.push(study(person, from, asOf, random))
    else if (person.seat?.role === 'principal') person.stints.push(concurrent(person, from, asOf, random))
  }
}

const isAway = (person: Person, from: DateCode): boolean =>
  person.stints.some((stint) => stint.kind !== 'appointed' && (stint.to === 0 || stint.to > from))

const ended = (from: DateCode, months: number, asOf: DateCode): DateCode => {
  const to = addMonths(from, months)
  return to > asOf ? 0 : to
}

function secondment(person: Person, villages: Villages, from: DateCode, asOf: DateCode, random: Random): Stint {
  const local = villages.get(person.unit.area) ?? (villages.size > 0 ? random.pick([...villages.values()]) : [])
  const village = local.length > 0 && random.chance(0.6) ? random.pick(local) : undefined
  const place = village?.name ?? `${province.name}${random.pick(upperOffices)}`
  return {
    ...base(person, from),
    unit: village ?? person.unit,
    place,
    title: village ? '驻村第一书记' : '挂职干部',
    role: 'staff',
    rung: 0,
    to: ended(from, village ? 24 : 12, asOf),
    kind: 'seconded',
  }
}

function study(person: Person, from: DateCode, asOf: DateCode, random: Random): Stint {
  const months = random.pick([3, 4, 6, 12])
  return {
    ...base(person, from),
    place: `中共${province.name}委党校`,
    title: months > 4 ? '中青年干部培训班学员' : '进修班学员',
    role: 'staff',
    rung: 0,
    to: ended(from, months, asOf),
    kind: 'study',
  }
}

function concurrent(person: Person, from: DateCode, asOf: DateCode, random: Random): Stint {
  return {
    ...base(person, from),
    title: random.pick([
      '兼重点项目建设指挥部副指挥长',
      '兼河长制办公室主任',
      '兼安全生产委员会办公室主任',
      '兼机关党委书记',
    ]),
    role: 'member',
    to: ended(from, random.between(12, 48), asOf),
    kind: 'concurrent',
  }
}

const base = (person: Person, from: DateCode): Omit<Stint, 'title' | 'to' | 'kind' | 'role'> => ({
  seat: undefined,
  unit: person.unit,
  rung: person.rung,
  from,
  change: 'lateral',
})

/** For part of the vacant seats of principals, a deputy of the unit is in charge meanwhile. */
export function putInCharge(service: Service, seed: number, asOf: DateCode): void {
  for (const seat of service.structure.seats) {
    const since = service.vacantSince[seat.index] ?? 0
    if (seat.role !== 'principal' || service.holders[seat.index] || since === 0 || seat.openTo !== undefined) continue
    const random = new Random(seed, 'in-charge', seat.index)
    const deputy = deputyOf(service, seat.unit)
    if (!deputy || random.chance(0.3)) continue
    const from = addMonths(Math.max(since, deputy.since), 1)
    if (from >= asOf || yearsSince(deputy.since, from) < 0.1) continue
    deputy.stints.push({
      ...base(deputy, from),
      seat,
      title: `主持${seat.unit.name}工作`,
      role: 'principal',
      to: 0,
      kind: 'acting',
    })
  }
}

const deputyOf = (service: Service, unit: Unit): Person | undefined =>
  service.seatsOf
    .get(unit)
    ?.map((seat) => service.holders[seat.index])
    .find((person) => person?.seat?.role === 'deputy')
