import type { Estimate, SeparableEstimate } from '#domain/estimate.ts'
import { invariant } from '#domain/problem.ts'
import { markedAs, notComputed } from '#domain/restriction.ts'
import type { CadreEstimate } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'
import type { CadreFacts, RuleBook, SeatFacts } from '#policy/index.ts'
import { requirementReader } from '../requirements/seat-requirements.ts'
import { explainer } from './explain.ts'
import type { FitDifference, FitExplanation } from './explanation.ts'
import {
  type Asked,
  differenceOf,
  estimateOf,
  type Level,
  type Moments,
  momentsOf,
  type Rated,
  ratedOf,
} from './fit.ts'
import { knowPeople } from './known-people.ts'

/** Fits of cadres for seats, from what is known on the day. */
export interface FitReader {
  /**
   * Value and spread alone, for ranking many; undefined where neither the seat nor the library asks for anything, and of
   * whom an upheld objection takes out of every order.
   */
  readonly score: (cadre: CadreFacts, seat: SeatFacts) => Rated | undefined
  readonly estimate: (cadre: CadreFacts, seat: SeatFacts) => SeparableEstimate
  /** The same of anybody: where there is none, the cause is said. */
  readonly told: (cadre: CadreFacts, seat: SeatFacts) => Estimate
  /** One person's fit for a seat minus that for another; undefined where either asks for nothing. */
  readonly difference: (cadre: CadreFacts, a: SeatFacts, b: SeatFacts) => FitDifference | undefined
  /**
   * By facet and element: asked, known, the gap, what it rests on and what would close it.
   * @example ground.fits.explain(cadre, seat).facets[0]?.elements[0]?.below // 0.31
   */
  readonly explain: (cadre: CadreFacts, seat: SeatFacts) => FitExplanation
}

export function fitReader(snapshot: Snapshot, book: RuleBook, estimates: readonly CadreEstimate[]): FitReader {
  const people = knowPeople(snapshot, book, estimates)
  const requirementsOf = requirementReader({ snapshot, book })
  const unordered = markedAs('order', estimates)
  const askedBy = new Map<number, readonly Asked[]>()

  /** What a seat asks for that carries a number. */
  function askedOf(seat: SeatFacts): readonly Asked[] {
    const found = askedBy.get(seat.index)
    if (found) return found
    const made = requirementsOf(seat).asked.flatMap((one) =>
      one.weight === undefined ? [] : [people.asked(seat, { ...one, weight: one.weight })],
    )
    askedBy.set(seat.index, made)
    return made
  }

  function read<T extends Rated>(cadre: CadreFacts, seat: SeatFacts, of: FitOf<T>): T | undefined {
    const asked = askedOf(seat)
    if (asked.length === 0 || unordered.has(cadre.id)) return undefined
    const known = people.of(cadre)
    return of(asked, people.levelsIn(known, seat), known.person.covariance)
  }

  const moments = (cadre: CadreFacts, seat: SeatFacts): Moments | undefined => read(cadre, seat, momentsOf)

  function estimate(cadre: CadreFacts, seat: SeatFacts): SeparableEstimate {
    const found = moments(cadre, seat)
    invariant(found, `${seat.position} asks for something`)
    const { elements } = people.of(cadre).person
    const n = found.asked.reduce((sum, { key }) => sum + (elements.get(key)?.count ?? 0), 0)
    return estimateOf(seat.position, found.asked, found, n)
  }

  function told(cadre: CadreFacts, seat: SeatFacts): Estimate {
    if (moments(cadre, seat)) return estimate(cadre, seat)
    const [group, cause] = unordered.has(cadre.id) ? ['restricted', notComputed] : [seat.position, nothingAsked]
    return { separable: false, n: 0, group, cause }
  }

  return {
    score: (cadre, seat) => read(cadre, seat, ratedOf),
    estimate,
    told,
    difference(cadre, a, b) {
      const [one, other] = [moments(cadre, a), moments(cadre, b)]
      return one && other && differenceOf(one, other, people.of(cadre).person.covariance)
    },
    explain: explainer({ people, requirementsOf, moments, estimate }),
  }
}

type FitOf<T> = (asked: readonly Asked[], levelAt: (one: Asked) => Level, covariance: Float64Array) => T

const nothingAsked: Text = { zh: '岗位没有列明要求', en: 'Nothing is asked for at the seat' }
