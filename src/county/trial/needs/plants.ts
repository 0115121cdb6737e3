import { addMonths, type DateCode, yearOf } from '#domain/calendar.ts'
import type { Person, Stint } from '../../careers/person.ts'
import { Random } from '../../random.ts'
import type { Unit } from '../../structure/shape.ts'
import { earlierWork } from '../../tables/people.ts'
import type { Cadre, World } from '../../world.ts'

export type Need = 'grassroots' | 'hardship' | 'narrow' | 'principal-seat'

/** A person made to have a need, or to look as if, and how the record was changed for it. */
export interface Plant {
  readonly need: Need
  readonly manner: string
  readonly isNeed: boolean
  readonly reserve?: boolean
  /** No tenure says whether it was at the grassroots. */
  readonly blankGrassroots?: true
  readonly blankBirth?: true
}

interface Ground {
  readonly world: World
  readonly isAble: (person: Person) => boolean
  readonly random: Random
}

type Sower = (cadre: Cadre, ground: Ground) => Plant | undefined

const sowers: readonly Sower[] = [sowGrassroots, sowHardship, sowNarrow, sowPotential, sowKeySeat]

/** About every fourth person in the middle of a career has a planted need or a look-alike; changes their careers for it. */
export function plantNeeds(world: World, isAble: Ground['isAble']): Map<Cadre, Plant> {
  const plants = new Map<Cadre, Plant>()
  for (const cadre of world.cadres) {
    const { person } = cadre
    const random = new Random(world.seed, 'trial-needs', person.serial)
    if (person.leftOn !== 0 || ageOf(world, person) > 47 || !random.chance(0.5)) continue
    for (const sow of random.shuffled([...sowers])) {
      const plant = sow(cadre, { world, isAble, random })
      if (!plant) continue
      plants.set(cadre, plant)
      break
    }
  }
  return plants
}

const ageOf = (world: World, { bornOn }: Person): number => yearOf(world.asOf) - yearOf(bornOn)

const isGrassroots = ({ level, kind }: Unit): boolean =>
  level !== 'prefecture' || kind === 'enterprise' || kind === 'institution'

function sowGrassroots(cadre: Cadre, { world, random }: Ground): Plant | undefined {
  const { person } = cadre
  if (earlierWork(world, cadre) || person.stints.some(({ unit }) => isGrassroots(unit))) return undefined
  const villages = [...world.structure.villages.values()].flat()
  if (villages.length === 0) return undefined
  const manner = random.pick(['none', 'short', 'served', 'unrecorded'] as const)
  if (manner === 'short') lend(person, random.pick(villages), world.asOf, 10)
  if (manner === 'served') lend(person, random.pick(villages), world.asOf, 30)
  if (manner === 'unrecorded') return { need: 'grassroots', manner, isNeed: false, blankGrassroots: true }
  return { need: 'grassroots', manner, isNeed: manner !== 'served' }
}

const youngUnder = [35, 35, 40, 45]

function sowHardship({ person }: Cadre, { world, random }: Ground): Plant | undefined {
  if (ageOf(world, person) >= (youngUnder[person.rung] ?? 0) - 1) return undefined
  if (person.stints.some(({ unit }) => unit.hardship)) return undefined
  const hard = world.structure.units.filter((unit) => unit.hardship && unit.abolishedOn === undefined)
  if (hard.length === 0) return undefined
  const manner = random.pick(['none', 'served', 'unrecorded'] as const)
  if (manner === 'served') lend(person, random.pick(hard), world.asOf, 14)
  return {
    need: 'hardship',
    manner,
    isNeed: manner === 'none',
    ...(manner === 'unrecorded' ? { blankBirth: true } : {}),
  }
}

function sowNarrow(cadre: Cadre, { world, random }: Ground): Plant | undefined {
  const { person } = cadre
  const isNarrow = person.stints.every(({ unit, place }) => unit === person.unit && place === undefined)
  if (!isNarrow || person.rung < 1 || earlierWork(world, cadre)) return undefined
  const manner = random.pick(['one-unit', 'not-reserve', 'lent'] as const)
  const others = world.structure.units.filter((unit) => unit.team && unit !== person.unit)
  if (manner === 'lent') lend(person, random.pick(others), world.asOf, 8)
  return { need: 'narrow', manner, isNeed: manner === 'one-unit', reserve: manner !== 'not-reserve' }
}

const isKey = ({ seat }: Stint): boolean => seat !== undefined && (seat.power || seat.fund || seat.resource)

function isSettledDeputy(person: Person, asOf: DateCode): boolean {
  const isDeputy = person.seat?.role === 'deputy' && person.since < addMonths(asOf, -36)
  return isDeputy && person.stints.every(({ role }) => role !== 'principal')
}

function sowPotential({ person }: Cadre, { world, isAble, random }: Ground): Plant | undefined {
  if (!isSettledDeputy(person, world.asOf) || person.stints.some(isKey) || !isAble(person)) return undefined
  const manner = random.pick(['able', 'able', 'not-reserve', 'fault'] as const)
  praise(person, world.asOf)
  if (manner === 'fault') person.results.set(yearOf(world.asOf) - 2, 'basicallyCompetent')
  return { need: 'principal-seat', manner, isNeed: manner === 'able', reserve: manner !== 'not-reserve' }
}

function sowKeySeat({ person }: Cadre, { world, random }: Ground): Plant | undefined {
  if (!isSettledDeputy(person, world.asOf) || !person.stints.some(isKey) || !random.chance(0.3)) return undefined
  praise(person, world.asOf)
  return { need: 'principal-seat', manner: 'key-seat', isNeed: false, reserve: true }
}

/** Excellent in each of the last three years. */
function praise(person: Person, asOf: DateCode): void {
  for (const back of [1, 2, 3]) person.results.set(yearOf(asOf) - back, 'excellent')
}

/** A secondment to a unit that ended three years ago. */
function lend(person: Person, unit: Unit, asOf: DateCode, months: number): void {
  const to = addMonths(asOf, -36)
  person.stints.push({
    seat: undefined,
    unit,
    title: '挂职干部',
    rung: 0,
    role: 'staff',
    from: addMonths(to, -months),
    to,
    kind: 'seconded',
    change: 'lateral',
  })
}
