import type { Scale } from '../../../parts/interval-bar.tsx'
import type { Plan, PlanMove } from './shapes.ts'

/** How another plan differs from the first: what it gives and what it takes. */
export interface Trade {
  readonly moves: number
  /** Seats that stay empty. */
  readonly unfilled: number
  readonly missed: number
  /** Moves that both make. */
  readonly shared: number
}

const keyOf = ({ cadre, to }: PlanMove): string => `${cadre.cadreId} ${to.positionId}`
const missedOf = ({ goals }: Plan): number => goals.filter(({ state }) => state === 'missed').length

/** Differences of `other` from `first`; positive where `other` has more. */
export function tradeOf(first: Plan, other: Plan): Trade {
  const own = new Set(first.moves.map(keyOf))
  return {
    moves: other.moves.length - first.moves.length,
    unfilled: other.unfilled.length - first.unfilled.length,
    missed: missedOf(other) - missedOf(first),
    shared: other.moves.filter((move) => own.has(keyOf(move))).length,
  }
}

/** The moves of `other` that `first` does not make. */
export function movesOnlyIn(other: Plan, first: Plan): PlanMove[] {
  const own = new Set(first.moves.map(keyOf))
  return other.moves.filter((move) => !own.has(keyOf(move)))
}

/** One scale for the intervals of all plans, with a little room at both ends. */
export function planScale(plans: readonly Pick<Plan, 'lower' | 'upper'>[]): Scale {
  const from = Math.min(...plans.map(({ lower }) => lower))
  const to = Math.max(...plans.map(({ upper }) => upper))
  const room = 0.08 * (to - from) || 1
  return { from: from - room, to: to + room }
}

/** One scale for every fit of a plan, in whole tenths; 0 to 1 where none is known. */
export function fitScale({ moves }: Plan): Scale {
  const bounds = moves.flatMap(({ fit }) => (fit.separable ? [fit.lower, fit.upper] : []))
  if (bounds.length === 0) return { from: 0, to: 1 }
  return { from: Math.floor(10 * Math.min(...bounds)) / 10, to: Math.ceil(10 * Math.max(...bounds)) / 10 }
}

/** `A`, `B`, `C`. */
export const planLetter = (plan: number): string => String.fromCharCode(65 + plan)
