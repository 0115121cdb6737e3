/**
 * A slate (方案): the moves proposed for a whole board of vacancies, with what people chose before it was searched. The
 * system lists; people decide.
 */
import type { Estimate } from './estimate.ts'
import type { Verdict } from './finding.ts'
import type { Move } from './lexicon/terms.ts'
import type { Text } from './text.ts'

/** `off`: not looked at; `goal`: a miss costs its price; `limit`: must hold. */
export type Force = 'off' | 'goal' | 'limit'

/** What a team should have: at least so many people of a kind. */
export interface TeamFloor {
  /** Unit of the team. */
  readonly unitId: string
  readonly kind: TeamKind
  /** For `under`: the age; for `familiar`: the field of work. */
  readonly with?: number | string
  readonly least: number
}

/** Kinds of people that a structure goal may count; each is a visible rule, none enters an estimate. */
export const teamKinds = ['under', 'woman', 'minority', 'non-party', 'graduate', 'familiar', 'grassroots'] as const
export type TeamKind = (typeof teamKinds)[number]

export type Lock = { readonly by?: string; readonly on?: string } & (
  | { readonly kind: 'must'; readonly cadreId: string; readonly positionId: string }
  | { readonly kind: 'must-not'; readonly cadreId: string; readonly positionId: string }
  /** Stays where he or she is. */
  | { readonly kind: 'keep'; readonly cadreId: string }
  /** Leaves the present seat, wherever to; with `elsewhere`, the unit too. */
  | { readonly kind: 'must-move'; readonly cadreId: string; readonly elsewhere?: boolean }
  | { readonly kind: 'leave-empty'; readonly positionId: string }
)

/** What people choose before a slate is searched. Everything is in units of fit: 1 = a seat wholly filled. */
export interface SlateRequest {
  /** Seats to fill. */
  readonly vacancies: readonly string[]
  /** Who may be moved; everybody in service where left out. */
  readonly pool?: {
    readonly units?: readonly string[]
    readonly cadres?: readonly string[]
    readonly reserveOnly?: boolean
  }
  /** Verdicts of pairs that may be proposed. `unmet` never is. */
  readonly verdicts: readonly Exclude<Verdict, 'unmet'>[]
  /** The most moves that follow from one vacancy. */
  readonly chainMost: number
  readonly exchanges: boolean
  /** The most people who move; none where left out. */
  readonly movesMost?: number
  /** What each move costs. */
  readonly moveCost: number
  /** What a chosen vacancy that stays empty costs, beyond the fit that it lacks. */
  readonly fill: { readonly force: Force; readonly price: number }
  /** People whose rotation or term duty is overdue or falls due within the year move. */
  readonly rotation: { readonly force: Force; readonly price: number }
  readonly structure: { readonly force: Force; readonly price: number; readonly floors: readonly TeamFloor[] }
  /** What a move of a reserve cadre adds. */
  readonly reserve: { readonly force: 'off' | 'goal'; readonly value: number }
  /** What a move of somebody with so many years at the grassroots adds. */
  readonly grassroots: { readonly force: 'off' | 'goal'; readonly value: number; readonly years: number }
  readonly locks: readonly Lock[]
}

export interface SlateMove {
  readonly cadreId: string
  /** Undefined where the present post is not among the known seats. */
  readonly from: string | undefined
  readonly to: string
  /** Without a value only where a lock asked for the move. */
  readonly fit: Estimate
  /** Fit for the seat that is left; undefined where it is not known. */
  readonly fitFrom: number | undefined
  readonly verdict: Verdict
  readonly move: Move | undefined
  /** What the move adds to the objective, by goal; sums to its gain. */
  readonly gains: readonly { readonly goal: string; readonly value: number }[]
  /** Standard deviation of the gain: what is known of the fits is not exact. */
  readonly gainSd: number
  readonly reasons: readonly Text[]
}

export interface SlateChain {
  readonly kind: 'chain' | 'exchange'
  /** Indices into `moves`, from the vacancy outward: in this order they can be carried out; an exchange at one time. */
  readonly moves: readonly number[]
  /** What becomes of the last seat that is left. */
  readonly ends: Text
}

/** A goal or limit, what it came to, and what it cost or would cost. */
export interface GoalOutcome {
  /** `fit`, `fill:P1`, `rotation:C1`, `structure:U1:woman`, `moves`, `kin:C1:C2`, `lock:0` … */
  readonly id: string
  readonly label: Text
  readonly state: 'kept' | 'binding' | 'missed'
  /** What was reached of what was asked. */
  readonly reached: number
  readonly asked: number | undefined
  /** Part of the objective: what it adds against nobody moving. */
  readonly value: number
  /** What the objective would lose if a missed goal had to hold, or gain if a binding one were loosened by one unit. */
  readonly price: number | undefined
}

export interface TeamStanding {
  /** Cadre ids, with age where it is known. */
  readonly members: readonly { readonly cadreId: string; readonly age: number | undefined }[]
  readonly empty: number
  readonly counts: readonly {
    readonly kind: TeamKind
    readonly with: number | string | undefined
    readonly count: number
    /** Of whom it is not recorded. */
    readonly unknown: number
    readonly least: number | undefined
  }[]
}

export interface TeamChange {
  readonly unitId: string
  readonly before: TeamStanding
  readonly after: TeamStanding
}

/** What the replay of a slate, which shares no code with the search, found wrong; empty = nothing. */
export interface SlateCheck {
  readonly moves: number
  readonly rules: number
  readonly faults: readonly { readonly move: number | undefined; readonly says: Text }[]
}

export interface SlatePlan {
  readonly moves: readonly SlateMove[]
  readonly chains: readonly SlateChain[]
  /** What the plan adds to the board as it stands: the sum of the values of `goals`. */
  readonly objective: number
  /** No lawful slate under the same request can have more. */
  readonly bound: number
  /** (bound − objective) ÷ |objective|. */
  readonly gap: number
  /** 90 % interval of the objective: what is known of the fits is not exact. */
  readonly lower: number
  readonly upper: number
  readonly goals: readonly GoalOutcome[]
  readonly unfilled: readonly { readonly positionId: string; readonly reason: Text }[]
  readonly teams: readonly TeamChange[]
  readonly check: SlateCheck
}

/** The answer to a request: a plan with really different others, or what clashes, in words. */
export type Slate =
  | {
      readonly feasible: true
      /** The first is the one searched for; the others differ in at least a third of their moves. */
      readonly plans: readonly SlatePlan[]
      /** How much board was looked at. */
      readonly size: { readonly people: number; readonly seats: number; readonly pairs: number }
    }
  | { readonly feasible: false; readonly clash: readonly Text[] }
