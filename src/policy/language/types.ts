/**
 * The rule language: a small typed expression tree, written in YAML. A condition asks something of a cadre, a seat and a
 * day; it has no side effects and no clock of its own, and answers yes, no or unknown.
 *
 *   all / any / not                       logic (Kleene)
 *   equals, at-least, at-most, more-than  [value, value]; ordered terms compare by rank
 *   one-of: [value, list]                 membership; a map parameter stands for its keys
 *   known: value                          is the fact recorded?
 *   elapsed: {since, until?, years|months|days|workdays}  calendar-exact, from a date to today (or `until`)
 *   reached: date                         has the day come?
 *   lasted: {over, where?, unbroken?, years|months}  time accumulated over stretches, overlaps counted once
 *   exists, counted, summed               over the rows of a list
 */
import type { DateCode } from '#domain/calendar.ts'

export type ValueType =
  | { readonly kind: 'date' | 'number' | 'boolean' | 'text' }
  | { readonly kind: 'term'; readonly vocabulary: string }

export type Scalar = string | number | boolean
/** What a parameter may be: a scalar, a list, or a map from identifiers to numbers or terms. */
export type ParameterValue = Scalar | readonly Scalar[] | { readonly [key: string]: Scalar }

/** `$name` of the same rule, or `$RULE-ID.name` of another: a legal number is written once. */
export interface ParameterReference {
  readonly kind: 'parameter'
  readonly rule: string
  readonly name: string
}

/** `percent` is so many hundredths of the first, rounded down. */
export const arithmetics = ['minus', 'plus', 'times', 'percent'] as const
export type Arithmetic = (typeof arithmetics)[number]

export type Value =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'literal'; readonly value: Scalar }
  | { readonly kind: 'list'; readonly values: readonly Scalar[] }
  | ParameterReference
  | { readonly kind: 'lookup'; readonly map: Value; readonly key: Value }
  | { readonly kind: Arithmetic; readonly left: Value; readonly right: Value }

/**
 * Units of a period. Years, months and days from a day are over on the same day of the calendar so much later; working days
 * count the first day and the last: five of them from a Monday are complete on the Friday.
 */
export const timeUnits = ['years', 'months', 'days', 'workdays'] as const
export type TimeUnit = (typeof timeUnits)[number]

export const relations = ['equals', 'at-least', 'at-most', 'more-than'] as const
export type Relation = (typeof relations)[number]

/** A measure may be named with `as`, so that a message can say what was found: `{name}`. */
export type Condition =
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'compare'; readonly relation: Relation; readonly left: Value; readonly right: Value }
  | { readonly op: 'one-of'; readonly value: Value; readonly among: Value }
  | { readonly op: 'known'; readonly value: Value }
  | {
      readonly op: 'elapsed'
      readonly since: Value
      readonly until: Value | undefined
      readonly amount: Value
      readonly unit: TimeUnit
      readonly as: string | undefined
    }
  | { readonly op: 'reached'; readonly date: Value }
  | {
      readonly op: 'lasted'
      readonly list: string
      /** Only the last run without a gap counts. */
      readonly unbroken: boolean
      readonly where: Condition | undefined
      readonly amount: Value
      readonly unit: 'years' | 'months'
      readonly as: string | undefined
    }
  | {
      readonly op: 'exists'
      readonly list: string
      /** The rows in question: where there is none, and rows are expected, the answer is unknown. */
      readonly among: Condition | undefined
      readonly where: Condition | undefined
      readonly as: string | undefined
    }
  | {
      readonly op: 'counted'
      readonly list: string
      readonly where: Condition | undefined
      readonly distinct: Value | undefined
      readonly least: Value
      readonly as: string | undefined
    }
  | {
      readonly op: 'summed'
      readonly list: string
      readonly where: Condition | undefined
      readonly of: Value
      readonly least: Value
      readonly as: string | undefined
    }

/** What a value is at run time; undefined = not known. */
export type Known = Scalar | DateCode | undefined
