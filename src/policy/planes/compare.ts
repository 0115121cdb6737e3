import type { DateCode } from '#domain/calendar.ts'
import { invariant } from '#domain/problem.ts'
import type { BoundRule } from '../evaluation/bound-rule.ts'
import type { Facts } from '../facts/facts.ts'
import { columnsOf } from './columns.ts'
import { comparedSeats, seatsAfter } from './compared-seats.ts'
import { holdRule, type RuleHeld } from './held.ts'
import { patchedRules } from './patch.ts'
import { keyOfRule } from './rule-columns.ts'
import type { VerdictPlanes } from './verdict-planes.ts'
import { type Workspace, workspace } from './workspace.ts'

export interface Field {
  /** Rows of cadres; everybody where left out. */
  readonly people?: readonly number[]
  /** Rows of positions; all where left out. */
  readonly seats?: readonly number[]
  /** Judge as on another day, with the facts of the snapshot; its own day where left out. */
  readonly today?: DateCode
}

const upTo = (length: number): number[] => Array.from({ length }, (_, index) => index)

/**
 * The verdicts of every rule for people × seats. Nothing is computed before it is asked for, and nothing twice: seats alike
 * in what a rule needs share its planes, rules share their parts, and planes made from these with `withRules` or `on`
 * share all that has not changed. Rules of procedure are not for planes: they look at a case.
 * @example verdictAt(comparePlanes(book.inForce('appointment', asOf), facts), 0, 0, 0) // 'met'
 */
export function comparePlanes(rules: readonly BoundRule[], facts: Facts, field: Field = {}): VerdictPlanes {
  const people = field.people ?? upTo(facts.cadreCount)
  const seats = comparedSeats(facts, field.seats ?? upTo(facts.snapshot.tables.positions.length))
  const today = field.today ?? facts.snapshot.asOf
  return planesOf(workspace(columnsOf(facts, people), seats, today), rules, today, new Map())
}

function planesOf(
  ws: Workspace,
  rules: readonly BoundRule[],
  today: DateCode,
  known: ReadonlyMap<string, RuleHeld>,
): VerdictPlanes {
  const held = new Map(known)
  const ofRules = rules.map((bound) => {
    const key = keyOfRule(bound)
    const one = held.get(key) ?? holdRule(ws, bound, today)
    held.set(key, one)
    return one
  })
  return {
    facts: ws.facts,
    today,
    rules,
    people: ws.people,
    get seats() {
      return ws.shared('seats', () => ws.seats.rows.map((_, place) => ws.seats.at(place)))
    },
    column(rule, seat) {
      const one = ofRules[rule]
      invariant(one && seat < ws.seats.rows.length, 'no such rule or seat')
      return one.at(seat)
    },
    withRules: (others) => planesOf(ws, others, today, held),
    on: (day, others = rules) => planesOf(ws, others, day, day === today ? held : untimed(held)),
    withCadres: (facts, changed) => {
      const next = workspace(columnsOf(facts, ws.people), seatsAfter(facts, ws.seats), today)
      const patched = patchedRules(next, rules, { held: ofRules, facts: ws.facts, seats: ws.seats }, changed)
      return planesOf(
        next,
        rules,
        today,
        new Map(rules.map((bound, rule) => [keyOfRule(bound), patched[rule] as RuleHeld])),
      )
    },
  }
}

const untimed = (held: ReadonlyMap<string, RuleHeld>): ReadonlyMap<string, RuleHeld> =>
  new Map([...held].filter(([, { needs }]) => !needs.today))
