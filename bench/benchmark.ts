import type { Standing } from './rounds.ts'

/** What one comparison of a benchmark found. The first standing is ours. */
export interface Comparison {
  readonly title: string
  /** Work in one lap, counted in `unit`s. */
  readonly work: number
  readonly unit: 'rows' | 'pairs' | 'records' | 'GFlop' | 'fits' | 'plans' | 'forms' | 'frames'
  readonly standings: readonly Standing[]
  /** What was held against what before the clock ran. */
  readonly checked: string
  /** What a reader must know to read the ratio rightly. */
  readonly notes: readonly string[]
}

/** Figures held against what was promised, where no peer does the same thing. */
export interface Budget {
  readonly title: string
  readonly figures: readonly {
    readonly what: string
    readonly value: number
    readonly unit: 'kB' | 'ms'
    /** What it may be at most. */
    readonly most: number
  }[]
  readonly notes: readonly string[]
}

export interface Benchmark {
  /** Packages of bench/package.json that it needs. */
  readonly peers: readonly string[]
  /** Runs it; throws where ours and a peer do not give the same answer. */
  readonly run: () => Promise<readonly (Comparison | Budget)[]>
}

/** Stops a benchmark whose contestants disagree: a ratio of different answers means nothing. */
export function agree(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`the answers differ: ${what}`)
}
