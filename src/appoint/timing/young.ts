import { addMonths, type DateCode } from '#domain/calendar.ts'
import { booleanAt } from '#domain/columns.ts'
import type { PostLevel } from '#domain/lexicon/terms.ts'
import {
  type CadreFacts,
  comparePlanes,
  expectingResults,
  horizon,
  mayBeConsidered,
  moveOf,
  overallAt,
  overallVerdict,
  type SeatFacts,
} from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import type { Strengths } from '../strengths/strengths.ts'
import type { Trait } from '../strengths/traits.ts'
import { agedAt, serving } from './ages.ts'
import { levelAbove } from './posting.ts'
import { timingSettings } from './settings.ts'

/** A young cadre who may be considered for principal seats now or soon, with what is on file; no ranking. */
export interface YoungAndReady {
  readonly cadreId: string
  readonly age: number
  /** Counts as young below this age at the present level. */
  readonly under: number
  readonly level: PostLevel
  /** Level of the principal seats looked at. */
  readonly target: PostLevel
  /** The first day; the day of the record where it is so now. */
  readonly on: DateCode
  readonly now: boolean
  /** Principal seats for which no rule excludes on that day, of those looked at. */
  readonly seats: number
  readonly of: number
  /** Those of them that are vacant. */
  readonly vacant: readonly string[]
  readonly reserve: boolean | undefined
  /** Years of the last three with the result excellent. */
  readonly excellent: readonly number[]
  /** Strengths that two kinds of evidence support. */
  readonly traits: readonly Trait[]
}

export interface YoungList {
  readonly ready: readonly YoungAndReady[]
  /** Young cadres looked at. */
  readonly young: number
  /** In service, at a level with a planning age, whose birth date is not known. */
  readonly unknown: number
}

/** Seats asked about when time is looked ahead; the days of a rule hardly differ between them. */
const seatsAhead = 6

/**
 * 成熟的年轻干部: below the planning age of their level and eligible, now or within the months of the place, for principal
 * seats one level up; where that level has none, for those of their own level.
 */
export function youngAndReady(ground: Ground, strengths: Strengths): YoungList {
  const { facts, book, snapshot } = ground
  const settings = timingSettings(book, snapshot.asOf)
  const leading = serving(ground).filter((row) => settings.youngAge(facts.cadre(row).level ?? 'none') !== undefined)
  const young = leading.filter((row) => {
    const { age } = agedAt(ground, row)
    return age !== undefined && age < (settings.youngAge(facts.cadre(row).level ?? 'none') ?? 0)
  })
  const principals = principalSeats(ground)
  const byLevel = Map.groupBy(young, (row) => facts.cadre(row).level ?? 'none')
  const ready = [...byLevel].flatMap(([level, people]) => {
    const above = levelAbove(level)
    const target = above !== undefined && principals.has(above) ? above : level
    const seats = principals.get(target) ?? []
    if (seats.length === 0) return []
    const openings = openingsOf(ground, people, seats, settings.readyMonths)
    return people.flatMap((row): YoungAndReady[] => {
      const opening = openings.get(row)
      const { age = 0 } = agedAt(ground, row)
      if (!opening) return []
      const own = { age, under: settings.youngAge(level) ?? 0, level, target }
      return [{ ...own, ...opening, ...onFile(ground, facts.cadre(row), strengths) }]
    })
  })
  const unknown = leading.filter((row) => facts.cadre(row).bornOn === undefined).length
  return { ready, young: young.length, unknown }
}

function principalSeats({ facts, snapshot }: Ground): ReadonlyMap<PostLevel, readonly SeatFacts[]> {
  const seats = Array.from({ length: snapshot.tables.positions.length }, (_, row) => facts.seat(row))
  const open = seats.filter((seat) => seat.role === 'principal' && seat.leading && seat.closedOn === undefined)
  return Map.groupBy(open, ({ level }) => level)
}

type Opening = Pick<YoungAndReady, 'on' | 'now' | 'seats' | 'of' | 'vacant'>

/** For each person, when and for how many of the seats no rule excludes; those for whom it is so of none are left out. */
function openingsOf(
  ground: Ground,
  people: readonly number[],
  seats: readonly SeatFacts[],
  months: number,
): ReadonlyMap<number, Opening> {
  const now = openNow(ground, people, seats)
  const waiting = people.filter((row) => !now.has(row))
  return new Map([...now, ...openSoon(ground, waiting, seats, months)])
}

function openNow({ facts, book, snapshot }: Ground, people: readonly number[], seats: readonly SeatFacts[]) {
  const rows = seats.map(({ index }) => index)
  const planes = comparePlanes(book.inForce('appointment', snapshot.asOf), facts, { people, seats: rows })
  const overall = planes.seats.map((_, place) => overallAt(planes, place))
  const open = new Map<number, Opening>()
  people.forEach((row, person) => {
    const chosen = seats.filter((seat, place) => {
      const verdicts = overall[place]
      return isMove(facts.cadre(row), seat) && verdicts && mayBeConsidered(overallVerdict(verdicts, person))
    })
    if (chosen.length > 0) open.set(row, openingOf(snapshot.asOf, true, chosen, seats))
  })
  return open
}

/** Vacant seats are asked about first. */
function openSoon(
  { facts, book, snapshot }: Ground,
  people: readonly number[],
  seats: readonly SeatFacts[],
  months: number,
) {
  const asked = seats.toSorted((a, b) => Number(isVacant(b)) - Number(isVacant(a))).slice(0, seatsAhead)
  const expecting = expectingResults(facts, addMonths(snapshot.asOf, months))
  const turns = horizon(book, expecting, { people, seats: asked.map(({ index }) => index), months })
  const gains = Map.groupBy(
    turns.filter(({ to }) => mayBeConsidered(to)),
    ({ cadreId }) => cadreId,
  )
  const open = new Map<number, Opening>()
  for (const row of people) {
    const cadre = facts.cadre(row)
    const reachable = asked.filter((seat) => isMove(cadre, seat))
    const own = (gains.get(cadre.id) ?? []).filter((turn) =>
      reachable.some((seat) => seat.position === turn.positionId),
    )
    const [first] = own
    if (!first) continue
    const chosen = reachable.filter((seat) => own.some((turn) => turn.positionId === seat.position))
    open.set(row, openingOf(first.on, false, chosen, asked))
  }
  return open
}

const isVacant = (seat: SeatFacts): boolean => seat.holders().length === 0

const isMove = (cadre: CadreFacts, seat: SeatFacts): boolean =>
  cadre.post?.position !== seat.position && moveOf(cadre, seat) !== 'demotion'

const openingOf = (on: DateCode, now: boolean, chosen: readonly SeatFacts[], asked: readonly SeatFacts[]): Opening => ({
  on,
  now,
  seats: chosen.length,
  of: asked.length,
  vacant: chosen.filter(isVacant).map(({ position }) => position),
})

function onFile({ snapshot }: Ground, cadre: CadreFacts, strengths: Strengths) {
  const recent = cadre.evaluations.toSorted((a, b) => b.year - a.year).slice(0, 3)
  return {
    cadreId: cadre.id,
    reserve: booleanAt(snapshot.tables.cadres.columns.reserve, cadre.index),
    excellent: recent.filter(({ result }) => result === 'excellent').map(({ year }) => year),
    traits: strengths
      .ofCadre(cadre)
      .filter(({ verdict }) => verdict === 'met')
      .map(({ trait }) => trait),
  }
}
