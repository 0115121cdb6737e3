/** What is kept of a placement round: who goes where and why, what was contested, and what nothing was found for. */
import { addMonths, type DateCode, formatDate } from '#domain/calendar.ts'
import type { Move } from '#domain/lexicon/terms.ts'
import type { WorkList } from '#domain/results.ts'
import type { PostedNeed } from '../posting/cover.ts'
import type { OpeningCause } from '../posting/open-seats.ts'
import type { PlacementArc, PlacementGround } from './problem.ts'
import type { PlacementRound } from './round.ts'
import type { PlacementCheck } from './verify.ts'

export interface Placed {
  readonly positionId: string
  readonly cause: OpeningCause
  /** From 0. */
  readonly round: number
  readonly on: DateCode
  readonly holderId: string | undefined
  readonly verdict: 'met' | 'discretion'
  readonly move: Move | undefined
  readonly meets: readonly PostedNeed[]
  readonly value: number
}

/** A seat that would have done as well or better, and who has it. */
export interface Contested extends Pick<Placed, 'positionId' | 'round' | 'meets' | 'value'> {
  readonly heldBy: readonly string[]
}

export interface PlacedPerson {
  readonly cadreId: string
  readonly needs: readonly PostedNeed[]
  readonly placed: Placed | undefined
  /** Lawful seats that would meet a need. */
  readonly options: number
  readonly contested: readonly Contested[]
  /** The best that nobody took. */
  readonly alternatives: readonly Omit<Contested, 'heldBy'>[]
}

export interface Placement {
  readonly asOf: DateCode
  /** When each round begins. */
  readonly rounds: readonly DateCode[]
  readonly people: readonly PlacedPerson[]
  readonly places: number
  readonly pairs: number
  readonly objective: number
  readonly bound: number
  readonly gap: number
  readonly check: PlacementCheck
}

/** Listed for each person. */
const shownMost = 3

export function placementResult({ facts }: Pick<PlacementGround, 'facts'>, round: PlacementRound): Placement {
  const { problem, chosen } = round
  const { asOf } = facts.snapshot
  const { rounds, roundMonths } = problem.settings
  // The earliest round of each pair stands for it.
  const pairs = problem.arcs.filter(
    ({ cadre, place }, at, all) => all[at - 1]?.cadre !== cadre || all[at - 1]?.place !== place,
  )
  const ofPerson = Map.groupBy(pairs, ({ cadre }) => cadre)
  const placedIn = new Map(chosen.map((arc) => [arc.cadre, arc]))
  const takers = Map.groupBy(chosen, ({ place }) => place)
  const holders = (arc: PlacementArc): string[] =>
    (takers.get(arc.place) ?? []).map(({ cadre }) => facts.cadre(cadre).id)
  return {
    asOf,
    rounds: Array.from({ length: rounds }, (_, at) => addMonths(asOf, at * roundMonths)),
    people: problem.people.map((cadre): PlacedPerson => {
      const own = ofPerson.get(cadre) ?? []
      const arc = placedIn.get(cadre)
      const others = own.filter(({ place }) => place !== arc?.place).toSorted((a, b) => b.gain - a.gain || a.on - b.on)
      return {
        cadreId: facts.cadre(cadre).id,
        needs: problem.needs.get(cadre) ?? [],
        placed: arc && {
          ...briefOf(arc),
          cause: arc.place.cause,
          on: arc.on,
          holderId: arc.place.holderId,
          verdict: arc.verdict,
          move: arc.move,
        },
        options: own.length,
        contested: others
          .filter((one) => one.gain >= (arc?.gain ?? 0) && holders(one).length > 0)
          .slice(0, shownMost)
          .map((one) => ({ ...briefOf(one), heldBy: holders(one) })),
        alternatives: others
          .filter((one) => holders(one).length === 0)
          .slice(0, shownMost)
          .map(briefOf),
      }
    }),
    places: problem.places.reduce((sum, { places }) => sum + places, 0),
    pairs: pairs.length,
    objective: round.objective,
    bound: round.bound,
    gap: round.gap,
    check: round.check,
  }
}

const briefOf = ({ place, round, meets, gain }: PlacementArc) => ({
  positionId: place.seat.position,
  round,
  meets,
  value: gain,
})

/** The result table `placements.csv`; without a seat where nothing was found. */
export const placementList = ({ people }: Pick<Placement, 'people'>): WorkList => ({
  name: 'placements',
  columns: ['cadre_id', 'needs', 'position_id', 'round', 'on', 'verdict', 'meets', 'options'],
  rows: people.map(({ cadreId, needs, placed, options }) => [
    cadreId,
    needs.join(';'),
    placed?.positionId ?? null,
    placed ? placed.round + 1 : null,
    placed ? formatDate(placed.on) : null,
    placed?.verdict ?? null,
    placed?.meets.join(';') ?? null,
    options,
  ]),
})
