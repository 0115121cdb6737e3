/**
 * A matter (培养管理事项): something about a person or a unit that people attend to from opening to end: an early sign, a
 * rectification, a plan of development, a ruling. It is a list of events that only grows; `matter-course.ts` makes the matter
 * of them. Which stages, acts and fields a kind has is its design, a value that the pillar of the kind makes of the rule book.
 */
import type { DateCode } from './calendar.ts'
import type { Citation } from './finding.ts'
import type { Identifier } from './lexicon/enumerations.ts'
import type { TableName } from './tables.ts'
import type { Text } from './text.ts'

export type MatterKind = Identifier<'matterKind'>
/** `handler`: an officer assigned to it. `head`: the head of the department. `person`: the cadre it is about. */
export type MatterActor = Identifier<'matterActor'>

/** What it is about: a cadre, or a unit where it is about no single person. */
export interface MatterSubject {
  readonly cadreId?: string
  readonly unitId?: string
}

/** What it came from: `signals/care/C0001/2026-05-10`, `needs/grassroots`, `supervision/E0007`, `rotation/…`. */
export interface MatterOrigin {
  readonly source: string
  readonly says: Text
  /** Rows that an early sign rested on when it was taken up: `supervision/E00001`. */
  readonly evidence?: readonly string[]
}

export interface MatterOpening {
  readonly kind: MatterKind
  readonly title: string
  readonly subject: MatterSubject
  /** Accounts. */
  readonly handlers: readonly string[]
  readonly reason: string
  readonly origin?: MatterOrigin
}

/** A recorded value: text, a number, yes or no, a day as `YYYY-MM-DD`, ids, or rows of such. */
export type MatterValue = string | number | boolean | readonly string[] | readonly MatterRow[]
export type MatterRow = Readonly<Record<string, string | number | boolean>>
export type MatterFacts = Readonly<Record<string, MatterValue>>

export interface MatterStamp {
  /** From 1; the version of the matter that the event made. */
  readonly seq: number
  /** Account, and the name as it was. */
  readonly by: string
  readonly byName: string
  /** ISO 8601. */
  readonly recordedAt: string
  /** The day on which it happened. */
  readonly on: DateCode
}

