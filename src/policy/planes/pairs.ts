/** What stands against each person at a seat: which rules exclude, and which facts are missing. */
import type { Verdict } from '#domain/finding.ts'
import { appliesTo, type BoundRule, verdictOf } from '../evaluation/bound-rule.ts'
import { fieldsMissing } from '../evaluation/finding.ts'
import { newTrace } from '../evaluation/trace.ts'
import type { Scope } from '../language/vocabulary.ts'
import { type Bits, eachBit } from './bits.ts'
import { combinations } from './combinations.ts'
import { overallAt, overallVerdict } from './overall.ts'
import type { VerdictColumn, VerdictPlanes } from './verdict-planes.ts'

/** Answers for one seat, by the place of a person in `planes.people`. Equal lists are one list. */
export interface SeatVerdicts {
  readonly verdict: (person: number) => Verdict
  /** Ids of the rules that exclude. */
  readonly blocking: (person: number) => readonly string[]
  /** Facts that would settle what is unknown. */
  readonly missing: (person: number) => readonly string[]
}

/** The fields that would settle an unknown verdict. */
function missingIn(bound: BoundRule, scope: Scope): readonly string[] {
  const fields = new Set<string>()
  const applies = appliesTo(bound, scope)
  for (const part of bound.requirements) {
    const trace = newTrace()
    if (verdictOf(bound, part, applies, scope, trace) !== 'unknown') continue
    for (const field of fieldsMissing(trace)) fields.add(field)
  }
  return [...fields].sort()
}

const bitsOf = ({ high, low }: VerdictColumn, isUnmet: boolean): Bits =>
  high.map((word, w) => word & (isUnmet ? (low[w] ?? 0) : ~(low[w] ?? 0)))

/**
 * Reads seat after seat; a million pairs share a few hundred lists of reasons.
 * @example pairsIn(planes)(0).blocking(0) // ['APPT-08-3-TENURE']
 */
export function pairsIn(planes: VerdictPlanes): (seat: number) => SeatVerdicts {
  const { facts, people, rules, seats, today } = planes
  const sets = combinations()
  const known = new WeakMap<VerdictColumn, Map<number, readonly string[]>>()

  function missingFor(column: VerdictColumn, bound: BoundRule, seat: number, person: number): readonly string[] {
    const ofColumn = known.get(column) ?? new Map<number, readonly string[]>()
    known.set(column, ofColumn)
    const found = ofColumn.get(person)
    if (found) return found
    const scope = { cadre: facts.cadre(people[person] ?? -1), seat: seats[seat], today, row: undefined }
    const made = missingIn(bound, scope)
    ofColumn.set(person, made)
    return made
  }

  return (seat) => {
    const overall = overallAt(planes, seat)
    const blocking = new Int32Array(people.length)
    const missing = new Int32Array(people.length)
    rules.forEach((bound, rule) => {
      const column = planes.column(rule, seat)
      if (bound.weight === 'decides') {
        eachBit(bitsOf(column, true), (person) => {
          blocking[person] = sets.add(blocking[person] ?? 0, bound.rule.id)
        })
      }
      eachBit(bitsOf(column, false), (person) => {
        for (const field of missingFor(column, bound, seat, person)) {
          missing[person] = sets.add(missing[person] ?? 0, field)
        }
      })
    })
    return {
      verdict: (person) => overallVerdict(overall, person),
      blocking: (person) => sets.items(blocking[person] ?? 0),
      missing: (person) => sets.items(missing[person] ?? 0),
    }
  }
}
