/**
 * The rules with what a place adds to them. Nothing national is touched: changed rules are new values, and what an overlay
 * may not do is refused with the place where it was written.
 */
import type { DateCode } from '#domain/calendar.ts'
import type { Overlay, ParameterChange, RuleConfirmation } from '#domain/overlay.ts'
import { type Problem, ProblemError } from '#domain/problem.ts'
import { checkRule } from '../language/check.ts'
import type { ParameterValue } from '../language/types.ts'
import { leavesOfRule } from '../language/walk.ts'
import { withAddedRules } from './added-rules.ts'
import { objectionsToChange, objectionsToConfirmation, objectionTo } from './objections.ts'
import type { ReadRule } from './read-rule.ts'
import type { DatedValue, Rule } from './rule.ts'
import { readSeatProfile, seatProfileRule } from './seat-profile.ts'
import { rulesById, type Shelf } from './shelf.ts'
import { merged, stricterOf } from './strictness.ts'

export interface OverlayOptions {
  /** For a study of what would change: anything of the right kind is allowed, on nobody's authority. */
  readonly study?: boolean
  /** For what was adopted before: an item that no longer fits, the national rule having changed, is set aside. */
  readonly settled?: boolean
}

export interface Overlaid extends Shelf {
  readonly setAside: readonly Problem[]
}

/** @throws ProblemError with every item that may not be adopted, and why; not where they are `settled` */
export function overlaid(shelf: Shelf, overlay: Overlay, options: OverlayOptions = {}): Overlaid {
  const { study = false, settled = false } = options
  const setAside: Problem[] = []
  const fits = (problems: readonly Problem[]): boolean => {
    setAside.push(...problems)
    return problems.length === 0
  }
  let wider = shelf
  for (const added of overlay.rules) {
    const problems = problemsOf(() => {
      wider = withAddedRules(wider, added, study)
    })
    fits(problems)
  }
  const byId = rulesById(wider.rules)
  const confirmations: RuleConfirmation[] = []
  for (const one of overlay.confirmations.filter(({ on, to }) => lasts(on, to))) {
    if (fits(objectionsToConfirmation(one, confirmations, byId.get(one.rule), study))) confirmations.push(one)
  }
  const readers = readersIn(wider.rules)
  const parameters: ParameterChange[] = []
  for (const change of overlay.parameters.filter(({ from, to }) => lasts(from, to))) {
    const fitting =
      fits(objectionsToChange(change, parameters, byId.get(change.rule), study)) &&
      fits(problemsOf(() => checkReaders(change, byId, readers, study)).map((problem) => objectionTo(change, problem)))
    if (fitting) parameters.push(change)
  }
  if (!settled && setAside.length > 0) throw new ProblemError(...setAside)
  return {
    instruments: wider.instruments,
    rules: changedRules(wider.rules, parameters, confirmations, study),
    setAside,
  }
}

/** An item that ended before it began says nothing. */
const lasts = (from: DateCode, to: DateCode | undefined): boolean => to === undefined || from < to

function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work()
    return []
  } catch (error) {
    if (error instanceof ProblemError) return error.problems
    throw error
  }
}

/** Which rules read a parameter. */
type Readers = ReadonlyMap<string, readonly ReadRule[]>

const keyOf = ({ rule, name }: { readonly rule: string; readonly name: string }): string => `${rule}.${name}`

function readersIn(rules: readonly ReadRule[]): Readers {
  const readers = new Map<string, ReadRule[]>()
  for (const read of rules) {
    const cited = [...leavesOfRule(read.rule)].flatMap((leaf) => (leaf.kind === 'parameter' ? [keyOf(leaf)] : []))
    for (const key of new Set(cited)) readers.set(key, [...(readers.get(key) ?? []), read])
  }
  return readers
}

/** What the rules that read a changed parameter say of it. */
function checkReaders(
  change: ParameterChange,
  rules: ReadonlyMap<string, Rule>,
  readers: Readers,
  study: boolean,
): void {
  const rule = rules.get(change.rule)
  if (!rule) return
  const changed = { ...rule, parameters: changedParameters(rule, [change], study) }
  const all = new Map(rules).set(rule.id, changed)
  for (const { rule: reader, written, places } of readers.get(keyOf(change)) ?? []) {
    checkRule(reader, { source: written.source, places, rules: all })
  }
  if (rule.id === seatProfileRule) readSeatProfile(changed, change.from)
}

function changedRules(
  rules: readonly ReadRule[],
  parameters: readonly ParameterChange[],
  confirmations: readonly RuleConfirmation[],
  study: boolean,
): ReadRule[] {
  const changes = Map.groupBy(parameters, ({ rule }) => rule)
  const confirmed = new Map(confirmations.toSorted((a, b) => a.on - b.on).map((one) => [one.rule, one]))
  return rules.map((read) => {
    const own = changes.get(read.rule.id)
    const found = confirmed.get(read.rule.id)
    if (!own && !found) return read
    const rule: Rule = {
      ...read.rule,
      parameters: own ? changedParameters(read.rule, own, study) : read.rule.parameters,
      confirmed: found ? { by: found.by, on: found.on, document: found.document, to: found.to } : read.rule.confirmed,
    }
    return { ...read, rule }
  })
}

function changedParameters(
  rule: Rule,
  changes: readonly ParameterChange[],
  study: boolean,
): ReadonlyMap<string, readonly DatedValue[]> {
  const parameters = new Map(rule.parameters)
  for (const [name, local] of Map.groupBy(changes, (change) => change.name)) {
    parameters.set(name, datedValues(rule, name, local, study))
  }
  return parameters
}

/** The value of each period: the national one, or from its day on the local one, unless the national is stricter then. */
function datedValues(rule: Rule, name: string, local: readonly ParameterChange[], study: boolean): DatedValue[] {
  const national = rule.parameters.get(name) ?? []
  const [first] = national
  if (!first) return []
  const direction = rule.stricter.get(name)
  const joined = (value: ParameterValue, own: ParameterValue): ParameterValue => {
    if (direction === 'either') return own
    return study || direction === undefined ? merged(value, own) : stricterOf(value, own, direction)
  }
  const days = [...national.map(({ from }) => from), ...local.flatMap(({ from, to }) => (to ? [from, to] : [from]))]
  const starts = [...new Set(days.map((day) => Math.max(day, first.from)))].sort((a, b) => a - b)
  const ordered = local.toSorted((a, b) => a.from - b.from)
  return starts.map((from) => {
    const { value } = national.findLast((dated) => dated.from <= from) ?? first
    const own = ordered.findLast((change) => change.from <= from && (change.to === undefined || from < change.to))
    return { from, value: own ? joined(value, own.value) : value }
  })
}
