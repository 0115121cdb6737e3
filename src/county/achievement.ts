import { dateCode, daysBetween, yearOf } from '#domain/calendar.ts'
import type { Person, Stint } from './careers/person.ts'
import { Random } from './random.ts'
import type { Unit } from './structure/shape.ts'
import type { World } from './world.ts'

export const environmentOf = (seed: number, unit: Unit): number =>
  0.45 * new Random(seed, 'environment', unit.id).normal()

export const sectorYear = (seed: number, sector: string, year: number): number =>
  0.3 * new Random(seed, 'sector-year', sector, year).normal()

export interface Duty {
  readonly person: Person
  readonly stint: Stint
  readonly isPrincipal: boolean
}

/** Who sat in the leadership team of each unit, over all years. */
export function dutiesByUnit(world: World): Map<Unit, Duty[]> {
  const duties = new Map<Unit, Duty[]>()
  for (const person of world.everyone) {
    for (const stint of person.stints) {
      if (!stint.seat || stint.seat.role === 'staff' || stint.kind !== 'appointed') continue
      const duty = { person, stint, isPrincipal: stint.seat.role === 'principal' }
      const list = duties.get(stint.unit)
      if (list) list.push(duty)
      else duties.set(stint.unit, [duty])
    }
  }
  return duties
}

/** Principals carry two fifths of what a team adds, the others share the rest. */
export const principalShare = 0.4

/** What the team adds to a year's result: each member by share and by the part of the year served. */
export function teamContribution(duties: readonly Duty[], year: number, kind: 'visible' | 'latent'): number {
  const present = duties.map((duty) => ({ duty, part: partOfYear(duty.stint, year) })).filter(({ part }) => part > 0)
  const others = Math.max(
    1,
    present.reduce((sum, { duty, part }) => sum + (duty.isPrincipal ? 0 : part), 0),
  )
  return present.reduce((sum, { duty, part }) => {
    const share = duty.isPrincipal ? principalShare : (1 - principalShare) / others
    return sum + share * part * duty.person.ability[kind]
  }, 0)
}

function partOfYear({ from, to }: Stint, year: number): number {
  const begin = dateCode(year, 1, 1)
  const end = dateCode(year + 1, 1, 1)
  const first = Math.max(from, begin)
  const last = Math.min(to === 0 ? end : to, end)
  return first < last ? Math.min(1, daysBetween(first, last) / 365) : 0
}

export const firstResultYear = (world: World): number => yearOf(world.asOf) - 11
