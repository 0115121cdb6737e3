/** Who may be sent where: people and open seats under the rules of the day on which each seat opens. */
import { addMonths } from '#domain/calendar.ts'
import { overall, type Verdict } from '#domain/finding.ts'
import type { Move } from '#domain/lexicon/terms.ts'
import {
  comparePlanes,
  concerns,
  expectingResults,
  type Facts,
  mayBeConsidered,
  moveOf,
  overallAt,
  overallVerdict,
  type RuleBook,
  recusalOf,
} from '#policy/index.ts'
import type { OpenSeat } from './open-seats.ts'

export interface LawfulPair {
  readonly cadre: number
  readonly place: OpenSeat
  readonly verdict: 'met' | 'discretion'
  /** Undefined for a secondment: the person keeps the post. */
  readonly move: Move | undefined
}

export interface PairQuestion {
  /** Rows of cadres. */
  readonly people: readonly number[]
  readonly places: readonly OpenSeat[]
  /** Looked at only where it is of use to the person. */
  readonly isOfUse: (cadre: number, place: OpenSeat) => boolean
}

interface Ground {
  readonly facts: Facts
  readonly book: RuleBook
}

/** Moves that are made for development; what takes somebody to a lower level is none. */
const upward: readonly (Move | undefined)[] = ['lateral', 'further-use', 'promotion']

/**
 * Pairs that the rules allow, by place and then by person. Yearly results to come are taken as competent. A secondment is no
 * appointment: the person must be of the seat's level, and only recusal is asked.
 */
export function lawfulPairs(ground: Ground, { people, places, isOfUse }: PairQuestion): LawfulPair[] {
  const { book } = ground
  const last = places.reduce((day, { on }) => Math.max(day, on), ground.facts.snapshot.asOf)
  const facts = expectingResults(ground.facts, addMonths(last, 1))
  const found: LawfulPair[] = []
  const [sent, seats] = [
    places.filter(({ cause }) => cause === 'secondment'),
    places.filter(({ cause }) => cause !== 'secondment'),
  ]
  for (const [today, own] of Map.groupBy(seats, ({ on }) => on)) {
    const rules = [...book.inForce('appointment', today), ...book.inForce('planning', today)]
    const planes = comparePlanes(rules, facts, { people, seats: own.map(({ seat }) => seat.index), today })
    own.forEach((place, at) => {
      const verdicts = overallAt(planes, at)
      people.forEach((cadre, person) => {
        const verdict = overallVerdict(verdicts, person)
        const who = facts.cadre(cadre)
        const move = moveOf(who, place.seat)
        if (who.id === place.holderId || !mayBeConsidered(verdict) || !upward.includes(move)) return
        if (who.post?.position !== place.seat.position && isOfUse(cadre, place))
          found.push({ cadre, place, verdict: verdict as LawfulPair['verdict'], move })
      })
    })
  }
  return [...found, ...secondments({ facts, book }, { people, places: sent, isOfUse })]
}

function secondments({ facts, book }: Ground, { people, places, isOfUse }: PairQuestion): LawfulPair[] {
  const rules = book.inForce('appointment', facts.snapshot.asOf).filter(({ rule }) => recusalOf(rule) !== undefined)
  const verdictOf = (cadre: number, place: OpenSeat): Verdict =>
    overall(concerns(rules, facts, facts.cadre(cadre), place.seat))
  return places.flatMap((place) =>
    people.flatMap((cadre): LawfulPair[] => {
      const who = facts.cadre(cadre)
      if (who.level !== place.seat.level || who.post?.seat?.unit === place.seat.unit || !isOfUse(cadre, place))
        return []
      const verdict = verdictOf(cadre, place)
      return verdict === 'met' || verdict === 'discretion' ? [{ cadre, place, verdict, move: undefined }] : []
    }),
  )
}
