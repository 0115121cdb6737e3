/**
 * What a place adds to the national rules without touching their files: stricter numbers, confirmations of rules whose
 * text was not seen in force, rules of its own. A plain value, so that records, a file and a study all speak of the same.
 */
import type { DateCode } from './calendar.ts'

export type Setting = string | number | boolean
/** What a parameter may be: one value, a list, or a map from identifiers to values. */
export type SettingValue = Setting | readonly Setting[] | { readonly [key: string]: Setting }

/** Who decided it, on which day, and the number or name of the document. Empty and 0 in a study, where nobody decided. */
export interface Grounds {
  readonly by: string
  readonly on: DateCode
  readonly document: string
}

/** Where an item was written, so that a mistake can be pointed at. */
export interface Written {
  readonly file: string
  readonly row: number
  readonly column: string
}

export interface ParameterChange extends Grounds {
  readonly rule: string
  readonly name: string
  readonly value: SettingValue
  /** The first day on which it counts, and the first on which it no longer does. */
  readonly from: DateCode
  readonly to?: DateCode
  readonly written?: Written
}

/** An UNVERIFIED rule binds from the day `on`, until `to` where the confirmation was withdrawn. */
export interface RuleConfirmation extends Grounds {
  readonly rule: string
  readonly to?: DateCode
  readonly written?: Written
}

/** Rules in the language of the rule files: YAML with `instrument:` (whose rules they are) and `rules:`. */
export interface AddedRules {
  /** The name shown in problems and as the source of the rules. */
  readonly file: string
  readonly text: string
  /** The first day on which they no longer count. */
  readonly to?: DateCode
}

export interface Overlay {
  readonly parameters: readonly ParameterChange[]
  readonly confirmations: readonly RuleConfirmation[]
  readonly rules: readonly AddedRules[]
}

export const emptyOverlay: Overlay = { parameters: [], confirmations: [], rules: [] }
