import { type DateCode, yearOf } from '#domain/calendar.ts'
import { type Customs, usualCustoms } from './careers/choice.ts'
import type { Person } from './careers/person.ts'
import { simulateCareers } from './careers/simulate.ts'
import { Random } from './random.ts'
import type { Seat, Structure } from './structure/shape.ts'
import { buildStructure } from './structure/structure.ts'
import { drawName } from './vocabulary/names.ts'

/** A person of the package: in service on the as-of date, or one who left not long before. */
export interface Cadre {
  readonly id: string
  readonly person: Person
  readonly name: string
}

/** Everything that happened in the city, from which tables and truth are written. */
export interface World {
  readonly seed: number
  readonly asOf: DateCode
  readonly structure: Structure
  readonly cadres: readonly Cadre[]
  readonly cadreOf: ReadonlyMap<Person, Cadre>
  /** Everybody who ever served, also those whom the package no longer holds: their work explains old results. */
  readonly everyone: readonly Person[]
  readonly vacancies: readonly { readonly seat: Seat; readonly since: DateCode }[]
}

const nameOf = (seed: number, { serial, sex, ethnicity, bornOn }: Person): string =>
  drawName(new Random(seed, 'name', serial), { sex, ethnicity, bornIn: yearOf(bornOn) })

const shareInService = 0.86
const seatsPerCadre = 0.575

/** Few in a small city; 40 with 2,000 cadres, 120 with 10,000. */
function vacancyGoal(seatCount: number): number {
  if (seatCount > 1150) return Math.round(40 + (seatCount - 1150) * 0.0174)
  return Math.ceil(Math.min(seatCount * 0.1, Math.max(12, seatCount * 0.035)))
}

/** Builds the offices, lives through the careers and keeps exactly `cadres` people: those in service and the last who left. */
export function buildWorld(options: {
  seed: number
  cadres: number
  asOf: DateCode
  customs?: Customs
  /** Changes the offices before anybody works in them. */
  reshape?: (structure: Structure) => Structure
}): World {
  const { seed, asOf, customs = usualCustoms } = options
  const seatCount = Math.round(options.cadres * seatsPerCadre)
  const built = buildStructure(seed, seatCount)
  const structure = options.reshape?.(built) ?? built
  const size = Math.round(options.cadres * shareInService)
  const vacancyCount = vacancyGoal(seatCount)
  const { service, vacancies } = simulateCareers(structure, { seed, size, vacancyCount, asOf, customs })
  const kept = [...service.people]
    .sort((a, b) => (b.leftOn || asOf + 1) - (a.leftOn || asOf + 1) || a.serial - b.serial)
    .slice(0, options.cadres)
    .sort((a, b) => a.serial - b.serial)
  const cadres = kept.map((person, index) => ({
    id: `C${String(index + 1).padStart(6, '0')}`,
    person,
    name: nameOf(seed, person),
  }))
  const cadreOf = new Map(cadres.map((cadre) => [cadre.person, cadre]))
  return { seed, asOf, structure, cadres, cadreOf, everyone: service.people, vacancies }
}
