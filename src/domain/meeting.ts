/**
 * A meeting of a leadership team (班子会议) as its minutes tell it: who was due and present, and of every item of weight (三重一大)
 * who spoke when, for what, and what was decided. What the minutes do not say is left out, and is unknown.
 */
import type { DateCode } from './calendar.ts'
import type { Identifier } from './lexicon/enumerations.ts'
import type { ProcessField } from './process.ts'

export interface MeetingMember {
  readonly cadreId: string
  readonly name: string
  readonly isPresent?: boolean
}

/** Where one member stood on an item. */
export interface MemberStand {
  readonly cadreId: string
  /** Place in the order of speaking, from 1. */
  readonly order?: number
  readonly opinion?: Identifier<'meetingOpinion'>
  /** The item concerns the member or relatives. */
  readonly isConcerned?: boolean
  readonly hasRecused?: boolean
}

export interface MeetingItem {
  readonly kind: Identifier<'meetingItem'>
  readonly subject: string
  /** Discussed and decided by the team, not by one person or by circulating a paper. */
  readonly isCollective?: boolean
  readonly stands: readonly MemberStand[]
  /** As the minutes count them; where left out, they are counted from the opinions. */
  readonly votesFor?: number
  readonly decision?: Identifier<'meetingDecision'>
  readonly differsWidely?: boolean
  readonly isReconsidered?: boolean
  /** Members who consented to reconsider. */
  readonly reconsiderationConsents?: number
}

export interface TeamMeeting {
  readonly unitId: string
  readonly name: string
  readonly heldOn: DateCode
  /** Who presided: the one who has to speak last. */
  readonly presiderId: string
  /** The day on which the papers reached the members. */
  readonly papersOn?: DateCode
  readonly minutesKept?: boolean
  /** Everybody due. */
  readonly members: readonly MeetingMember[]
  readonly items: readonly MeetingItem[]
}

/** A meeting on record, in its last version. */
export interface RecordedMeeting extends TeamMeeting {
  readonly meetingId: string
  readonly version: number
}

const label = (zh: string, en: string) => ({ label: { zh, en } })

/** What the rules of decision ask of an item beside the facts of a vote, which are those of a selection case. */
export const meetingFields = {
  item: { kind: 'term', terms: 'meetingItem', ...label('议题类别', 'kind of item') },
  held_on: { kind: 'date', ...label('会议日期', 'date of the meeting') },
  papers_on: { kind: 'date', ...label('会前材料送达日期', 'date on which the papers reached the members') },
  collective: { kind: 'boolean', ...label('是否集体讨论决定', 'whether it was decided collectively') },
  minutes_kept: { kind: 'boolean', ...label('是否有会议记录', 'whether minutes were kept') },
} as const satisfies Readonly<Record<string, ProcessField>>

/** One item as the rules read it. */
export interface MeetingFacts {
  readonly item?: Identifier<'meetingItem'>
  readonly held_on?: DateCode
  readonly papers_on?: DateCode
  readonly collective?: boolean
  readonly minutes_kept?: boolean
}
