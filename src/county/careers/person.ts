import { addMonths, type DateCode, dateCode, monthOf, yearOf } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { Role } from '#domain/lexicon/terms.ts'
import type { Random } from '../random.ts'
import type { Area, Seat, Unit } from '../structure/shape.ts'
import type { Rung } from '../vocabulary/levels.ts'
import { drawEthnicity, type Sex } from '../vocabulary/names.ts'

/** A stretch of a career, in exact days; what is written to the package may know less. */
export interface Stint {
  readonly seat: Seat | undefined
  readonly unit: Unit
  readonly title: string
  readonly rung: Rung
  readonly role: Role
  readonly from: DateCode
  /** 0 while it lasts. */
  to: DateCode
  readonly kind: Identifier<'tenureKind'>
  readonly change: Identifier<'change'>
  /** Where the unit is not one of the city's. */
  readonly place?: string
}

export interface Sanction {
  readonly kind: Identifier<'sanctionKind'>
  readonly decidedOn: DateCode
  readonly until: DateCode | undefined
}

export type EvaluationResult = Identifier<'evaluationResult'>

/** What nobody in the city can see: it makes everything that can be seen. Standard deviations of about one half. */
export interface Ability {
  readonly overall: number
  /** integrity, competence, diligence, achievement, probity */
  readonly aspects: readonly number[]
  /** What the person adds to results that show at once, and to those that show years later. */
  readonly visible: number
  readonly latent: number
}

export interface Person {
  readonly serial: number
  readonly sex: Sex
  readonly ethnicity: string
  readonly bornOn: DateCode
  readonly enteredOn: DateCode
  readonly party: string
  readonly growthArea: Area
  readonly ability: Ability
  /** Stays where he or she is. */
  readonly settled: boolean
  readonly stints: Stint[]
  readonly sanctions: Sanction[]
  readonly results: Map<number, EvaluationResult>
  unit: Unit
  seat: Seat | undefined
  rung: Rung
  /** Since when in the present seat, and on the present rung. */
  since: DateCode
  rungSince: DateCode
  steppedDown: boolean
  /** Day of retirement or departure; 0 while in service. */
  leftOn: DateCode
  /** Place in the pool of the rung and area. */
  poolPlace: number
}

const parties: readonly (readonly [string, number])[] = [
  ['中共党员', 870],
  ['群众', 55],
  ['民革党员', 12],
  ['民盟盟员', 15],
  ['民建会员', 10],
  ['民进会员', 8],
  ['农工党党员', 8],
  ['九三学社社员', 10],
  ['无党派人士', 12],
]

export const aspectCount = 5

/** The overall ability is the mean of the five aspects, so that the mean of all items of a ballot measures it. */
export function drawAbility(random: Random): Ability {
  const general = 0.487 * random.normal()
  const aspects = Array.from({ length: aspectCount }, () => general + 0.25 * random.normal())
  const overall = aspects.reduce((sum, aspect) => sum + aspect, 0) / aspectCount
  const shared = 0.6 * overall
  return { overall, aspects, visible: shared + 0.4 * random.normal(), latent: shared + 0.4 * random.normal() }
}

/** A new cadre who enters `unit` on the day `enteredOn` at the given age. */
export function recruit(
  random: Random,
  serial: number,
  place: { unit: Unit; areas: readonly Area[]; enteredOn: DateCode; age: number },
): Person {
  const { unit, enteredOn } = place
  const bornOn = dateCode(yearOf(enteredOn) - place.age, random.between(1, 12), random.between(1, 28))
  const counties = place.areas.filter((area) => area.city === unit.area.city && !area.code.endsWith('00'))
  const isLocal = random.chance(0.6) && !unit.area.code.endsWith('00')
  const person: Person = {
    serial,
    sex: random.chance(0.32) ? 'female' : 'male',
    ethnicity: drawEthnicity(random),
    bornOn,
    enteredOn,
    party: random.weighted(parties),
    growthArea: isLocal ? unit.area : random.pick(counties),
    ability: drawAbility(random),
    settled: random.chance(0.17),
    stints: [],
    sanctions: [],
    results: new Map(),
    unit,
    seat: undefined,
    rung: 0,
    since: enteredOn,
    rungSince: enteredOn,
    steppedDown: false,
    leftOn: 0,
    poolPlace: -1,
  }
  return person
}

/** The first of the month after the person reaches the age of retirement of the invented city. */
export function retirementDay(person: Person): DateCode {
  const years = person.sex === 'male' || person.rung >= 3 ? 60 : 55
  const turns = addMonths(dateCode(yearOf(person.bornOn), monthOf(person.bornOn), 1), years * 12 + 1)
  const monthsIntoReform = (yearOf(turns) - 2025) * 12 + monthOf(turns) - 1
  const delay = monthsIntoReform < 0 ? 0 : Math.min(36, Math.floor(monthsIntoReform / 4) + 1)
  return addMonths(turns, delay)
}
