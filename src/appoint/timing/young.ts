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
      const own = { age, under: settings.youngAge(level) ?? 0, level, target, of: seats.length }
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

type Opening = Pick<YoungAndReady, 'on' | 'now' | 'seats' | 'vacant'>

/** For each person, when and for how many of the seats no rule excludes. */
function openingsOf(
  ground: Ground,
  people: readonly number[],
  seats: readonly SeatFacts[],
  months: number,
): ReadonlyMap<number, Opening> {
  const { facts, book, snapshot } = ground
  const rows = seats.map(({ index }) => index)
  const planes = comparePlanes(book.inForce('appointment', snapshot.asOf), facts, { people, seats: rows })
  const open = new Map<number, SeatFacts[]>()
  planes.seats.forEach((seat, place) => {
    const verdicts = overallAt(planes, place)
    people.forEach((row, person) => {
      const isMove = facts.cadre(row).post?.position !== seat.position && moveOf(facts.cadre(row), seat) !== 'demotion'
      if (isMove && mayBeConsidered(overallVerdict(verdicts, person))) open.set(row, [...(open.get(row) ?? []), seat])
    })
  })
  const vacantOf = (chosen: readonly SeatFacts[]): string[] =>
    chosen.filter((seat) => seat.holders().length === 0).map(({ position }) => position)
  const found = new Map<number, Opening>()
  for (const [row, chosen] of open)
    found.set(row, { on: snapshot.asOf, now: true, seats: chosen.length, vacant: vacantOf(chosen) })
  const waiting = people.filter((row) => !open.has(row))
  const asked = [...seats.filter((seat) => seat.holders().length === 0), ...seats].slice(0, seatsAhead)
  const expecting = expectingResults(facts, addMonths(snapshot.asOf, months))
  const turns = horizon(book, expecting, {
    people: waiting,
    seats: [...new Set(asked.map(({ index }) => index))],
    months,
  })
  for (const [cadreId, own] of Map.groupBy(turns, (turn) => turn.cadreId)) {
    const gains = own.filter(({ to }) => mayBeConsidered(to))
    const [first] = gains
    const row = facts.cadreIndex(cadreId)
    if (!first || row === undefined) continue
    const chosen = asked.filter(({ position }) => gains.some((turn) => turn.positionId === position))
    found.set(row, { on: first.on, now: false, seats: new Set(chosen).size, vacant: vacantOf(chosen) })
  }
  return found
}

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
