/** How the rules sort people, at one seat or at all: which article excludes most, and which excludes alone. */
import type { Citation, Verdict } from '#domain/finding.ts'
import { type Bits, countBits } from '../planes/bits.ts'
import { overallAt } from '../planes/overall.ts'
import type { VerdictColumn, VerdictPlanes } from '../planes/verdict-planes.ts'
import { placeOfSeat } from './eligible.ts'

/** Pairs by verdict; `none` = the rule does not bear on them. */
export type Tally = Readonly<Record<Verdict | 'none', number>>

export interface Exclusion {
  readonly rule: string
  readonly basis: Citation
  /** False: awaits local confirmation, so it never excludes. */
  readonly decides: boolean
  /** What the rule says of every pair; adds up to all pairs asked about. */
  readonly counts: Tally
  /** Pairs that it excludes, among others or alone. */
  readonly excludes: number
  /** Pairs that no other rule excludes. */
  readonly alone: number
}

function countWhere(column: VerdictColumn, choose: (high: number, low: number, bears: number) => number): Bits {
  const chosen = new Uint32Array(column.bears.length)
  for (let w = 0; w < chosen.length; w += 1)
    chosen[w] = choose(column.high[w] ?? 0, column.low[w] ?? 0, column.bears[w] ?? 0)
  return chosen
}

/**
 * What each rule says of the people at one seat, or at all seats compared where none is named; in the order of the rules.
 * @example exclusions(planes, 'P0001').toSorted((a, b) => b.alone - a.alone)[0]?.basis.article // '8(3)'
 */
export function exclusions(planes: VerdictPlanes, positionId?: string): Exclusion[] {
  const asked = positionId === undefined ? planes.seats.map((_, seat) => seat) : [placeOfSeat(planes, positionId)]
  const seats = asked.filter((seat) => seat >= 0)
  const overall = seats.map((seat) => overallAt(planes, seat))
  return planes.rules.map(({ rule, weight }, index) => {
    const counts = { met: 0, unmet: 0, unknown: 0, discretion: 0, none: 0 }
    let alone = 0
    for (const [at, seat] of seats.entries()) {
      const column = planes.column(index, seat)
      const bears = countBits(column.bears)
      const fails = countWhere(column, (high, low) => high & low)
      const unmet = countBits(fails)
      const unknown = countBits(countWhere(column, (high, low) => high & ~low))
      const discretion = countBits(countWhere(column, (high, low) => low & ~high))
      counts.unmet += unmet
      counts.unknown += unknown
      counts.discretion += discretion
      counts.met += bears - unmet - unknown - discretion
      counts.none += planes.people.length - bears
      const single = overall[at]?.failsOne
      if (weight === 'decides' && single) {
        for (let w = 0; w < fails.length; w += 1) fails[w] = (fails[w] ?? 0) & (single[w] ?? 0)
        alone += countBits(fails)
      }
    }
    const decides = weight === 'decides'
    return {
      rule: rule.id,
      basis: { instrument: rule.instrument.name.zh, article: rule.article, title: rule.title },
      decides,
      counts,
      excludes: decides ? counts.unmet : 0,
      alone,
    }
  })
}
