import type { Visibility } from './results.ts'
import type { Lag, Scheme } from './settings.ts'

/** What stands behind the contribution of a cadre. Kind `achievement`, subject the cadre id. */
export interface AchievementPaper {
  readonly visible: VisibilityPaper | undefined
  readonly latent: VisibilityPaper | undefined
  /** How far visible and latent achievement go together among everybody, 0 … 1. */
  readonly correlation: number
  readonly latentWeight: number
  readonly rank: TradeRank | undefined
  /** Latest first. */
  readonly units: readonly UnitServed[]
}

export interface VisibilityPaper {
  readonly n: number
  readonly years: number
  readonly ways: readonly {
    readonly scheme: Scheme
    readonly lag: Lag | undefined
    /** Undefined where this way credits nothing to the cadre. */
    readonly value: number | undefined
    /** Twice the log-likelihood above that of the first way. */
    readonly evidence: number
    readonly isPublished: boolean
  }[]
  /** Whether the results spoke decisively against the way the place publishes otherwise. */
  readonly isOverride: boolean
  readonly together: readonly { readonly cadreId: string; readonly name: string; readonly information: number }[]
}

/** Where the contribution stands among people of the same trade and post level: the middle 90 % of ranks, never one rank. */
export interface TradeRank {
  readonly sector: string | undefined
  readonly level: string
  readonly of: number
  readonly from: number
  readonly to: number
}

export interface UnitServed {
  readonly unitId: string
  readonly unitName: string
  readonly isPrincipal: boolean
  readonly years: readonly YearServed[]
}

/** The results of a unit in one year, and what of them belongs to the cadre; all in standard deviations of a result. */
export interface YearServed extends Course {
  /** Mean share over the results of the year, 0 … 1. */
  readonly share: number
  /** Share × contribution, in standard deviations of a result. */
  readonly own: number
}

/** What a unit reached in a year, and what an average team would have reached there. */
export interface Course {
  readonly year: number
  readonly visibility: Visibility
  readonly n: number
  readonly actual: number
  readonly expected: number
  /** SD of where the result of an average team would fall. */
  readonly sd: number
}

/** The course of a unit. Kind `unit-results`, subject the unit id. */
export interface UnitResultsPaper {
  readonly unitName: string
  /** Oldest first. */
  readonly years: readonly (Course & {
    /** What the model credits to the people in office. */
    readonly credited: number
    readonly people: readonly { readonly cadreId: string; readonly name: string; readonly share: number }[]
  })[]
}
