import type { ConductKind } from './conduct/flags.ts'
import type { Linking } from './linking.ts'
import type { StudyPoint } from './reliability.ts'

/** Working paper `survey`, subject: the survey id. */
export interface SurveyPaper {
  readonly surveyId: string
  readonly channels: readonly string[]
  /** First and last day of its ballots. */
  readonly from: string
  readonly to: string
  /** Units of the people rated, most people first; the first three, and how many there are. */
  readonly units: readonly { readonly unitId: string | undefined; readonly name: string }[]
  readonly unitCount: number
  readonly ballots: number
  readonly raters: number
  readonly cadres: number
  /** Raters by class, undefined where the ballot does not say. */
  readonly classes: readonly { readonly raterClass: string | undefined; readonly raters: number }[]
  /** Raters whose unit is known, and those of them from another unit than the people they scored. */
  readonly raterUnits: { readonly known: number; readonly other: number }
  /** Share of the pairs of a rater and a person of this survey for which there is a ballot. */
  readonly filled: number
  /** Ballots by tenths of each scale; no bars where fewer than five people answered on it. */
  readonly scales: readonly {
    readonly max: number
    readonly ballots: number
    readonly bars: readonly number[] | undefined
  }[]
  readonly perCadre: { readonly least: number; readonly median: number; readonly most: number }
  /** At the median number of ballots; undefined for channels without a model of their own. */
  readonly reliability: StudyPoint | undefined
  readonly groups: readonly { readonly id: string; readonly cadres: number }[]
  readonly flags: readonly { readonly kind: ConductKind; readonly count: number }[]
}

/** Working paper `ratings`, subject: the measure. */
export interface RatingsPaper {
  readonly measure: string
  readonly ballots: number
  readonly raters: number
  readonly cadres: number
  readonly surveys: number
  /** Largest first; shares of all variance. */
  readonly variances: readonly { readonly source: string; readonly variance: number; readonly share: number }[]
  readonly study: readonly StudyPoint[]
  /** At the median number of ballots on a person. */
  readonly now: StudyPoint
  readonly wanted: { readonly dependability: number; readonly raters: number | undefined }
  readonly linking: Linking
  readonly groups: readonly { readonly id: string; readonly cadres: number }[]
  /** People whom nobody rated who rated anybody else: they can be compared with nobody. */
  readonly alone: readonly string[]
  readonly conduct: ConductPaper
}

export interface ConductPaper {
  /** By kind, all flags, listed or not. */
  readonly counts: readonly { readonly kind: ConductKind; readonly count: number }[]
  /** Raters left out for the comparison "with and without". */
  readonly leftOut: number
  /** What could bear on a result first, of a kind the least probable. */
  readonly rows: readonly ConductRow[]
}

export interface ConductRow {
  readonly kind: ConductKind
  readonly surveyId: string | undefined
  /** Pseudonyms; none where a group has fewer than five raters. */
  readonly raters: readonly string[]
  /** Undefined where fewer than five raters act together. */
  readonly size: number | undefined
  /** How strong: see `RaterFlag.size`; of a group its mean lift. */
  readonly strength: number
  readonly ballots: number | undefined
  readonly lifted: string | undefined
  readonly pressed: string | undefined
  readonly press: number | undefined
  readonly probability: number
  readonly falseShare: number
  /** Whom the flagged raters bear on: with and without all of them. */
  readonly people: readonly ConductBearing[]
}

export interface ConductBearing {
  readonly cadreId: string
  readonly with: { readonly value: number; readonly lower: number; readonly upper: number }
  readonly without: { readonly value: number; readonly lower: number; readonly upper: number }
  /** Colleagues of the unit with whom the comparison comes out otherwise. */
  readonly turned: number
  readonly peers: number
  readonly sensitive: boolean
}
