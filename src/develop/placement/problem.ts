/** The placement round as numbers: people of the reserve, places that each take so many, and what every lawful pair is worth. */
import { addMonths, type DateCode } from '#domain/calendar.ts'
import { booleanAt } from '#domain/columns.ts'
import type { DevelopmentNeed, RotationDuty } from '#domain/results.ts'
import type { Facts, RuleBook } from '#policy/index.ts'
import { type Cover, coverReader, type PostedNeed, postedNeeds } from '../posting/cover.ts'
import { type LawfulPair, lawfulPairs } from '../posting/lawful-pairs.ts'
import { type OpenSeat, openSeats } from '../posting/open-seats.ts'
import { type PlacementSettings, placementSettings } from './settings.ts'

export interface PlacementGround {
  readonly facts: Facts
  readonly book: RuleBook
  readonly needs: readonly DevelopmentNeed[]
  readonly duties: readonly RotationDuty[]
}

/** A pair in one of the rounds in which it is lawful, with what it is worth. */
export interface PlacementArc extends LawfulPair {
  readonly round: number
  /** The day on which it was found lawful: that of the opening, or the first of a later round. */
  readonly on: DateCode
  readonly meets: readonly PostedNeed[]
  readonly gain: number
}

export interface PlacementProblem {
  /** Rows of the cadres of the reserve in service who lack something. */
  readonly people: readonly number[]
  readonly needs: ReadonlyMap<number, readonly PostedNeed[]>
  readonly places: readonly OpenSeat[]
  /** By person and place, the earliest round first. */
  readonly arcs: readonly PlacementArc[]
  readonly settings: PlacementSettings
  readonly cover: Cover
}

/** What a pair is worth in a round: the needs met, less for each round of waiting. */
export const worthIn = (meets: readonly PostedNeed[], round: number, { worth, wait }: PlacementSettings): number =>
  meets.reduce((sum, need) => sum + worth(need), 0) * Math.max(0, 1 - wait * round)

export function placementProblem(ground: PlacementGround): PlacementProblem {
  const { facts, book } = ground
  const { asOf, tables } = facts.snapshot
  const settings = placementSettings(book, asOf)
  const needs = postedNeeds(facts, ground.needs)
  const { reserve } = tables.cadres.columns
  const people = [...needs.keys()].filter((row) => booleanAt(reserve, row) === true).sort((a, b) => a - b)
  const cover = coverReader(facts, needs)
  const places = openSeats(ground, ground.duties, settings.rounds * settings.roundMonths)
  const starts = Array.from({ length: settings.rounds }, (_, round) => addMonths(asOf, round * settings.roundMonths))
  const roundOf = (day: DateCode): number =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= day),
    )
  const arcs: PlacementArc[] = []
  const isOfUse = (cadre: number, place: OpenSeat): boolean => cover.needsMet(cadre, place).length > 0
  const look = (open: readonly OpenSeat[], dayOf: (place: OpenSeat) => DateCode): void => {
    const dated = new Map(open.map((place) => [{ ...place, on: dayOf(place) }, place]))
    for (const { place: then, ...pair } of lawfulPairs(ground, { people, places: [...dated.keys()], isOfUse })) {
      const place = dated.get(then) ?? then
      const [round, meets] = [roundOf(then.on), cover.needsMet(pair.cadre, place)]
      arcs.push({ ...pair, place, round, on: then.on, meets, gain: worthIn(meets, round, settings) })
    }
  }
  look(places, ({ on }) => on)
  for (const start of starts.slice(1))
    look(
      places.filter(({ on }) => on < start),
      () => start,
    )
  arcs.sort((a, b) => a.cadre - b.cadre || a.place.seat.index - b.place.seat.index || a.round - b.round)
  return { people, needs, places, arcs, settings, cover }
}
