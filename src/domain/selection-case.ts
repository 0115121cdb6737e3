/**
 * A case of appointment or removal (任免事项): one seat to fill, or one person about whom something is decided. It is a list
 * of events that only grows; `replay` in `appoint/procedure` makes the case of them. Each event says who recorded it when,
 * on which day the thing happened, and which version of the case it was made on.
 */
import type { DateCode } from './calendar.ts'
import type { Finding } from './finding.ts'
import type { Identifier } from './lexicon/enumerations.ts'
import type { ProcessFacts } from './process.ts'

export type CaseKind = Identifier<'caseKind'>
export type CaseStage = Identifier<'processStage'>
export type CaseEventKind = Identifier<'caseEvent'>
export type CaseOutcome = Identifier<'caseOutcome'>
export type CandidateLeaving = Identifier<'candidateLeaving'>

/** A fact of a case, by name: a single one, a catalogue or a roll. */
export type FactName = Exclude<keyof ProcessFacts, 'stage' | 'kind'>
export type RecordedFacts = Omit<ProcessFacts, 'stage' | 'kind'>

/** What a case is about: a seat to be filled or left, a post known by its words alone that is left, or a grade to be reached. */
export type CaseTarget =
  | { readonly kind: 'seat'; readonly positionId: string }
  | { readonly kind: 'post'; readonly tenureId: string }
  | { readonly kind: 'grade'; readonly grade: Identifier<'grade'> }

export interface CaseOpening {
  readonly kind: CaseKind
  readonly title: string
  /** Cases of one batch are decided in one meeting. */
  readonly batch?: string
  readonly target: CaseTarget
  /** The one person of a case about a person; for a seat to be filled, whoever is thought of from the first. */
  readonly candidates: readonly string[]
  readonly handlers: readonly string[]
  /** Why it is opened. */
  readonly reason?: string
  /** The slate it comes from. */
  readonly slateId?: string
}

/** A finding at a gate, as kept with the event that passed it. */
export interface GateFinding {
  /** Undefined: about the case as a whole. */
  readonly cadreId?: string
  /** Which law spoke: the procedure, the eligibility of the pair, the quota beside other open cases, or recusal. */
  readonly family: GateFamily
  readonly effect: GateEffect
  readonly finding: Finding
}

export const gateFamilies = ['procedure', 'eligibility', 'quota', 'recusal'] as const
export type GateFamily = (typeof gateFamilies)[number]

/**
 * What a finding does at a gate. `blocks`: not met or not known, where the law says must. `asks`: a person answers in
 * writing. `warns`: shown, and acknowledged. `later`: what it lacks comes with the stage now entered. `passes`.
 * `overridden`, `answered`: what people recorded against it; the finding stays.
 */
export const gateEffects = ['blocks', 'asks', 'warns', 'later', 'passes', 'overridden', 'answered'] as const
export type GateEffect = (typeof gateEffects)[number]

/** A written permission that a bar is passed all the same. It never removes the finding. */
export interface CaseOverride {
  readonly rule: string
  readonly cadreId?: string
  readonly approvedBy: string
  readonly document: string
  readonly documentOn: DateCode
  readonly reason: string
}

/** A person's answer to what the law leaves to people. `stands`: the case may go on; else the matter is in its way. */
export interface CaseAnswer {
  readonly rule: string
  readonly cadreId?: string
  readonly stands: boolean
  readonly note: string
}

/** What a case is to write into the facts: what begins, ends, is filled and falls vacant; rows that begin get their ids when written. */
export interface CaseChange {
  readonly from: DateCode
  readonly tenure?: {
    readonly cadreId: string
    readonly positionId: string
    readonly unitText: string
    readonly titleText: string
    readonly level: string
    readonly role: string
    readonly kind: 'appointed' | 'seconded'
    readonly change?: 'promotion' | 'lateral' | 'demotion'
    readonly to?: DateCode
  }
  readonly grade?: { readonly cadreId: string; readonly grade: string }
  readonly ends: CaseEffect['ended']
  readonly fills: readonly CaseVacancy[]
  readonly opens: readonly CaseVacancy[]
  /** What stands by the case already, and goes on standing. */
  readonly before?: CaseEffect
}

/** What stands in the fact tables by a case, so that it can be undone. */
export interface CaseEffect {
  /** The day from which it counts. */
  readonly from: DateCode
  /** Rows it wrote: a tenure by its id, a grade as `cadre/grade/from`. */
  readonly written: readonly CaseRow[]
  /** Rows it ended on a day, which had no end before. */
  readonly ended: readonly (CaseRow & { readonly on: DateCode })[]
  /** Vacancies it closed, as they stood, and those it opened. */
  readonly filled: readonly CaseVacancy[]
  readonly opened: readonly CaseVacancy[]
}

