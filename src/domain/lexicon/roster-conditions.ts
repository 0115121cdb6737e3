/** What an advanced search of the roster may ask: operators by kind of field, and the tree that joins them. */

import type { RosterFieldName } from './roster-fields.ts'
import type { RosterFieldKind } from './roster-fields-kinds.ts'

/**
 * `between` takes `[from, to]`, both ends in; of years the upper end is out, as 满 2 年不满 5 年. Dates of a month count whole.
 * `surely-at-least` and `surely-below` ask for the whole interval on that side. `under` takes ids of units with all below them.
 */
export const operators = [
  'one-of',
  'none-of',
  'all-of',
  'contains',
  'lacks',
  'at-least',
  'at-most',
  'below',
  'between',
  'is',
  'under',
  'not-under',
  'surely-at-least',
  'surely-below',
  'known',
  'unknown',
] as const
export type Operator = (typeof operators)[number]

const asked = ['known', 'unknown'] as const

/** What each kind of field may be asked. */
export const operatorsOf: Readonly<Record<RosterFieldKind, readonly Operator[]>> = {
  term: ['one-of', 'none-of', ...asked],
  terms: ['one-of', 'all-of', 'none-of', ...asked],
  text: ['contains', 'lacks', 'one-of', 'none-of', ...asked],
  count: ['at-least', 'at-most', 'below', 'between', ...asked],
  years: ['at-least', 'below', 'between', ...asked],
  date: ['at-least', 'at-most', 'below', 'between', ...asked],
  flag: ['is', ...asked],
  unit: ['under', 'not-under', ...asked],
  evaluations: ['one-of', 'none-of', 'all-of', ...asked],
  interval: ['surely-at-least', 'surely-below', ...asked],
  due: ['one-of', 'none-of'],
  spans: ['at-least', 'below', 'between', ...asked],
}

export type ConditionValue = string | number | boolean

export interface ConditionLeaf {
  readonly field: RosterFieldName
  readonly is: Operator
  readonly value?: ConditionValue | readonly ConditionValue[] | undefined
  /** Of `spans`: of which one, e.g. finance. */
  readonly of?: string | undefined
}

/** A fact that is not known makes a leaf neither true nor false, and so does its negation. */
export type RosterCondition =
  | { readonly all: readonly RosterCondition[] }
  | { readonly any: readonly RosterCondition[] }
  | { readonly not: RosterCondition }
  | ConditionLeaf

/** How deep a tree may be and how many leaves it may have. */
export const conditionDepth = 4
export const conditionLeaves = 40
