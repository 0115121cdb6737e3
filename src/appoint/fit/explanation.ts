/** A fit opened up: what a seat asks, what is known of the cadre, how far apart they are, and what would close the gap. */
import type { Certainty, Part, SeparableEstimate } from '#domain/estimate.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { Text } from '#domain/text.ts'
import type { AskedOfSeat } from '../requirements/seat-requirements.ts'

/** What speaks for a level: an assessment of it, a calibrated estimate, yearly evaluations, service in such seats, courses. */
export const evidenceKinds = [
  'assessment',
  'rating',
  'contribution',
  'recognition',
  'evaluation',
  'service',
  'training',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** One piece of evidence on an element, with the row or estimate it rests on. */
export interface EvidenceShown {
  readonly kind: EvidenceKind
  /** `competencies/C0001/practice/组织协调/2026-03-15`, `estimates/C0001/rating.competence`, `tenures/T00017`, `trainings/…` */
  readonly id: string
  readonly says: Text
}

/** Posterior of the level on one element, on the scale of 1 to 5 on which the seat asks; a normal may run past its ends. */
export interface KnownLevel {
  readonly mean: number
  /** `usual` at the post level of the seat, `estimates`, `assessments`, `service`, `courses`; they sum to the mean. */
  readonly parts: readonly Part[]
  /** 90 % interval. */
  readonly lower: number
  readonly upper: number
  readonly sd: number
  /** Pieces of evidence by kind; kinds that say nothing are left out. */
  readonly observations: Readonly<Partial<Record<EvidenceKind, number>>>
}

/**
 * What would close a gap, or tell whether there is one.
 * `assess`: the element was never assessed of this cadre; that comes first. `train`: courses on these topics. `serve`: a stay
 * in seats of this kind.
 */
export type Closing =
  | { readonly kind: 'assess'; readonly element: string; readonly says: Text }
  | { readonly kind: 'train'; readonly topics: readonly string[]; readonly says: Text }
  | {
      readonly kind: 'serve'
      readonly counted: Identifier<'experienceKind'>
      /** Field of work of such seats, where it is one. */
      readonly sector: string | undefined
      /** Years that make the level expected that is asked; undefined where service alone does not. */
      readonly years: number | undefined
      readonly says: Text
    }

/** `met`: surely at what is asked or above; `short`: surely below; `open`: what is known leaves it open. */
export type GapState = 'met' | 'short' | 'open'

export interface ElementFit extends AskedOfSeat {
  readonly weight: number
  readonly known: KnownLevel
  /** Asked minus known mean: above 0 where something is missing. */
  readonly gap: number
  /** Probability that the level is below what is asked. */
  readonly below: number
  readonly state: GapState
  /** How surely the level is told from what is asked. */
  readonly certainty: Certainty
  /** Part of the value of the fit; the shares of all elements sum to it. */
  readonly share: number
  /** What the share would be with the level that is asked. */
  readonly shareAsAsked: number
  readonly evidence: readonly EvidenceShown[]
  readonly closing: readonly Closing[]
}

export interface FacetFit {
  readonly facet: Identifier<'facet'>
  readonly label: Text
  /** Sum over its elements. */
  readonly weight: number
  readonly share: number
  readonly shareAsAsked: number
  /** Weighted mean over its elements of asked minus known. */
  readonly gap: number
  readonly elements: readonly ElementFit[]
}

/** Time in a seat like the one asked about. */
export interface SimilarService {
  readonly evidence: string
  readonly label: Text
  /** Years in it, and how like the seat it is, from 0 to 1. */
  readonly years: number
  readonly similarity: number
  /** They sum to the similarity. */
  readonly parts: readonly Part[]
  readonly likeness: 'same' | 'similar' | 'other'
  /** Years × similarity, halved for every so many years since it ended. */
  readonly counted: number
}

export interface FitExplanation {
  readonly cadreId: string
  readonly positionId: string
  /** Where the requirements come from. */
  readonly requirements: 'recorded' | 'library'
  /** Its parts are the facets. */
  readonly fit: SeparableEstimate
  /** Measured facets that the seat asks for, in the customary order. */
  readonly facets: readonly FacetFit[]
  /** What is asked of Party spirit: no number; `partySpiritEvidence` lists what is on record. */
  readonly partySpirit: readonly AskedOfSeat[]
  /** By how much each counts, most first; undefined where too much of the career is in seats not known here. */
  readonly service: readonly SimilarService[] | undefined
}

/** One person's fit for a seat minus that for another. */
export interface FitDifference {
  readonly mean: number
  readonly sd: number
}
