import { addMonths, type DateCode, dateCode, yearOf } from '#domain/calendar.ts'
import type { Customs } from '../careers/choice.ts'
import type { Person, Stint } from '../careers/person.ts'
import { Random } from '../random.ts'
import type { Structure, Unit } from '../structure/shape.ts'
import { buildWorld, type Cadre, type World } from '../world.ts'
import { heavyTailed } from './draws.ts'
import { type Plant, plantNeeds } from './needs/plants.ts'
import { type Traits, traitsOf } from './traits.ts'

/** A person whose ability falls at a day of the last survey years, and by how much. */
export interface Fall {
  readonly on: DateCode
  readonly drop: number
}

export interface TrialUnit {
  readonly environment: number
  /** How well the leadership team works. */
  readonly condition: number
  /** How kindly the people who work there score anybody. */
  readonly culture: number
}

/** A post in a leadership team, of anybody who ever held one. */
export interface Post {
  readonly person: Person
  readonly stint: Stint
  readonly isPrincipal: boolean
}

export interface TrialWorld extends World {
  readonly traits: (person: Person) => Traits
  readonly units: (unit: Unit) => TrialUnit
  readonly posts: ReadonlyMap<Unit, readonly Post[]>
  readonly falls: ReadonlyMap<Cadre, Fall>
  /** People with a planted development need, or who look as if they had one. */
  readonly needPlants: ReadonlyMap<Cadre, Plant>
  /** Area and year in which every rater was harsh. */
  readonly harshPanel: { readonly area: number; readonly year: number }
  /** Sector whose results fell everywhere in the last year. */
  readonly slump: string
}

export const surveyYears = 5
export const resultYears = 11

/** People stay where they are: few moves to compare units by, and closed units have kept apart for the whole window. */
const customs: Customs = { closedYears: 15, loyalty: 4, ownFirst: true, restlessness: 0.15 }
const shareOfEnclave = 0.13

export function buildTrialWorld(options: { seed: number; cadres: number; asOf: DateCode }): TrialWorld {
  const { seed, asOf } = options
  const world = buildWorld({ ...options, customs, reshape: (structure) => withEnclave(seed, structure) })
  const known = new Map(world.everyone.map((person) => [person, traitsOf(seed, person)]))
  const traits = (person: Person): Traits => known.get(person) ?? traitsOf(seed, person)
  const falls = fallsOf(world)
  const falling = new Set([...falls.keys()].map(({ person }) => person))
  const needPlants = plantNeeds(world, (person) => !falling.has(person) && traits(person).overall > 0)
  const posts = postsOf(world)
  const hidden = new Map(
    world.structure.units.map((unit) => [unit, trialUnit(world, unit, posts.get(unit) ?? [], traits)]),
  )
  const random = new Random(seed, 'trial-shocks')
  const open = world.structure.units.filter((unit) => unit.team && !unit.closed)
  const sectors = [...Map.groupBy(open, (unit) => unit.sector)].filter(([, units]) => units.length >= 3)
  return {
    ...world,
    traits,
    posts,
    units: (unit) => hidden.get(unit) ?? trialUnit(world, unit, [], traits),
    falls,
    needPlants,
    harshPanel: { area: random.pick(open).area.index, year: yearOf(asOf) - random.between(1, 2) },
    slump: sectors.length > 0 ? random.pick(sectors)[0] : '',
  }
}

/** Closes units of several kinds until they hold a share of all seats; nobody crosses their border in the whole window. */
function withEnclave(seed: number, structure: Structure): Structure {
  const random = new Random(seed, 'trial-enclave')
  const heirs = new Set(structure.units.map((unit) => unit.successor))
  const seats = Map.groupBy(structure.seats, (seat) => seat.unit)
  const isFree = (unit: Unit): boolean =>
    unit.team !== undefined && !heirs.has(unit.index) && unit.abolishedOn === undefined && kinds.has(unit.kind)
  const closed = new Set<Unit>()
  let held = 0
  for (const unit of random.shuffled(structure.units.filter(isFree))) {
    if (held >= shareOfEnclave * structure.seats.length) break
    closed.add(unit)
    held += seats.get(unit)?.length ?? 0
  }
  const renewed = structure.units.map((unit) => ({ ...unit, closed: closed.has(unit) }))
  const unitOf = (unit: Unit): Unit => renewed[unit.index] ?? unit
  return {
    ...structure,
    units: renewed,
    seats: structure.seats.map((seat) => ({ ...seat, unit: unitOf(seat.unit) })),
    villages: new Map([...structure.villages].map(([area, units]) => [area, units.map(unitOf)])),
  }
}
const kinds = new Set<string>(['institution', 'enterprise', 'zone', 'department', 'township', 'association'])

function postsOf(world: World): Map<Unit, Post[]> {
  const posts = new Map<Unit, Post[]>()
  for (const person of world.everyone) {
    for (const stint of person.stints) {
      if (!stint.seat || stint.seat.role === 'staff' || stint.kind !== 'appointed') continue
      const list = posts.get(stint.unit) ?? []
      list.push({ person, stint, isPrincipal: stint.seat.role === 'principal' })
      posts.set(stint.unit, list)
    }
  }
  return posts
}

/** Good places draw able people: the environment leans on those who served there of late, which a naive credit cannot see. */
function trialUnit(
  { seed, asOf }: World,
  unit: Unit,
  posts: readonly Post[],
  traits: (person: Person) => Traits,
): TrialUnit {
  const random = new Random(seed, 'trial-unit', unit.id)
  const since = addMonths(asOf, -12 * 7)
  const late = posts.filter(({ stint }) => stint.to === 0 || stint.to > since).map(({ person }) => traits(person))
  const able = late.reduce((sum, { overall, visible }) => sum + overall + visible, 0) / Math.max(2, 2 * late.length)
  const condition = 0.9 * random.normal() + 0.7 * able
  return {
    environment: 0.9 * able + 0.38 * heavyTailed(random, 5),
    condition,
    culture: 0.22 * random.normal() + 0.18 * condition,
  }
}

/** One in twenty of those who long sat in one seat falls behind his own course. */
function fallsOf(world: World): Map<Cadre, Fall> {
  const falls = new Map<Cadre, Fall>()
  const since = addMonths(world.asOf, -12 * surveyYears)
  for (const cadre of world.cadres) {
    const random = new Random(world.seed, 'trial-fall', cadre.person.serial)
    const { person } = cadre
    if (person.leftOn !== 0 || !person.seat || person.since > since || !random.chance(0.05)) continue
    const year = yearOf(world.asOf) - random.between(1, 2)
    falls.set(cadre, {
      on: dateCode(year, random.between(2, 10), random.between(1, 28)),
      drop: 1.3 + 0.5 * random.uniform(),
    })
  }
  return falls
}

/** Who held a seat of each unit on a day, among the people of the package. */
export function holdersOn(world: World, on: DateCode): Map<Unit, Cadre[]> {
  const sitting = world.cadres.flatMap((cadre) => {
    const stint = cadre.person.stints.find(
      (each) => each.seat && each.kind === 'appointed' && each.from <= on && (each.to === 0 || on < each.to),
    )
    return stint ? [{ cadre, unit: stint.unit }] : []
  })
  const groups = Map.groupBy(sitting, ({ unit }) => unit)
  return new Map([...groups].map(([unit, members]) => [unit, members.map(({ cadre }) => cadre)]))
}
