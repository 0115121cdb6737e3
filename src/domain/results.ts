/**
 * What an analysis gives back, as values: the rows of the result tables of the data package contract, with their reasons.
 * Screens, files and the database all show these.
 */
import type { DateCode } from './calendar.ts'
import type { Estimate, SeparableEstimate } from './estimate.ts'
import type { Citation, Finding, Verdict } from './finding.ts'
import type { Move } from './lexicon/terms.ts'
import type { Text } from './text.ts'

/** `rating`, `rating.integrity` … A quantity measured of a cadre. */
export interface CadreEstimate {
  readonly cadreId: string
  readonly measure: string
  readonly estimate: Estimate
}

/** A finding about a subject: a cadre id, or `position/cadre` for a pair. */
export interface SubjectFinding {
  readonly subject: string
  readonly finding: Finding
}

/** One vacancy × cadre pair: the verdict over all rules that bear on it. */
export interface Eligibility {
  readonly positionId: string
  readonly cadreId: string
  readonly verdict: Verdict
  /** Ids of the rules that are unmet. */
  readonly blocking: readonly string[]
  readonly missing: readonly string[]
  /** What the appointment would be; undefined where the present level is not recorded. */
  readonly move: Move | undefined
}

/** A place on a shortlist. People who cannot be told apart share a rank and name each other in `tiedWith`. */
export interface ShortlistEntry {
  readonly positionId: string
  readonly rank: number
  readonly cadreId: string
  readonly fit: SeparableEstimate
  readonly tiedWith: readonly string[]
  readonly verdict: Verdict
  /** What the appointment would be; undefined where the present level is not recorded. */
  readonly move: Move | undefined
}

/** How many people of the same standing as the last rank of a shortlist did not fit on it. */
export interface Unlisted {
  readonly positionId: string
  readonly rank: number
  readonly count: number
}

export type DueState = 'overdue' | 'due-within-year' | 'later'

/** A rotation or term duty with the day on which it falls due. */
export interface RotationDuty {
  readonly cadreId: string
  readonly positionId: string
  readonly rule: string
  readonly basis: Citation
  readonly since: DateCode
  readonly dueOn: DateCode
  readonly state: DueState
  readonly reason: Text
}

export type NeedKind = 'experience' | 'training'
export type NeedName = 'grassroots' | 'hardship' | 'narrow' | 'principal-seat' | 'hours' | 'topic'

/** A development need and what is proposed for it. */
export interface DevelopmentNeed {
  readonly cadreId: string
  readonly kind: NeedKind
  readonly need: NeedName
  readonly rule: string
  readonly basis: Citation
  readonly finding: Finding
  readonly proposal: Text
}

/** Everything one analysis gives, with what went in. */
export interface Analysis {
  readonly asOf: DateCode
  readonly snapshotHash: string
  readonly estimates: readonly CadreEstimate[]
  readonly findings: readonly SubjectFinding[]
  readonly eligibility: readonly Eligibility[]
  readonly shortlists: readonly ShortlistEntry[]
  /** Vacancies whose list had to be cut inside a rank. */
  readonly unlisted?: readonly Unlisted[]
  readonly rotation: readonly RotationDuty[]
  readonly needs: readonly DevelopmentNeed[]
}
