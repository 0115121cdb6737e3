import { addMonths, type DateCode } from '#domain/calendar.ts'
import type { Verdict } from '#domain/finding.ts'
import { postRank } from '#domain/lexicon/terms.ts'
import {
  type CadreFacts,
  comparePlanes,
  expectingResults,
  type Facts,
  horizon,
  mayBeConsidered,
  moveOf,
  overallAt,
  overallVerdict,
  pairsIn,
  type RuleBook,
  type SeatFacts,
} from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { serving } from './ages.ts'
import { levelAbove, type Posting, postedInTurn } from './posting.ts'
import { type TimingSettings, timingSettings } from './settings.ts'

/**
 * 就绪程度: may be considered now; after waiting or one posting; after two; not within the months looked ahead under the
 * rules as they stand; or a fact is missing, and nothing can be said.
 */
export const steps = ['now', 'one', 'two', 'never', 'unknown'] as const
export type Step = (typeof steps)[number]

export interface Readiness {
  readonly cadreId: string
  readonly step: Step
  /** The first day on which the rules would let the person be considered; undefined for `never` and `unknown`. */
  readonly on: DateCode | undefined
  /** Postings that it takes, in order; none where the passing of time is enough. */
  readonly postings: readonly Posting[]
  /** Rules that exclude today. */
  readonly blocking: readonly string[]
  /** Facts that are missing. */
  readonly missing: readonly string[]
}

/** What is tried, from the least to the most. */
const ways: readonly (readonly Posting[])[] = [
  [],
  ['other-post'],
  ['grassroots'],
  ['next-level'],
  ['grassroots', 'next-level'],
  ['next-level', 'other-post'],
  ['next-level', 'grassroots'],
]

/** Rows of everybody in service for whom the seat would be no move to a lower level. */
export const candidatesFor = ({ facts }: Pick<Ground, 'facts'>, seat: SeatFacts): number[] =>
  serving({ facts }).filter((row) => {
    const cadre = facts.cadre(row)
    return cadre.post?.position !== seat.position && moveOf(cadre, seat) !== 'demotion'
  })

/**
 * How far each of the people (rows of cadres) is from a seat, in their order. A first posting to the next level counts
 * only where the rules let the person be considered today for some seat there; what a second posting itself asks for is not
 * looked at. A posting lasts as long as the place reckons; yearly results to come are taken as competent.
 * @example readinessReader(ground)(seat, [7])[0] // { step: 'one', on: 20270601, postings: [], blocking: ['APPT-08-3-TENURE'], … }
 */
export function readinessReader(ground: Ground): (seat: SeatFacts, people: readonly number[]) => Readiness[] {
  const { book, facts, snapshot } = ground
  const settings = timingSettings(book, snapshot.asOf)
  const expecting = expectingResults(facts, addMonths(snapshot.asOf, settings.aheadMonths))
  const rules = book.inForce('appointment', snapshot.asOf)
  const rises = riseReader(ground)
  return (seat, people) => {
    const planes = comparePlanes(rules, facts, { people, seats: [seat.index] })
    const today = pairsIn(planes)(0)
    const stepToday = people.map((_, person) => stepOf(today.verdict(person)))
    const unready = people.filter((_, person) => stepToday[person] === undefined)
    const rising = rises(unready)
    const found = new Map<number, Pick<Readiness, 'on' | 'postings'>>()
    for (const postings of ways) {
      const tried = unready.filter((row) => !found.has(row) && mayTry(facts.cadre(row), seat, postings, rising))
      for (const [row, on] of firstDays(book, expecting, { seat, people: tried, postings, settings }))
        found.set(row, { on, postings })
    }
    return people.map((row, person): Readiness => {
      const reached = found.get(row)
      const now = stepToday[person]
      return {
        cadreId: facts.cadre(row).id,
        step: now ?? (reached === undefined ? 'never' : reached.postings.length > 1 ? 'two' : 'one'),
        on: now === 'now' ? snapshot.asOf : reached?.on,
        postings: reached?.postings ?? [],
        blocking: today.blocking(person),
        missing: today.missing(person),
      }
    })
  }
}

