/**
 * What an analysis gives back, as values: the rows of the result tables of the data package contract, with their reasons.
 * Screens, files and the database all show these.
 */
import type { DateCode } from './calendar.ts'
import type { Estimate, SeparableEstimate } from './estimate.ts'
import type { Citation, Finding, Verdict } from './finding.ts'
import type { Move } from './lexicon/terms.ts'
import type { Slate, SlateRequest } from './slate.ts'
import type { Text } from './text.ts'

/** `rating`, `rating.integrity` … A quantity measured of a cadre. */
export interface CadreEstimate {
  readonly cadreId: string
  readonly measure: string
  readonly estimate: Estimate
}

/** `environment`, `condition`. A quantity measured of a unit or of its leadership team. */
export interface UnitEstimate {
  readonly unitId: string
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

export type Severity = 'minor' | 'moderate' | 'serious'

/**
 * An early sign (苗头) that asks for a human look: of a cadre, of a unit, or of both. It is a reason to look, never a
 * finding against somebody.
 */
export interface EarlySign {
  readonly cadreId: string | undefined
  readonly unitId: string | undefined
  readonly kind: string
  /** The day on which the evidence recorded by then would have raised it, whenever the analysis is run. */
  readonly raisedOn: DateCode
  readonly severity: Severity
  /** Rows it rests on: `supervision/E00001`, `ratings/S2025-01` … */
  readonly evidence: readonly string[]
  readonly reason: Text
  /** What a person should look at. */
  readonly look: Text
}

/** A disagreement between sources, or an inconsistency within one record. */
export interface RecordConflict {
  readonly cadreId: string
  /** A column of `cadres`, `education.level`, `tenures` … */
  readonly field: string
  readonly values: readonly string[]
  /** Row ids of the sources, in the order of `values`: those of one value are joined with `+`. */
  readonly sources: readonly string[]
  /** The value held to be right; undefined where it cannot be decided. */
  readonly accepted: string | undefined
  readonly severity: Severity
  readonly rule: string
  readonly reason: Text
  /** How a person mends or settles it. */
  readonly mend: Text
}

/** A text that repeats another one (`copied`), or that says nothing particular of anybody (`boilerplate`). */
export interface SameText {
  readonly statementId: string
  /** Undefined for boilerplate that stands by itself. */
  readonly otherId: string | undefined
  /** 0 … 1. */
  readonly similarity: number
  readonly kind: 'copied' | 'boilerplate'
}

/**
 * A working paper (底稿): what a screen needs to open a number or a list into its parts, kept with the run. The shape of
 * `body` belongs to its kind; the types are beside what makes them, in `identify`.
 */
export interface WorkingPaper {
  /** `achievement`, `survey`, `condition` … */
  readonly kind: string
  /** Id of the cadre, unit or survey it is about. */
  readonly subject: string
  readonly body: object
}

/** A further result table, beside those that have shapes of their own: its name without `.csv`, its columns, canonical values. */
export interface WorkList {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | boolean | null)[])[]
}

/** Everything one analysis gives, with what went in. */
export interface Analysis {
  readonly asOf: DateCode
  readonly snapshotHash: string
  readonly estimates: readonly CadreEstimate[]
  readonly unitEstimates: readonly UnitEstimate[]
  readonly findings: readonly SubjectFinding[]
  readonly eligibility: readonly Eligibility[]
  readonly shortlists: readonly ShortlistEntry[]
  /** Vacancies whose list had to be cut inside a rank. */
  readonly unlisted?: readonly Unlisted[]
  readonly rotation: readonly RotationDuty[]
  readonly needs: readonly DevelopmentNeed[]
  readonly signals: readonly EarlySign[]
  readonly conflicts: readonly RecordConflict[]
  readonly sameness: readonly SameText[]
  readonly papers: readonly WorkingPaper[]
  /** What development and management list, written as files; screens work them out from the facts as they stand. */
  readonly workLists?: readonly WorkList[]
  /** The slate that the local settings make of all vacancies; undefined where nothing is vacant. */
  readonly slate: ProposedSlate | undefined
}

export interface ProposedSlate {
  readonly request: SlateRequest
  readonly slate: Slate
}
