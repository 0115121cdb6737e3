import { dateCode, daysBetween, yearOf } from '#domain/calendar.ts'
import type { Person, Stint } from './careers/person.ts'
import { Random } from './random.ts'
import type { Unit } from './structure/shape.ts'
import { type Indicator, indicatorsOf } from './vocabulary/indicators.ts'
import type { World } from './world.ts'

export const environmentOf = (seed: number, unit: Unit): number =>
  0.45 * new Random(seed, 'environment', unit.id).normal()

export const sectorYear = (seed: number, sector: string, year: number): number =>
  0.3 * new Random(seed, 'sector-year', sector, year).normal()

/** What the division of work says of a stint: for one indicator, or for all; a share only where one is written down. */
export interface DutyRecord {
  readonly indicator: string | undefined
  readonly share: number | undefined
}

export interface Duty {
  readonly person: Person
  readonly stint: Stint
  readonly isPrincipal: boolean
  readonly records: readonly DutyRecord[]
}

/** Who sat in the leadership team of each unit, over all years. */
export function dutiesByUnit(world: World): Map<Unit, Duty[]> {
  const duties = new Map<Unit, Duty[]>()
  for (const person of world.everyone) {
    for (const stint of person.stints) {
      if (!stint.seat || stint.seat.role === 'staff' || stint.kind !== 'appointed') continue
      const isPrincipal = stint.seat.role === 'principal'
      const duty = { person, stint, isPrincipal, records: recordsOf(world.seed, { person, stint, isPrincipal }) }
      const list = duties.get(stint.unit)
      if (list) list.push(duty)
      else duties.set(stint.unit, [duty])
    }
  }
  return duties
}

/** Years after which work that lays foundations shows in a latent result. */
export const latentLag = 2

const principalShare = 0.4

/** Principals answer for everything; deputies for one or two results each, and for some the share is written down. */
export function recordsOf(seed: number, { person, stint, isPrincipal }: Omit<Duty, 'records'>): DutyRecord[] {
  const random = new Random(seed, 'duty', person.serial, stint.from)
  const named = random.shuffled(indicatorsOf(stint.unit.kind, stint.unit.sector)).slice(0, random.between(1, 2))
  return (isPrincipal ? [undefined] : named.map(({ name }) => name)).map((indicator) => ({
    indicator,
    share: random.chance(0.25) ? (isPrincipal ? principalShare : random.pick([0.2, 0.25, 0.3])) : undefined,
  }))
}

/**
 * What the team adds to one result by its work of a year: written shares as they are written; of what they leave, principals
 * carry two fifths of the whole and the others the rest, by time served, but for those whose written shares are all elsewhere.
 */
export function teamContribution(duties: readonly Duty[], year: number, indicator: Indicator): number {
  const present = duties.flatMap((duty) => {
    const part = partOfYear(duty.stint, year)
    return part > 0 ? [{ part, duty, ...placeOf(duty.records, indicator.name) }] : []
  })
  const sum = (valueOf: (one: (typeof present)[number]) => number): number =>
    present.reduce((total, one) => total + one.part * valueOf(one), 0)
  const left = Math.max(0, 1 - sum(({ written }) => written ?? 0))
  const sharing = (isPrincipal: boolean): number =>
    sum(({ duty, written, isElsewhere }) =>
      duty.isPrincipal === isPrincipal && written === undefined && !isElsewhere ? 1 : 0,
    )
  const [heads, others] = [sharing(true), sharing(false)]
  const ofHeads = others === 0 ? left : heads === 0 ? 0 : Math.min(principalShare * Math.min(1, heads), left)
  return sum(({ duty, written, isElsewhere }) => {
    const rest = isElsewhere ? 0 : duty.isPrincipal ? ofHeads / heads : (left - ofHeads) / others
    return (written ?? rest) * duty.person.ability[indicator.visibility]
  })
}

/** Where the records place somebody for one result: the share written for it, or only for others. */
function placeOf(records: readonly DutyRecord[], name: string): { written: number | undefined; isElsewhere: boolean } {
  const own = records.filter(({ indicator }) => indicator === undefined || indicator === name)
  const isElsewhere = own.length === 0 && records.some(({ share }) => share !== undefined)
  return { written: own.find(({ share }) => share !== undefined)?.share, isElsewhere }
}

function partOfYear({ from, to }: Stint, year: number): number {
  const begin = dateCode(year, 1, 1)
  const end = dateCode(year + 1, 1, 1)
  const first = Math.max(from, begin)
  const last = Math.min(to === 0 ? end : to, end)
  return first < last ? Math.min(1, daysBetween(first, last) / 365) : 0
}

export const firstResultYear = (world: World): number => yearOf(world.asOf) - 11