/** The step of a verdict that holds today; undefined where a way has to be looked for. */
const stepOf = (verdict: Verdict): Step | undefined =>
  mayBeConsidered(verdict) ? 'now' : verdict === 'unknown' ? 'unknown' : undefined

/** A posting to the next level helps below the seat only, and is looked at where it may be had. */
function mayTry(
  cadre: CadreFacts,
  seat: SeatFacts,
  postings: readonly Posting[],
  rising: ReadonlySet<number>,
): boolean {
  if (!postings.includes('next-level')) return true
  const next = levelAbove(cadre.level)
  if (next === undefined || postRank(next) >= postRank(seat.level)) return false
  return postings[0] !== 'next-level' || rising.has(cadre.index)
}

interface Way {
  readonly seat: SeatFacts
  readonly people: readonly number[]
  readonly postings: readonly Posting[]
  readonly settings: TimingSettings
}

/** The first day, once the postings have lasted, on which each may be considered; the others are left out. */
function firstDays(book: RuleBook, facts: Facts, { seat, people, postings, settings }: Way): Map<number, DateCode> {
  const { asOf } = facts.snapshot
  const after = people.map((row) => postedInTurn(facts.cadre(row), postings, asOf, settings.postingMonths))
  const supposed = new Map(people.map((row, person) => [row, after[person]?.cadre]))
  const then: Facts = { ...facts, cadre: (row) => supposed.get(row) ?? facts.cadre(row) }
  const seats = [seat.index]
  const today = overallAt(comparePlanes(book.inForce('appointment', asOf), then, { people, seats }), 0)
  const turns = horizon(book, then, { people, seats, months: settings.aheadMonths })
  const turnsOf = Map.groupBy(turns, ({ cadreId }) => cadreId)
  const days = new Map<number, DateCode>()
  people.forEach((row, person) => {
    const own = turnsOf.get(facts.cadre(row).id) ?? []
    const until = after[person]?.until ?? asOf
    const by = own.findLast(({ on }) => on <= until)?.to ?? overallVerdict(today, person)
    const on = mayBeConsidered(by) ? until : own.find((turn) => turn.on > until && mayBeConsidered(turn.to))?.on
    if (on !== undefined) days.set(row, on)
  })
  return days
}

/** Seats of a level that are asked about, spread over the units: enough to find one that no family tie bars. */
const seatsAsked = 12

/** Who of the people may be considered today, under the rules, for some leading seat of the next level. */
function riseReader({ facts, book, snapshot }: Ground): (people: readonly number[]) => ReadonlySet<number> {
  const rules = book.inForce('appointment', snapshot.asOf)
  const seatsAt = levelSeats(facts)
  return (people) => {
    const rising = new Set<number>()
    for (const [level, own] of Map.groupBy(people, (row) => levelAbove(facts.cadre(row).level) ?? '')) {
      const planes = comparePlanes(rules, facts, { people: own, seats: seatsAt(level) })
      planes.seats.forEach((_, place) => {
        const overall = overallAt(planes, place)
        own.forEach((row, person) => {
          if (mayBeConsidered(overallVerdict(overall, person))) rising.add(row)
        })
      })
    }
    return rising
  }
}

/** Some leading seats of a level, one a unit, spread over the units. */
function levelSeats(facts: Facts): (level: string) => readonly number[] {
  const known = new Map<string, readonly number[]>()
  return (level) => {
    const found = known.get(level)
    if (found) return found
    const seats = Array.from({ length: facts.snapshot.tables.positions.length }, (_, row) => facts.seat(row))
    const own = seats.filter((seat) => seat.leading && seat.level === level && seat.closedOn === undefined)
    const one = [...Map.groupBy(own, ({ unit }) => unit).values()].flatMap(([first]) => first?.index ?? [])
    const stride = Math.max(1, Math.floor(one.length / seatsAsked))
    const chosen = one.filter((_, place) => place % stride === 0).slice(0, seatsAsked)
    known.set(level, chosen)
    return chosen
  }
}
