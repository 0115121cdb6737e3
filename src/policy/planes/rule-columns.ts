/** The verdicts of one rule about everybody, for one seat after another. */
import type { BoundRule } from '../evaluation/bound-rule.ts'
import type { Condition } from '../language/types.ts'
import { type Bits, wordsFor } from './bits.ts'
import { keyOf, type Node, nodeOf } from './conditions.ts'
import { joined, type Needs, needsOf } from './needs.ts'
import { andOf, isSame, orOf, type Plane } from './plane.ts'
import type { VerdictColumn } from './verdict-planes.ts'
import type { Workspace } from './workspace.ts'

export interface RuleColumns {
  readonly needs: Needs
  /** Computed afresh; the planes keep it. */
  readonly make: (seat: number) => VerdictColumn
}

/** Every condition that the verdict rests on; questions for people are none. */
const conditionsBehind = ({ rule }: BoundRule): Condition[] =>
  [
    rule.applies,
    ...rule.requires.flatMap((part) => [part.when, part.that]),
    ...rule.exceptions.map((one) => one.when),
  ].flatMap((condition) => condition ?? [])

/** What the verdict of a rule depends on. */
export const needsOfRule = (bound: BoundRule): Needs => joined(conditionsBehind(bound).map(needsOf))

const keys = new WeakMap<BoundRule, string>()

/** Rules with equal keys say the same of everybody. */
export function keyOfRule(bound: BoundRule): string {
  const known = keys.get(bound)
  if (known !== undefined) return known
  const { rule, parameters } = bound
  const part = (condition: Condition | undefined): string => (condition ? keyOf(condition, parameters) : '-')
  const parts = bound.requirements.map(
    ({ requirement, failure }) => `${part(requirement.when)} ? ${part(requirement.that)} : ${failure}`,
  )
  const key = [part(rule.applies), ...parts, ...rule.exceptions.map((one) => part(one.when))].join('\n')
  keys.set(bound, key)
  return key
}

export function ruleColumns(ws: Workspace, bound: BoundRule): RuleColumns {
  const { everybody } = ws
  const node = (condition: Condition | undefined): Node['at'] =>
    condition ? nodeOf(ws, everybody, condition, bound.parameters).at : () => everybody.all
  const applies = node(bound.rule.applies)
  const parts = bound.requirements.map(({ requirement, failure }) => ({
    when: node(requirement.when),
    that: node(requirement.that),
    failure,
  }))
  const liftings = bound.exceptions.filter(({ when }) => when).map(({ exception }) => node(exception.when))
  const blank: VerdictColumn = { bears: everybody.none.may, high: everybody.none.may, low: everybody.none.may }
  const make = (seat: number): VerdictColumn => {
    const whole = applies(seat)
    if (whole === everybody.none) return blank
    let told: Tally | undefined
    let bears = everybody.none
    for (const { when, that, failure } of parts) {
      const guard = andOf(everybody, whole, when(seat))
      if (guard === everybody.none) continue
      bears = orOf(everybody, bears, guard)
      const holds = that(seat)
      if (holds === everybody.all) continue
      const lifted = failure === 'unmet' ? liftings.map((lifting) => lifting(seat).yes) : []
      told ??= newTally(ws.people.length)
      tell(told, guard, holds, failure === 'unmet', lifted)
    }
    if (!told) return { ...blank, bears: bears.may }
    return columnOf(ws, bears.may, told)
  }
  return { needs: needsOfRule(bound), make }
}

interface Tally {
  readonly unmet: Bits
  readonly unknown: Bits
  readonly discretion: Bits
}

function newTally(size: number): Tally {
  const empty = (): Bits => new Uint32Array(wordsFor(size))
  return { unmet: empty(), unknown: empty(), discretion: empty() }
}

/** Adds one requirement: it fails where its guard surely holds and it surely does not. */
function tell(told: Tally, guard: Plane, that: Plane, isUnmet: boolean, lifted: readonly Bits[]): void {
  for (let w = 0; w < told.unmet.length; w += 1) {
    const may = guard.may[w] ?? 0
    const fails = (guard.yes[w] ?? 0) & ~(that.may[w] ?? 0)
    told.unknown[w] = (told.unknown[w] ?? 0) | (may & ~(that.yes[w] ?? 0) & ~fails)
    let excused = isUnmet ? 0 : fails
    for (const bits of lifted) excused |= fails & (bits[w] ?? 0)
    told.discretion[w] = (told.discretion[w] ?? 0) | excused
    told.unmet[w] = (told.unmet[w] ?? 0) | (fails & ~excused)
  }
}

function columnOf({ everybody }: Workspace, bears: Bits, { unmet, unknown, discretion }: Tally): VerdictColumn {
  for (let w = 0; w < unmet.length; w += 1) {
    const worst = unmet[w] ?? 0
    const high = worst | (unknown[w] ?? 0)
    discretion[w] = worst | ((discretion[w] ?? 0) & ~high)
    unknown[w] = high
  }
  const { none, all } = everybody
  const shared = (bits: Bits): Bits => (isSame(bits, none.may) ? none.may : isSame(bits, all.may) ? all.may : bits)
  return { bears, high: shared(unknown), low: shared(discretion) }
}
