import { dateCode, daysBetween, yearOf } from '#domain/calendar.ts'
import { Random } from '../../random.ts'
import type { Unit } from '../../structure/shape.ts'
import { type Indicator, indicatorsOf } from '../../vocabulary/indicators.ts'
import { heavyTailed } from '../draws.ts'
import { type Post, resultYears, type TrialWorld } from '../world.ts'

/** How a unit writes down who answers for what. */
export type Bookkeeping = 'shares' | 'portfolios' | 'names' | 'nothing'

const habits: readonly (readonly [Bookkeeping, number])[] = [
  ['shares', 35],
  ['portfolios', 20],
  ['names', 30],
  ['nothing', 15],
]

export const bookkeepingOf = ({ seed }: TrialWorld, unit: Unit): Bookkeeping =>
  new Random(seed, 'trial-books', unit.id).weighted(habits)

export const firstResultYear = (world: TrialWorld): number => yearOf(world.asOf) - resultYears

/** Some units began to report late: all who serve there have served together all the time that can be seen. */
export const firstYearOf = (world: TrialWorld, unit: Unit): number =>
  firstResultYear(world) + (new Random(world.seed, 'trial-late', unit.id).chance(0.15) ? resultYears - 3 : 0)

/** The results a deputy answers for by name, in units that divide them. */
export function portfolioOf({ seed }: TrialWorld, unit: Unit, { person, stint }: Post): readonly Indicator[] {
  const random = new Random(seed, 'trial-portfolio', person.serial, stint.from)
  return random.shuffled(indicatorsOf(unit.kind, unit.sector)).slice(0, random.between(1, 2))
}

/**
 * What a member's work counts for in one result of a year. Where shares are written they are as written; where they are
 * not, nobody knows them: a strong principal here, a strong deputy there.
 */
export function shareOf(world: TrialWorld, unit: Unit, post: Post, deputies: number, indicator?: Indicator): number {
  const books = bookkeepingOf(world, unit)
  const random = new Random(world.seed, 'trial-share', unit.id)
  const principal = 0.3 + 0.05 * random.below(5)
  if (books === 'shares') return post.isPrincipal ? principal : writtenShare(principal, deputies)
  if (books === 'portfolios') {
    if (post.isPrincipal) return 0.4
    return indicator && portfolioOf(world, unit, post).some(({ name }) => name === indicator.name) ? 0.35 : 0
  }
  const own = new Random(world.seed, 'trial-share', unit.id, post.person.serial)
  return post.isPrincipal ? 0.2 + 0.4 * own.uniform() : (0.2 + 1.2 * own.uniform()) * ((1 - principal) / deputies)
}

/** Two decimals, as a table of duties would say it. */
const writtenShare = (principal: number, deputies: number): number =>
  Math.max(0.01, Math.round((100 * (1 - principal)) / deputies) / 100)

/** Seats of deputies and members of a unit: what the rest of a team's result is divided by. */
export const deputiesOf = ({ structure }: TrialWorld, unit: Unit): number =>
  Math.max(
    1,
    structure.seats.filter((seat) => seat.unit === unit && seat.role !== 'staff' && seat.role !== 'principal').length,
  )

function partOfYear({ from, to }: Post['stint'], year: number): number {
  const begin = dateCode(year, 1, 1)
  const end = dateCode(year + 1, 1, 1)
  const first = Math.max(from, begin)
  const last = Math.min(to === 0 ? end : to, end)
  return first < last ? Math.min(1, daysBetween(first, last) / 365) : 0
}

/** What the team adds to a result by its work of one year. */
function teamEffect(world: TrialWorld, unit: Unit, indicator: Indicator, deputies: number, year: number): number {
  return (world.posts.get(unit) ?? []).reduce((sum, post) => {
    const part = partOfYear(post.stint, year)
    if (part === 0) return sum
    const share = shareOf(world, unit, post, deputies, indicator)
    return sum + share * part * world.traits(post.person)[indicator.visibility]
  }, 0)
}

export const sectorYear = (world: TrialWorld, sector: string, year: number): number => {
  const shock = 0.3 * heavyTailed(new Random(world.seed, 'trial-shock', sector, year), 5)
  return sector === world.slump && year === yearOf(world.asOf) - 1 ? shock - 1.3 : shock
}

const inherited = 0.35
const burnIn = 4

/**
 * A unit's course in one result, on the scale of its spread: environment, what the indicator finds there, the sector's
 * year, the team (for latent results the work of two and three years before), part of last year's distance, luck.
 */
export function courseOf(world: TrialWorld, unit: Unit, indicator: Indicator): Map<number, number> {
  const random = new Random(world.seed, 'trial-course', unit.id, indicator.name)
  const { environment, condition } = world.units(unit)
  const level = environment + 0.2 * random.normal()
  const deputies = deputiesOf(world, unit)
  const course = new Map<number, number>()
  let distance = 0
  for (let year = firstResultYear(world) - burnIn; year < yearOf(world.asOf); year += 1) {
    const effect = (back: number): number => teamEffect(world, unit, indicator, deputies, year - back)
    const team = indicator.visibility === 'visible' ? effect(0) : 0.5 * (effect(2) + effect(3))
    const working = year >= yearOf(world.asOf) - 4 ? 0.15 * condition : 0
    distance = inherited * distance + team + working + 0.4 * heavyTailed(random, 4)
    course.set(year, level + sectorYear(world, unit.sector, year) + distance)
  }
  return course
}
