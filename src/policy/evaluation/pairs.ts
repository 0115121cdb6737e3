/** All rules taken together for every cadre against one seat after another. */
import type { DateCode } from '#domain/calendar.ts'
import type { Verdict } from '#domain/finding.ts'
import type { Facts } from '../facts/facts.ts'
import type { SeatFacts } from '../facts/seats.ts'
import type { BoundRule } from './bound-rule.ts'
import { type Combinations, combinations } from './combinations.ts'
import { columnReader, notApplicable, type VerdictColumn, verdictCodes } from './planes.ts'

/** Overall answers for one seat. Equal lists are one list: a million pairs share a few hundred. */
export interface SeatVerdicts {
  readonly verdict: (cadre: number) => Verdict
  /** Ids of the rules that are unmet. */
  readonly blocking: (cadre: number) => readonly string[]
  readonly missing: (cadre: number) => readonly string[]
}

/** @example pairReader(rules, facts, people, asOf)(seat).verdict(people[0]) // 'met' */
export function pairReader(
  rules: readonly BoundRule[],
  facts: Facts,
  people: readonly number[],
  today: DateCode,
): (seat: SeatFacts) => SeatVerdicts {
  const columnsFor = columnReader(rules, facts, people, today)
  const sets = combinations()
  return (seat) => join(columnsFor(seat), people, facts.cadreCount, sets)
}

/** What an unconfirmed rule counts as at most. */
const warned = verdictCodes.indexOf('discretion')

/** The worst verdict of the rules that bear on the seat, and which rules block and which facts are missing. */
function join(
  columns: readonly VerdictColumn[],
  people: readonly number[],
  size: number,
  sets: Combinations,
): SeatVerdicts {
  const worst = new Uint8Array(size)
  const blocking = new Int32Array(size)
  const missing = new Int32Array(size)
  for (const column of columns) {
    for (const cadre of people) {
      const found = column.codes[cadre] ?? notApplicable
      if (found === 0 || found === notApplicable) continue
      const code = column.weight === 'warns' ? warned : found
      if (code > (worst[cadre] ?? 0)) worst[cadre] = code
      if (verdictCodes[code] === 'unmet') blocking[cadre] = sets.add(blocking[cadre] ?? 0, column.rule)
      if (verdictCodes[found] !== 'unknown') continue
      for (const field of column.missing(cadre)) missing[cadre] = sets.add(missing[cadre] ?? 0, field)
    }
  }
  return {
    verdict: (cadre) => verdictCodes[worst[cadre] ?? 0] ?? 'met',
    blocking: (cadre) => sets.items(blocking[cadre] ?? 0),
    missing: (cadre) => sets.items(missing[cadre] ?? 0),
  }
}
