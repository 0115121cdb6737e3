import type { ReadRule } from './read-rule.ts'
import type { Instrument, Rule } from './rule.ts'

/** Instruments and rules, both in the order in which findings are listed. */
export interface Shelf {
  readonly instruments: readonly Instrument[]
  readonly rules: readonly ReadRule[]
}

export const rulesById = (rules: readonly ReadRule[]): ReadonlyMap<string, Rule> =>
  new Map(rules.map(({ rule }) => [rule.id, rule]))
