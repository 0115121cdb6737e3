/** What is known in the course of a search. */
import type { Solver } from '../integer-program/solver.ts'
import type { Choice } from './choices.ts'
import type { Effort } from './effort.ts'
import type { Network } from './network.ts'

export interface Search {
  readonly network: Network
  readonly solver: Solver
  readonly effort: Effort
  readonly gap: number
  readonly difference: number
  /** Hears of every better standing, and now and then that it goes on. */
  readonly told: (standing: Standing) => void
}

/** The best set of choices known, and what none can exceed. */
export interface Standing {
  readonly choices: readonly Choice[]
  readonly objective: number
  readonly bound: number
  /** By limit, of the relaxation; undefined before it is solved. */
  readonly prices: Float64Array | undefined
}

export interface Incumbent {
  readonly now: () => Standing
  /** Whether these keep the limits and are better. */
  readonly offer: (choices: readonly Choice[]) => boolean
  readonly lower: (bound: number) => void
  /** Nothing left to gain, or no work left. */
  readonly done: () => boolean
}