/** A row of the fact tables that an act wrote, as canonical text; `before` where there was one. */
export interface MatterEffect {
  readonly table: TableName
  readonly before?: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

export type MatterAct =
  | ({ readonly kind: 'opened' } & { readonly opening: MatterOpening })
  /** An act of the design. `asPerson`: done by the cadre, or recorded for the cadre from a paper. */
  | {
      readonly kind: 'acted'
      readonly act: string
      readonly facts: MatterFacts
      readonly asPerson?: boolean
      readonly effect?: readonly MatterEffect[]
    }
  | { readonly kind: 'noted'; readonly note: string }
  | { readonly kind: 'handler-assigned'; readonly account: string }
  | { readonly kind: 'handler-released'; readonly account: string; readonly reason: string }
  /** What an earlier event recorded was wrong: these values stand instead. */
  | { readonly kind: 'corrected'; readonly event: number; readonly facts: MatterFacts; readonly reason: string }
  /** What an earlier event wrote into the facts is taken back. */
  | { readonly kind: 'effect-undone'; readonly event: number; readonly reason: string }
  /** Opened in error. */
  | { readonly kind: 'withdrawn'; readonly reason: string }

export type MatterEvent = MatterStamp & MatterAct

/** An act that was done, with what stands of it after corrections. */
export interface MatterDeed {
  readonly seq: number
  readonly act: string
  readonly on: DateCode
  readonly byName: string
  readonly facts: MatterFacts
  readonly asPerson: boolean
}

/** A matter as its events make it. */
export interface Matter {
  readonly opening: MatterOpening
  readonly openedOn: DateCode
  readonly version: number
  readonly stage: string
  /** The day on which the stage was entered. */
  readonly stageSince: DateCode
  readonly standing: 'open' | 'closed' | 'withdrawn'
  readonly closedOn: DateCode | undefined
  readonly handlers: readonly string[]
  /** Acts in order, as they stand. */
  readonly deeds: readonly MatterDeed[]
  /** The last recorded value of every field. */
  readonly facts: MatterFacts
  /** Events whose rows stand in the fact tables. */
  readonly effects: readonly { readonly event: number; readonly rows: readonly MatterEffect[] }[]
}

export type MatterFieldKind =
  | 'text'
  | 'paragraph'
  | 'date'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'cadre'
  | 'account'
  | 'seat'
  | 'unit'
  | 'rows'

export interface MatterField {
  readonly name: string
  readonly label: Text
  readonly kind: MatterFieldKind
  readonly required?: boolean
  /** Of a choice. */
  readonly options?: readonly { readonly id: string; readonly label: Text }[]
  /** Of rows; never rows themselves. */
  readonly columns?: readonly MatterField[]
  readonly help?: Text
}

export interface MatterHindrance {
  readonly code: string
  readonly says: Text
  readonly mend: Text
  /** The field that is missing or wrong; of a row, `name/row/column` with rows from 0. */
  readonly field?: string
}

/** What an act is held against beside the matter itself. */
export interface ActContext {
  readonly matter: Matter
  readonly facts: MatterFacts
  readonly on: DateCode
}

export interface MatterActDesign {
  readonly id: string
  readonly label: Text
  /** Stages in which it may be done. */
  readonly from: readonly string[]
  /** The stage that it enters; undefined: the stage stays. */
  readonly to?: string | ((context: ActContext) => string)
  readonly by: readonly MatterActor[]
  readonly fields: readonly MatterField[]
  /** The cadre sees it, with what it says, on the page about him or her. Other acts stay with the handlers. */
  readonly isShared?: boolean
  /** Shared only once this other act is done after it, before it is done again: a plan, once it is approved. */
  readonly sharedBy?: string
  /** Listed among what may be done only where this holds; always, where left out. */
  readonly isOffered?: (context: ActContext) => boolean
  /** Its form begins with what its fields hold already. */
  readonly startsFromLast?: boolean
  readonly basis?: Citation
  /** Why it may not be done now; undefined: it may. */
  readonly hindrance?: (context: ActContext) => MatterHindrance | undefined
  /** Rows that it writes into the fact tables, as canonical text; an id that begins with `+` is made unique when written. */
  readonly effect?: (context: ActContext) => readonly MatterWrite[]
  /** A letter or sheet that is printed of it. */
  readonly letter?: string
}

/** A row to be written: added where its key is new, else the given fields are changed. */
export interface MatterWrite {
  readonly table: TableName
  readonly row: Readonly<Record<string, string | null>>
  /** The row stands already, is of one of these kinds where they are given, and is about nobody and no unit but these. */
  readonly standing?: { readonly subject: MatterSubject; readonly kinds?: readonly string[] }
}

export interface MatterStage {
  readonly id: string
  readonly label: Text
  /** The matter has ended. */
  readonly isEnd?: boolean
}

/** Something due in a matter, from a rule or from what people agreed. */
export interface MatterDeadline {
  readonly id: string
  readonly label: Text
  readonly on: DateCode
  readonly basis?: Citation
  /** Whose it is. */
  readonly who: MatterActor
}

export interface MatterDesign {
  readonly kind: MatterKind
  readonly stages: readonly MatterStage[]
  readonly acts: readonly MatterActDesign[]
  /** `handlers`: nobody but its handlers and the head sees that it exists. `department`: every officer. */
  readonly privacy: 'handlers' | 'department'
  /** What must be said when it is opened: recorded as the facts of the first act, `opened`. */
  readonly about: 'cadre' | 'unit' | 'either'
  readonly deadlines: (matter: Matter, asOf: DateCode) => readonly MatterDeadline[]
}
