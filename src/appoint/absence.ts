/** Why somebody is not on the list of a seat. */
import { type Certainty, certaintyOf, type SeparableEstimate } from '#domain/estimate.ts'
import type { Verdict } from '#domain/finding.ts'
import { markedAs } from '#domain/restriction.ts'
import { type CadreFacts, moveOf, type SeatFacts } from '#policy/index.ts'
import type { Ground } from './ground.ts'

/** Somebody on the list. */
export interface ListedFit {
  readonly cadreId: string
  readonly rank: number
  readonly value: number
  readonly sd: number
}

/** `no-room`: of the last rank that is listed, where the list was cut. `not-computed`: an objection was upheld. */
export type AbsenceCause =
  | 'left'
  | 'holds'
  | 'lower-level'
  | 'unmet'
  | 'listed'
  | 'no-room'
  | 'fits-less'
  | 'no-list'
  | 'not-computed'

export interface Absence {
  readonly cause: AbsenceCause
  /** Undefined where a fit would answer nothing: no longer in service, or on the seat. */
  readonly fit: SeparableEstimate | undefined
  /** How surely each of the first tier is above: of so many people each. */
  readonly firstTier: Readonly<Record<Certainty, number>>
}

export interface AbsenceQuestion {
  readonly cadre: CadreFacts
  readonly seat: SeatFacts
  /** Over all rules. */
  readonly verdict: Verdict
  readonly listed: readonly ListedFit[]
  /** The rank at which the list was cut, where it was. */
  readonly cutRank: number | undefined
}

/** @example absenceOf(ground, { cadre, seat, verdict: 'met', listed, cutRank: undefined }).cause // 'fits-less' */
export function absenceOf(ground: Ground, question: AbsenceQuestion): Absence {
  const { cadre, seat, listed } = question
  const none: Absence = { cause: 'left', fit: undefined, firstTier: { separable: 0, leaning: 0, inseparable: 0 } }
  if (cadre.hasLeft) return none
  if (cadre.stretches.some(({ position, to }) => position === seat.position && to === 0)) {
    return { ...none, cause: 'holds' }
  }
  const fit = ground.fits.score(cadre, seat) && ground.fits.estimate(cadre, seat)
  const first = listed.filter(({ rank, cadreId }) => rank === 1 && cadreId !== cadre.id)
  const firstTier = { ...none.firstTier }
  if (fit) for (const other of first) firstTier[howSurelyAbove(other, fit)] += 1
  const isApart = markedAs('order', ground.estimates).has(cadre.id)
  return { cause: isApart ? 'not-computed' : causeOf(question, fit), fit, firstTier }
}

type Fit = Pick<SeparableEstimate, 'value' | 'sd'>

/** Somebody with a lower value is not above at all. */
const howSurelyAbove = (other: Fit, one: Fit): Certainty =>
  other.value <= one.value ? 'inseparable' : certaintyOf((other.value - one.value) / Math.hypot(other.sd, one.sd))

function causeOf({ cadre, seat, verdict, listed, cutRank }: AbsenceQuestion, fit: Fit | undefined): AbsenceCause {
  if (listed.some(({ cadreId }) => cadreId === cadre.id)) return 'listed'
  if (moveOf(cadre, seat) === 'demotion') return 'lower-level'
  if (verdict === 'unmet') return 'unmet'
  if (!fit || listed.length === 0) return 'no-list'
  const above = listed.filter((other) => howSurelyAbove(other, fit) === 'separable').length
  return cutRank !== undefined && above < cutRank ? 'no-room' : 'fits-less'
}
