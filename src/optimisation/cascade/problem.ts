/**
 * Cascades of moves: who goes to which seat when every move may open a seat that another one fills. It knows people and
 * seats by number only. Chosen moves are such that nobody moves twice, no seat is entered twice, and a seat that somebody
 * holds is entered only when its holder leaves. So they fall into chains, which begin at an empty seat, and exchanges.
 */

/** Lawful moves, in parallel arrays; `gain` is what choosing one adds to the objective. No pair twice. */
export interface Arcs {
  readonly person: Int32Array
  readonly seat: Int32Array
  readonly gain: Float64Array
}

/** least ≤ Σ coefficient · chosen ≤ most, over moves. */
export interface Limit {
  /** Indices into `arcs`, each once, and their coefficients. */
  readonly arcs: Int32Array
  readonly coefficients: Float64Array
  /** −∞ where there is no such side. */
  readonly least: number
  /** ∞ where there is no such side. */
  readonly most: number
  /** What the objective loses for each unit that is missed; a limit without a price must hold. */
  readonly price?: number
}

export interface CascadeProblem {
  /** The seat that each person holds, or −1. A seat has one holder at most. */
  readonly home: Int32Array
  readonly seatCount: number
  /** 1 = the seat is empty and may be filled. A seat that is neither empty nor somebody's home is never entered. */
  readonly empty: Uint8Array
  readonly arcs: Arcs
  /** The most moves that may follow from one empty seat, its own filling included: 1 = none follows. At least 1. */
  readonly chainMost: number
  /** Exchanges without an empty seat: 0 = none, 2 = two people change places, 3 = up to three. */
  readonly exchangeMost: 0 | 2 | 3
  readonly limits: readonly Limit[]
}

/** A set of moves with what is proven about it. */
export interface CascadeSolution {
  /** Indices of the chosen arcs, ascending. */
  readonly chosen: Int32Array
  /** Σ gain − Σ price · missed. */
  readonly objective: number
  /** No set of moves can have a greater objective; ≥ `objective`. */
  readonly bound: number
  /** Units missed, one per limit; 0 for those that hold. */
  readonly missed: Float64Array
  /**
   * What one unit more of each limit could add to the bound at most: > 0 where its `most` is dear, < 0 where its `least` is;
   * from the linear relaxation, where it was solved.
   */
  readonly prices?: Float64Array
}

/** No set of moves keeps all limits that have no price. */
export interface Infeasible {
  /** Indices of limits that cannot hold together, while any fewer of them could. */
  readonly clash: Int32Array
  /** The work was used up before that was certain: `clash` are then the limits that the nearest set of moves misses. */
  readonly unproven?: true
}

export interface SearchOptions {
  /**
   * How much may be tried, in units of the same work on every machine: the same problem and work give the same answer.
   * 1 is meant to take about a second on a small machine.
   */
  readonly work?: number
  /** Stop when (bound − objective) ≤ gap · |objective|. */
  readonly gap?: number
  /** Stop when bound − objective is no more than this, whatever the objective. */
  readonly difference?: number
  /** Seconds of a clock after which the best so far is returned; makes the answer depend on the machine. */
  readonly seconds?: number
  /** Moves to begin with, by arc; need not keep the limits. */
  readonly start?: Int32Array
  /** Told of every better set of moves and every better bound; return false to stop with the best so far. */
  readonly onImprovement?: (state: {
    readonly solution: CascadeSolution
    /** 0 … 1 of the work. */
    readonly fraction: number
  }) => boolean | undefined
}
