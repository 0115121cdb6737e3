/**
 * A ballot (投票): what is put to the vote, who is due to vote, what a sheet says and what is counted. A sheet never carries
 * anything of the voter but the class.
 */
import type { DateCode } from './calendar.ts'
import type { Identifier } from './lexicon/enumerations.ts'
import type { Text } from './text.ts'

/** 会议推荐, 民主测评, 表决. */
export const ballotKinds = ['recommendation', 'evaluation', 'decision'] as const

/** Steps in the life of a ballot; one that is closed or cancelled changes no more. */
export type BallotStep = 'opened' | 'closed' | 'cancelled'
export type BallotState = 'prepared' | 'open' | 'closed' | 'cancelled'

/** Voters who are counted together: A, B, C 类票, or whatever the office calls them. */
export interface VoterClass {
  readonly id: string
  readonly label: string
  /** How many are due to vote. */
  readonly due: number
}

/** Somebody voted on. Without an id a person who is not on record. */
export interface BallotPerson {
  readonly name: string
  readonly post?: string | undefined
  readonly cadreId?: string | undefined
}

export interface BallotHead {
  readonly title: string
  readonly heldOn: DateCode
  readonly classes: readonly VoterClass[]
  /** The case that it belongs to. */
  readonly caseId?: string | undefined
}

/** 会议推荐: names chosen for one post or several. */
export interface RecommendationBallot extends BallotHead {
  readonly kind: 'recommendation'
  readonly posts: readonly {
    readonly title: string
    readonly positionId?: string | undefined
    /** How many may be chosen. */
    readonly most: number
    /** The reference list, in the order of the sheet. */
    readonly reference: readonly BallotPerson[]
    /** Whether names beside the list may be written. */
    readonly freeNames: boolean
  }[]
}

/** 民主测评: people rated item by item. */
export interface EvaluationBallot extends BallotHead {
  readonly kind: 'evaluation'
  readonly people: readonly BallotPerson[]
  readonly items: readonly Identifier<'ratingItem'>[]
  /** From the highest to the lowest. */
  readonly grades: readonly string[]
  readonly channel: Identifier<'ratingChannel'>
}

/** 表决: 同意, 不同意, and 弃权 or 缓议, matter by matter. */
export interface DecisionBallot extends BallotHead {
  readonly kind: 'decision'
  readonly matters: readonly (BallotPerson & { readonly proposal: string; readonly caseId?: string | undefined })[]
  readonly third: 'abstain' | 'postpone'
}

export type BallotDesign = RecommendationBallot | EvaluationBallot | DecisionBallot

/** One question of a sheet, whatever the kind of the ballot. */
export interface BallotQuestion {
  /** The person, the post or the matter. */
  readonly subject: string
  readonly note: string
  /** What of the subject is asked; empty where the subject itself is. */
  readonly aspect: Text
  readonly options: readonly Text[]
  /** How many may be marked. */
  readonly most: number
  readonly freeNames: boolean
  /** The option that a blank counts as. */
  readonly blankAs?: number
}

/** The number of an option of the list, or a name that was written. */
export type Mark = number | string

/** Marks by question. @example [[0, 2, '王明'], []] // two of the list and a written name; the second question left blank */
export type Sheet = readonly (readonly Mark[])[]

export interface QuestionTally {
  /** By option, in the order of the sheet. */
  readonly marks: readonly number[]
  /** Written names, in the order of their characters. */
  readonly free: readonly { readonly name: string; readonly votes: number }[]
  readonly blank: number
  /** Sheets on which more was marked than is allowed. */
  readonly spoiled: number
}

/** What was counted of some sheets; `received` less `invalid` are valid. */
export interface Tally {
  readonly received: number
  readonly invalid: number
  readonly questions: readonly QuestionTally[]
}

/** What was handed out to a class. */
export interface Handed {
  readonly present: number
  /** Slips with a code. */
  readonly codes: number
  readonly papers: number
  /** Slips and papers given back unused, or exchanged. */
  readonly returned: number
}

/** The list of voters: who is due, and whether a slip was drawn. What is on the slip, and what was voted, it does not know. */
export interface BallotRoll {
  readonly voters: readonly {
    readonly name: string
    readonly classId: string
    readonly received: 'code' | 'paper' | null
  }[]
  readonly handed: Readonly<Record<string, Handed>>
}

/** Paper sheets of all classes as one person counted them. */
export interface PaperCount {
  readonly countedBy: string
  readonly tallies: Readonly<Record<string, Tally>>
}

export interface Witnesses {
  /** 监票人 */
  readonly scrutineers: readonly string[]
  /** 计票人 */
  readonly tellers: readonly string[]
}

/** issued = received + returned + missing. */
export interface Turnout {
  readonly due: number
  readonly present: number
  readonly issued: number
  readonly received: number
  readonly returned: number
  readonly missing: number
}

/** 计票报告单: the whole, and the classes as far as they may be shown. */
export interface BallotReport {
  readonly turnout: Turnout
  /** False where too few voted for anything to be shown. */
  readonly shown: boolean
  readonly total: Tally
  /** Each of at least as many sheets as the place asks for; small classes are added to others. */
  readonly groups: readonly { readonly classes: readonly string[]; readonly tally: Tally }[]
}
