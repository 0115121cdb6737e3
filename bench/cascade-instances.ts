/**
 * Invented boards for the cascade benchmark: 70 % of the people hold a seat, teams of eight with four ranks, moves within a
 * rank or one up, four floors for each team with a price, kin who must not be in one team, and a budget of moves.
 */
import type { CascadeProblem, Limit } from '../src/optimisation/index.ts'
import { seededUniform } from '../src/statistics/index.ts'

export interface Board {
  readonly people: number
  readonly vacancies: number
  /** Lawful moves for each pair of person and seat: 0.085 is sparse, 0.2175 dense. */
  readonly density: number
  readonly seed: number
}

const ranks = [3, 2, 2, 1, 1, 1, 0, 0]
const team = ranks.length
const sitting = 0.7
const kinShare = 0.05
const budget = 1.6
const fillReward = 5
const moveCost = 1
/** Women, at most forty years old, and two fields of expertise: their share, how many a team should have, the price of one. */
const floors = [
  { share: 0.3, least: 2, price: 4 },
  { share: 0.35, least: 2, price: 3 },
  { share: 0.25, least: 1, price: 5 },
  { share: 0.25, least: 1, price: 5 },
]

interface Person {
  readonly home: number
  readonly rank: number
  readonly traits: readonly boolean[]
}

const teamOf = (seat: number): number => Math.floor(seat / team)
const rankOf = (seat: number): number => ranks[seat % team] ?? 0

/** The same board gives the same problem. */
export function inventBoard({ people: count, vacancies, density, seed }: Board): CascadeProblem {
  const uniform = seededUniform(seed)
  const holders = Math.round(sitting * count)
  const seatCount = holders + vacancies
  const seats = shuffled(seatCount, uniform)
  const people = Array.from({ length: count }, (_, person): Person => {
    const home = person < holders ? (seats[person] ?? -1) : -1
    const rank = home >= 0 ? rankOf(home) : Math.floor(uniform() * 3)
    return { home, rank, traits: floors.map(({ share }) => uniform() < share) }
  })
  const home = Int32Array.from(people, (person) => person.home)
  const empty = new Uint8Array(seatCount).fill(1)
  for (const seat of home) if (seat >= 0) empty[seat] = 0
  const arcs = arcsOf(people, seatCount, density, uniform)
  const moves = movesOf(people, arcs, seatCount)
  const limits = [
    ...teamFloors(people, moves),
    ...kinLimits(people, moves, uniform),
    limitOf(
      [...arcs.person.keys()].map((arc) => [arc, 1]),
      Number.NEGATIVE_INFINITY,
      Math.floor(budget * vacancies),
    ),
  ]
  return { home, seatCount, empty, arcs, chainMost: 3, exchangeMost: 2, limits }
}

function shuffled(count: number, uniform: () => number): number[] {
  const order = Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(uniform() * (last + 1))
    ;[order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0]
  }
  return order
}

function arcsOf(people: readonly Person[], seatCount: number, density: number, uniform: () => number) {
  const fits = (person: Person, seat: number): boolean => {
    const step = rankOf(seat) - person.rank
    return seat !== person.home && (step === 0 || step === 1)
  }
  let pairs = 0
  for (const person of people) for (let seat = 0; seat < seatCount; seat += 1) if (fits(person, seat)) pairs += 1
  const share = (density * people.length * seatCount) / pairs
  const found: { person: number; seat: number; gain: number }[] = []
  for (const [index, person] of people.entries()) {
    const ability = 3 * uniform()
    const now = person.home >= 0 ? ability + 5 * uniform() : 0
    for (let seat = 0; seat < seatCount; seat += 1) {
      if (!fits(person, seat) || uniform() >= share) continue
      const fit = ability + 7 * uniform()
      // Only the end of a chain fills a seat: who comes from a seat opens another.
      const gain = person.home >= 0 ? fit - now - moveCost : fit + fillReward - moveCost
      found.push({ person: index, seat, gain: Math.round(gain * 1000) / 1000 })
    }
  }
  return {
    person: Int32Array.from(found, ({ person }) => person),
    seat: Int32Array.from(found, ({ seat }) => seat),
    gain: Float64Array.from(found, ({ gain }) => gain),
  }
}

type Term = readonly [arc: number, coefficient: number]

/** How the moves of people change the number of people in a team. */
interface Moves {
  readonly teams: readonly number[]
  readonly isIn: (person: number, team: number) => boolean
  readonly changes: (person: number, team: number) => readonly Term[]
}

function movesOf(people: readonly Person[], { person, seat }: CascadeProblem['arcs'], seatCount: number): Moves {
  const into = people.map(() => new Map<number, number[]>())
  person.forEach((who, arc) => {
    const where = teamOf(seat[arc] ?? -1)
    const arcs = into[who]?.get(where)
    if (arcs) arcs.push(arc)
    else into[who]?.set(where, [arc])
  })
  const isIn = (person: number, where: number): boolean => {
    const home = people[person]?.home ?? -1
    return home >= 0 && teamOf(home) === where
  }
  return {
    teams: Array.from({ length: Math.ceil(seatCount / team) }, (_, index) => index),
    isIn,
    changes: (person, where) => {
      const arcs = into[person] ?? new Map<number, number[]>()
      if (!isIn(person, where)) return (arcs.get(where) ?? []).map((arc): Term => [arc, 1])
      return [...arcs].flatMap(([to, away]) => (to === where ? [] : away.map((arc): Term => [arc, -1])))
    },
  }
}

function limitOf(terms: readonly Term[], least: number, most: number, price?: number): Limit {
  return {
    arcs: Int32Array.from(terms, ([arc]) => arc),
    coefficients: Float64Array.from(terms, ([, coefficient]) => coefficient),
    least,
    most,
    ...(price !== undefined && { price }),
  }
}

function teamFloors(people: readonly Person[], { teams, isIn, changes }: Moves): Limit[] {
  return teams.flatMap((where) =>
    floors.map(({ least, price }, trait) => {
      const bearers = [...people.keys()].filter((person) => people[person]?.traits[trait])
      const now = bearers.filter((person) => isIn(person, where)).length
      const terms = bearers.flatMap((person) => changes(person, where))
      return limitOf(terms, least - now, Number.POSITIVE_INFINITY, price)
    }),
  )
}

/** Pairs of kin who are not in one team now: in each team that both could be in, at most one of them. */
function kinLimits(people: readonly Person[], { teams, isIn, changes }: Moves, uniform: () => number): Limit[] {
  const order = shuffled(people.length, uniform)
  return Array.from({ length: Math.round((kinShare * people.length) / 2) }, (_, pair) => {
    const kin = order.slice(2 * pair, 2 * pair + 2)
    if (teams.some((where) => kin.every((person) => isIn(person, where)))) return []
    return teams.flatMap((where) => {
      const terms = kin.map((person) => changes(person, where))
      if (terms.some(({ length }) => length === 0)) return []
      const now = kin.filter((person) => isIn(person, where)).length
      return [limitOf(terms.flat(), Number.NEGATIVE_INFINITY, 1 - now)]
    })
  }).flat()
}
