/** Kleene's strong three-valued logic on small integers, so that `and` is a minimum and `or` a maximum. */
import type { Certainty } from '#domain/calendar.ts'

export type Truth = 0 | 1 | 2
export const no: Truth = 0
export const unknown: Truth = 1
export const yes: Truth = 2

export const negate = (truth: Truth): Truth => (2 - truth) as Truth
export const both = (a: Truth, b: Truth): Truth => (a < b ? a : b)
export const either = (a: Truth, b: Truth): Truth => (a > b ? a : b)
export const truthOf = (value: boolean): Truth => (value ? yes : no)
export const truthFrom = (certainty: Certainty): Truth =>
  certainty === 'yes' ? yes : certainty === 'no' ? no : unknown
