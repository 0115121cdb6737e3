/** Walks over conditions: which words a rule uses, and so what it depends on. */
import type { SeatFacts } from '../facts/seats.ts'
import type { Rule } from '../rulebook/rule.ts'
import type { Condition, Value } from './types.ts'
import { findWord, listOf } from './word-of.ts'

/** The values a condition names itself; those of its parts come with the parts. */
function valuesOf(condition: Condition): (Value | undefined)[] {
  switch (condition.op) {
    case 'compare':
      return [condition.left, condition.right]
    case 'one-of':
      return [condition.value, condition.among]
    case 'known':
      return [condition.value]
    case 'reached':
      return [condition.date]
    case 'elapsed':
      return [condition.since, condition.until, condition.amount]
    case 'lasted':
      return [condition.amount]
    case 'counted':
      return [condition.least, condition.distinct]
    case 'summed':
      return [condition.least, condition.of]
    default:
      return []
  }
}

function* within(condition: Condition): Generator<Condition> {
  yield condition
  if (condition.op === 'all' || condition.op === 'any') for (const part of condition.of) yield* within(part)
  if (condition.op === 'not') yield* within(condition.of)
  if ('where' in condition && condition.where) yield* within(condition.where)
  if (condition.op === 'exists' && condition.among) yield* within(condition.among)
}

type Conditions = Pick<Rule, 'applies' | 'requires' | 'asks' | 'exceptions'>

/** Every condition of a rule, parts included. */
export function* conditionsOf(rule: Conditions): Generator<Condition> {
  const guarded = [...rule.asks, ...rule.exceptions].map(({ when }) => when)
  for (const condition of [rule.applies, ...rule.requires.flatMap((part) => [part.when, part.that]), ...guarded]) {
    if (condition) yield* within(condition)
  }
}

function* leavesOf(value: Value): Generator<Value> {
  if (value.kind === 'lookup') {
    yield* leavesOf(value.map)
    yield* leavesOf(value.key)
  } else if ('left' in value) {
    yield* leavesOf(value.left)
    yield* leavesOf(value.right)
  } else yield value
}

/** The words that a condition names itself, not in its parts. */
export function pathsIn(condition: Condition): string[] {
  const leaves = valuesOf(condition).flatMap((value) => (value ? [...leavesOf(value)] : []))
  return [...new Set(leaves.flatMap((leaf) => (leaf.kind === 'path' ? [leaf.path] : [])))]
}

/** Every path, literal and parameter of a rule. */
export function* leavesOfRule(rule: Conditions): Generator<Value> {
  for (const condition of conditionsOf(rule)) {
    for (const value of valuesOf(condition)) if (value) yield* leavesOf(value)
  }
}

/** Names given with `as` in a condition. */
export function namesIn(condition: Condition): string[] {
  return [...within(condition)].flatMap((part) => ('as' in part && part.as !== undefined ? [part.as] : []))
}

const asksSeatOnly = (condition: Condition): boolean =>
  [...within(condition)].every((part) => {
    const values = valuesOf(part).flatMap((value) => (value ? [...leavesOf(value)] : []))
    return !('list' in part) && values.every((value) => value.kind !== 'path' || value.path.startsWith('seat.'))
  })

/** Does a condition relate rows to the seat? Such words read both, and cost more than others. */
export const relatesRows = (condition: Condition): boolean =>
  [...within(condition)].some((part) =>
    valuesOf(part)
      .flatMap((value) => (value ? [...leavesOf(value)] : []))
      .some((value) => value.kind === 'path' && findWord(value.path)?.row !== undefined),
  )

/** Those parts of a guard that ask about the seat alone: where one says no, the rule bears on nobody. */
export function seatParts(guard: Condition | undefined): Condition[] {
  if (guard === undefined) return []
  return (guard.op === 'all' ? guard.of : [guard]).filter(asksSeatOnly)
}

/** The seat facts a rule depends on, in a fixed order. */
export function seatFieldsOf(rule: Conditions): (keyof SeatFacts)[] {
  const fields = new Set<keyof SeatFacts>()
  for (const value of leavesOfRule(rule)) {
    if (value.kind === 'path') for (const field of findWord(value.path)?.seat ?? []) fields.add(field)
  }
  for (const part of conditionsOf(rule))
    if ('list' in part && listOf(part.list).owner === 'seat') fields.add('position')
  return [...fields].sort()
}

/** Does the rule ask what kind of move it would be? */
export function asksMove(rule: Conditions): boolean {
  for (const value of leavesOfRule(rule)) {
    if (value.kind === 'path' && findWord(value.path)?.byMove) return true
  }
  return false
}

/** Names of the facts of a selection case that a rule asks about. */
export function processFactsIn(rule: Conditions): ReadonlySet<string> {
  const conditions = [...conditionsOf(rule)]
  const single = conditions.flatMap(pathsIn).flatMap((path) => /^process\.(\w+)$/.exec(path)?.[1] ?? [])
  const listed = conditions.flatMap((at) => ('list' in at && listOf(at.list).owner === 'process' ? [at.list] : []))
  return new Set([...single, ...listed])
}
