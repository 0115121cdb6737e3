/** Planes after the records of a few cadres have changed: these are judged anew, and the others' bits are taken over. */
import type { BoundRule } from '../evaluation/bound-rule.ts'
import { judge } from '../evaluation/finding.ts'
import type { Facts } from '../facts/facts.ts'
import { hasBit, setBit } from './bits.ts'
import type { ComparedSeats } from './compared-seats.ts'
import { hold, holdRule, type RuleHeld } from './held.ts'
import { codeIn, type VerdictColumn, verdictCodes } from './verdict-planes.ts'
import type { Workspace } from './workspace.ts'

/**
 * The rules of earlier planes over the facts of `ws`. Relatives of the changed cadres change with them; a rule that asks
 * who holds a seat is computed anew for everybody.
 */
export function patchedRules(
  ws: Workspace,
  rules: readonly BoundRule[],
  before: { readonly held: readonly RuleHeld[]; readonly facts: Facts; readonly seats: ComparedSeats },
  changed: readonly number[],
): RuleHeld[] {
  const { facts, people, scope } = ws
  const { today } = scope
  const kin = [before.facts, facts].flatMap((one) => changed.flatMap((cadre) => kinOf(one, cadre)))
  const affected = new Set([...changed, ...kin])
  const places: number[] = []
  for (let place = 0; place < people.length; place += 1) if (affected.has(people[place] ?? -1)) places.push(place)
  const records = (one: Facts): boolean => one.snapshot.tables.trainings.length > 0
  const isOtherRecord = records(before.facts) !== records(facts)
  return rules.map((bound, rule) => {
    const old = before.held[rule]
    if (!old || old.needs.holders || isOtherRecord) return holdRule(ws, bound, today)
    return hold(old.needs, old.classOf, (seat) => {
      const codes = places.map((place) => {
        const verdict = judge(bound, {
          cadre: facts.cadre(people[place] ?? 0),
          seat: before.seats.at(seat),
          today,
          row: undefined,
        })
        return verdict === undefined ? none : verdictCodes.indexOf(verdict)
      })
      return overlaid(old.at(seat), places, codes)
    })
  })
}

const none = -1

const kinOf = (facts: Facts, cadre: number): number[] =>
  facts
    .cadre(cadre)
    .relatives()
    .flatMap((relative) => relative.cadre ?? [])

/** The same column where nothing has changed. */
function overlaid(old: VerdictColumn, places: readonly number[], codes: readonly number[]): VerdictColumn {
  const codeAt = (place: number): number => (hasBit(old.bears, place) ? codeIn(old, place) : none)
  if (places.every((place, index) => codeAt(place) === codes[index])) return old
  const column = { bears: old.bears.slice(), high: old.high.slice(), low: old.low.slice() }
  for (const [index, place] of places.entries()) {
    const code = codes[index] ?? none
    setBit(column.bears, place, code !== none)
    setBit(column.high, place, code > 1)
    setBit(column.low, place, code === 1 || code === 3)
  }
  return column
}
