/** Planes after the records of a few cadres have changed: these are judged anew, and the others' bits are taken over. */
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import type { BoundRule } from '../evaluation/bound-rule.ts'
import { hasBit, setBit } from './bits.ts'
import { hold, holdRule, type RuleHeld } from './held.ts'
import type { VerdictColumn } from './verdict-planes.ts'
import { type Workspace, workspace } from './workspace.ts'

/** Those whose relatives some cadres are, by a snapshot: what a relative holds is part of one's own facts. */
function kinOf({ tables }: Snapshot, changed: ReadonlySet<number>): number[] {
  const { cadre_id, relative_cadre_id } = tables.relatives.columns
  const [owners, named] = [cadre_id, relative_cadre_id].map((column) => resolve(column, tables.cadres.columns.cadre_id))
  return Array.from(owners ?? []).flatMap((owner, row) => {
    const other = named?.[row] ?? -1
    if (other < 0) return []
    return [...(changed.has(other) ? [owner] : []), ...(changed.has(owner) ? [other] : [])]
  })
}

/** The rules of earlier planes over the facts of `ws`. A rule that asks who holds a seat is judged anew for everybody. */
export function patchedRules(
  ws: Workspace,
  rules: readonly BoundRule[],
  before: { readonly held: readonly RuleHeld[]; readonly snapshot: Snapshot },
  changed: readonly number[],
): RuleHeld[] {
  const { facts, people, seats, scope } = ws
  const { today } = scope
  const cadres = new Set(changed)
  const kin = [before.snapshot, facts.snapshot].flatMap((snapshot) => kinOf(snapshot, cadres))
  const affected = new Set([...changed, ...kin])
  const places = people.flatMap((cadre, place) => (affected.has(cadre) ? [place] : []))
  const few = workspace(
    facts,
    places.map((place) => people[place] ?? 0),
    seats,
    today,
  )
  return rules.map((bound, rule) => {
    const old = before.held[rule]
    if (!old || old.needs.holders) return holdRule(ws, bound, today)
    const fresh = holdRule(few, bound, today)
    return hold(ws, old.needs, (seat) => overlaid(old.at(seat), fresh.at(seat), places))
  })
}

function overlaid(old: VerdictColumn, fresh: VerdictColumn, places: readonly number[]): VerdictColumn {
  const column = { bears: old.bears.slice(), high: old.high.slice(), low: old.low.slice() }
  for (const [index, place] of places.entries()) {
    setBit(column.bears, place, hasBit(fresh.bears, index))
    setBit(column.high, place, hasBit(fresh.high, index))
    setBit(column.low, place, hasBit(fresh.low, index))
  }
  return column
}