export interface CaseRow {
  readonly table: 'tenures' | 'grades'
  readonly id: string
}

export interface CaseVacancy {
  readonly positionId: string
  /** As recorded. */
  readonly from: string
  readonly theme?: string
  readonly note?: string
}

/** Facts of one candidate, or (no `cadreId`) of the case as a whole. */
export interface FactsAct {
  readonly cadreId?: string
  readonly facts: RecordedFacts
  /** The paper they are taken from, as people call it. */
  readonly source?: string
}

export type CaseAct =
  | ({ readonly kind: 'opened' } & { readonly opening: CaseOpening })
  | ({ readonly kind: 'facts-recorded' } & FactsAct)
  | { readonly kind: 'candidate-added'; readonly cadreId: string }
  | {
      readonly kind: 'candidate-left'
      readonly cadreId: string
      readonly why: CandidateLeaving
      readonly reason: string
    }
  | {
      readonly kind: 'advanced'
      readonly from: CaseStage
      readonly to: CaseStage
      /** Every finding at the gate, as it stood. */
      readonly gate: readonly GateFinding[]
      readonly effect?: CaseEffect
    }
  | { readonly kind: 'returned'; readonly from: CaseStage; readonly to: CaseStage; readonly reason: string }
  | ({ readonly kind: 'overridden' } & CaseOverride & { readonly finding: Finding })
  | ({ readonly kind: 'answered' } & CaseAnswer & { readonly finding: Finding })
  | { readonly kind: 'suspended'; readonly reason: string }
  | { readonly kind: 'resumed'; readonly reason: string }
  | {
      readonly kind: 'closed'
      readonly outcome: CaseOutcome
      readonly reason?: string
      readonly gate: readonly GateFinding[]
      readonly effect?: CaseEffect
    }
  | { readonly kind: 'handler-assigned'; readonly account: string }
  | { readonly kind: 'handler-released'; readonly account: string; readonly recused: boolean; readonly reason: string }
  /** Facts recorded by an earlier event were wrong: these stand instead; a name under `removed` is not known any more. */
  | ({ readonly kind: 'corrected' } & FactsAct & {
        readonly event: number
        readonly removed?: readonly FactName[]
        readonly reason: string
      })
  | { readonly kind: 'effect-undone'; readonly event: number; readonly effect: CaseEffect; readonly reason: string }

export interface CaseStamp {
  /** From 1; the version of the case that the event made. */
  readonly seq: number
  /** Account, and the name as it was. */
  readonly by: string
  readonly byName: string
  /** ISO 8601. */
  readonly recordedAt: string
  /** The day on which it happened. */
  readonly on: DateCode
}

export type CaseEvent = CaseStamp & CaseAct

export interface Candidate {
  readonly cadreId: string
  readonly since: DateCode
  readonly left: { readonly why: CandidateLeaving; readonly reason: string; readonly on: DateCode } | undefined
  /** Facts of this person alone; they stand before those of the case. */
  readonly facts: RecordedFacts
}

/** A case as its events make it. */
export interface SelectionCase {
  readonly version: number
  readonly opening: CaseOpening
  readonly openedOn: DateCode
  readonly stage: CaseStage
  /** The day on which each stage so far was entered, the last time. */
  readonly enteredOn: Readonly<Partial<Record<CaseStage, DateCode>>>
  readonly standing: 'open' | 'suspended' | 'closed'
  readonly outcome: CaseOutcome | undefined
  readonly candidates: readonly Candidate[]
  /** Facts of the case as a whole. */
  readonly facts: RecordedFacts
  /** Those that still count: what was passed or answered before a return counts no longer. */
  readonly overrides: readonly (CaseOverride & CaseStamp & { readonly finding: Finding })[]
  readonly answers: readonly (CaseAnswer & CaseStamp & { readonly finding: Finding })[]
  readonly handlers: readonly string[]
  readonly recused: readonly { readonly account: string; readonly reason: string }[]
  /** What stands in the fact tables by this case. */
  readonly effect: (CaseEffect & { readonly event: number }) | undefined
  /** The event that recorded each fact last: `votes_for`, or `C0001/votes_for`. */
  readonly recordedBy: ReadonlyMap<string, number>
  /** Events whose facts were corrected later. */
  readonly corrected: ReadonlyMap<number, readonly number[]>
}
