/**
 * The rules with what a place adds to them. Nothing national is touched: changed rules are new values, and what an overlay
 * may not do is refused with the place where it was written.
 */
import type { DateCode } from '#domain/calendar.ts'
import type { Overlay, ParameterChange } from '#domain/overlay.ts'
import { ProblemError } from '#domain/problem.ts'
import { checkRule } from '../language/check.ts'
import { leavesOfRule } from '../language/walk.ts'
import { withAddedRules } from './added-rules.ts'
import { objectionsTo } from './objections.ts'
import type { ReadRule } from './read-rule.ts'
import type { DatedValue, Rule } from './rule.ts'
import { readSeatProfile, seatProfileRule } from './seat-profile.ts'
import { rulesById, type Shelf } from './shelf.ts'
import { stricterOf } from './strictness.ts'

export interface OverlayOptions {
  /** For a study of what would change: anything of the right kind is allowed, on nobody's authority. */
  readonly study?: boolean
}

/** An item that ended before it began says nothing. */
const counts = (from: DateCode, to: DateCode | undefined): boolean => to === undefined || from < to

/** @throws ProblemError with every item that may not be adopted, and why */
export function overlaid(shelf: Shelf, overlay: Overlay, { study = false }: OverlayOptions = {}): Shelf {
  const wider = overlay.rules.reduce((before, added) => withAddedRules(before, added, study), shelf)
  const parameters = overlay.parameters.filter(({ from, to }) => counts(from, to))
  const confirmations = overlay.confirmations.filter(({ on, to }) => counts(on, to))
  const objections = objectionsTo({ ...overlay, parameters, confirmations }, rulesById(wider.rules), study)
  if (objections.length > 0) throw new ProblemError(...objections)
  const changes = Map.groupBy(parameters, ({ rule }) => rule)
  const confirmed = new Map(confirmations.toSorted((a, b) => a.on - b.on).map((one) => [one.rule, one]))
  const rules = wider.rules.map((read): ReadRule => {
    const own = changes.get(read.rule.id)
    const found = confirmed.get(read.rule.id)
    if (!own && !found) return read
    const confirmation = found && { by: found.by, on: found.on, document: found.document, to: found.to }
    const rule: Rule = {
      ...read.rule,
      parameters: own ? changedParameters(read.rule, own, study) : read.rule.parameters,
      confirmed: confirmation ?? read.rule.confirmed,
    }
    return { ...read, rule }
  })
  checkChanges(rules, parameters)
  return { instruments: wider.instruments, rules }
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

/** The value of each period: the national one, or from its day on the local one, unless the national became stricter. */
function datedValues(rule: Rule, name: string, local: readonly ParameterChange[], study: boolean): DatedValue[] {
  const national = rule.parameters.get(name) ?? []
  const [first] = national
  if (!first) return []
  const direction = study ? 'either' : (rule.stricter.get(name) ?? 'either')
  const days = [...national.map(({ from }) => from), ...local.flatMap(({ from, to }) => (to ? [from, to] : [from]))]
  const starts = [...new Set(days.map((day) => Math.max(day, first.from)))].sort((a, b) => a - b)
  return starts.map((from) => {
    const { value } = national.findLast((dated) => dated.from <= from) ?? first
    const own = local
      .filter((change) => change.from <= from && (change.to === undefined || from < change.to))
      .sort((a, b) => a.from - b.from)
      .at(-1)
    return { from, value: own ? stricterOf(value, own.value, direction) : value }
  })
}

/** Every rule that reads a changed parameter is checked again; what it finds is said of the change. */
function checkChanges(rules: readonly ReadRule[], changes: readonly ParameterChange[]): void {
  const byId = rulesById(rules)
  for (const change of changes) {
    const checks = rules.filter(({ rule }) => cites(rule, change))
    pointedAt(change, () => {
      for (const { rule, written, places } of checks) checkRule(rule, { source: written.source, places, rules: byId })
      const profile = change.rule === seatProfileRule ? byId.get(change.rule) : undefined
      if (profile) readSeatProfile(profile, change.from)
    })
  }
}

function cites(rule: Rule, change: ParameterChange): boolean {
  for (const leaf of leavesOfRule(rule)) {
    if (leaf.kind === 'parameter' && leaf.rule === change.rule && leaf.name === change.name) return true
  }
  return false
}

/** A problem that a change causes is told where the change is written, not in the national file. */
function pointedAt({ written, rule, name }: ParameterChange, check: () => void): void {
  try {
    check()
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const problems = error.problems.map(({ message, mend }) => ({
      code: 'overlay',
      ...written,
      message: { zh: `${rule} 的 ${name}：${message.zh}`, en: `${name} of ${rule}: ${message.en}` },
      mend,
    }))
    throw new ProblemError(...problems)
  }
}
