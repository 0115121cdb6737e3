/**
 * Training that the department holds: classes with places, the plan of a year, and what happened in a class, as events that
 * only grow. `training-course.ts` makes the class of them.
 */
import type { DateCode } from './calendar.ts'
import type { Identifier } from './lexicon/enumerations.ts'
import type { MatterEffect } from './matter.ts'
import type { Text } from './text.ts'

export type TrainingType = Identifier<'trainingType'>
export type EnrolmentState = Identifier<'enrolmentState'>
export type ClassStanding = Identifier<'classStanding'>

/** What a class is. Written into `trainings` when it is completed. */
export interface ClassFacts {
  readonly name: string
  /** Id of the topic's rule; undefined: none of the listed ones. */
  readonly topic?: string
  /** The topic in words. */
  readonly topicName: string
  readonly type: TrainingType
  readonly organiser: string
  readonly recognised: boolean
  readonly online: boolean
  readonly hours: number
  readonly places: number
  readonly from: DateCode
  readonly to: DateCode
  readonly forWhom: string
}

/** A class of the year plan; `key` is its own within the plan: `LOCAL-TOPIC-OVERALL/2027-04`. */
export interface PlannedClass extends ClassFacts {
  readonly key: string
}

export interface AllottedPlace {
  readonly key: string
  readonly cadreId: string
  readonly reasons: readonly Text[]
}

/** A want that no place of the year meets: a topic by its rule, or hours. */
export interface UncoveredWant {
  readonly cadreId: string
  readonly want: string
  /** Hours still lacking, where it is hours. */
  readonly hours?: number
  readonly why: Identifier<'uncoveredReason'>
}

export interface TrainingYearPlan {
  readonly year: number
  readonly asOf: DateCode
  readonly classes: readonly PlannedClass[]
  readonly places: readonly AllottedPlace[]
  readonly uncovered: readonly UncoveredWant[]
  /** What the allotment is worth in points of the place, and what none can exceed; `gap` 0 = proven best. */
  readonly objective: number
  readonly bound: number
  readonly gap: number
}

/** What an officer changes in a plan. */
export type PlanEdit =
  | { readonly kind: 'place-added' | 'place-removed'; readonly key: string; readonly cadreId: string }
  | { readonly kind: 'class-removed'; readonly key: string }
  | {
      readonly kind: 'class-changed'
      readonly key: string
      readonly places: number
      readonly from: DateCode
      readonly to: DateCode
    }

export interface Attendance {
  readonly cadreId: string
  /** Hours attended. */
  readonly hours: number
  /** Hours of leave. */
  readonly leave: number
}

export type ClassAct =
  | { readonly kind: 'opened'; readonly facts: ClassFacts; readonly plan?: string }
  | { readonly kind: 'changed'; readonly facts: ClassFacts; readonly reason: string }
  | { readonly kind: 'invited' | 'confirmed'; readonly cadreIds: readonly string[] }
  | { readonly kind: 'declined' | 'withdrawn'; readonly cadreId: string; readonly reason: string }
  | { readonly kind: 'attended'; readonly rows: readonly Attendance[] }
  | { readonly kind: 'completed'; readonly cadreIds: readonly string[]; readonly effect?: readonly MatterEffect[] }
  | { readonly kind: 'completion-undone'; readonly event: number; readonly reason: string }
  | { readonly kind: 'cancelled'; readonly reason: string }

export interface ClassStamp {
  /** From 1; the version of the class that the event made. */
  readonly seq: number
  readonly by: string
  readonly byName: string
  /** ISO 8601. */
  readonly recordedAt: string
  readonly on: DateCode
}

export type ClassEvent = ClassStamp & ClassAct

export interface Enrolment {
  readonly cadreId: string
  readonly state: EnrolmentState
  readonly since: DateCode
  readonly hours: number | undefined
  readonly leave: number | undefined
  readonly reason: string | undefined
}

/** A class as its events make it. */
export interface TrainingClass {
  readonly facts: ClassFacts
  readonly version: number
  readonly openedOn: DateCode
  readonly isCancelled: boolean
  /** By cadre, in the order of their coming. */
  readonly enrolments: ReadonlyMap<string, Enrolment>
  /** Completions whose rows stand in the facts. */
  readonly completions: readonly { readonly event: number; readonly rows: readonly MatterEffect[] }[]
}
