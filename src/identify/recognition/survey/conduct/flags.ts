/**
 * What a person should look at in how ballots were filled in. A flag is no finding against anybody and changes no estimate;
 * an honest rater may be flagged, and `falseShare` says how many of such flags are expected to be chance.
 */
export type ConductKind =
  /** One score for nearly everybody, and for all items of a ballot. */
  | 'one-score'
  /** Far sterner or kinder than the others. */
  | 'severity'
  /** Scores run against what all other raters found. */
  | 'inverted'
  /** Scores have nothing to do with what all other raters found. */
  | 'unrelated'
  /** Several raters of one survey who lift the same person and press the same rival. */
  | 'ring'
  /** The raters of another unit lift one person and press another of the unit they were asked about. */
  | 'unit-block'

export interface RaterFlag {
  readonly kind: 'one-score' | 'severity' | 'inverted' | 'unrelated'
  /** Code of the rater. */
  readonly rater: number
  /** Code of the survey, where the flag rests on one alone. */
  readonly survey: number | undefined
  readonly ballots: number
  /** one-score: share of people given the most frequent score; severity: robust z; else: slope on the consensus. */
  readonly size: number
  /** Of something as extreme by chance, for this rater alone. */
  readonly probability: number
  readonly falseShare: number
}

export interface BlockFlag {
  readonly kind: 'ring' | 'unit-block'
  readonly survey: number | undefined
  readonly raters: readonly number[]
  /** Rows of the cadres table. */
  readonly lifted: number
  readonly pressed: number
  /** Mean residuals of the block, in standard deviations. */
  readonly lift: number
  readonly press: number
  readonly probability: number
  readonly falseShare: number
}

/** Expected share of chance findings among the flags of a kind. */
export const falseShareOfFlags = 0.05
/** A rater with fewer ballots is not looked at: there is nothing to see. */
export const leastBallots = 5
