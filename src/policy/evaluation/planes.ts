/**
 * Verdicts of cadres against seats, as columns. A rule depends on a seat only through the facts it asks about and the kind
 * of move it would be; a column is computed once for all seats alike in these, and only for the cadres it is asked of. So
 * the cost grows with kinds of seat and move, not with pairs.
 */
import type { DateCode } from '#domain/calendar.ts'
import { type Verdict, verdicts } from '#domain/finding.ts'
import type { Facts } from '../facts/facts.ts'
import type { SeatFacts } from '../facts/seats.ts'
import { moveOf, type Scope } from '../language/vocabulary.ts'
import { appliesTo, type BoundRule, verdictOf } from './bound-rule.ts'
import { judge } from './finding.ts'
import { newTrace } from './trace.ts'

/** One rule against one seat. */
export interface VerdictColumn {
  readonly rule: string
  /** Undefined where the rule does not apply. */
  readonly verdictOf: (cadre: number) => Verdict | undefined
  /** What is missing, where the verdict is unknown. */
  readonly missingOf: (cadre: number) => readonly string[]
}

const notAsked = 255
const notApplicable = 254

const codes: Readonly<Record<Verdict, number>> = { met: 0, unmet: 1, unknown: 2, discretion: 3 }

interface Cells {
  readonly codes: Uint8Array
  readonly missing: Map<number, readonly string[]>
}

/** The fields that would settle an unknown verdict. */
function missingIn(bound: BoundRule, scope: Scope): readonly string[] {
  const missing = new Set<string>()
  const applies = appliesTo(bound, scope)
  for (const part of bound.requirements) {
    const trace = newTrace()
    if (verdictOf(bound, part, applies, scope, trace) === 'unknown') for (const field of trace.missing) missing.add(field)
  }
  missing.delete('')
  return [...missing].sort()
}

/** Reads columns for one seat after another; seats alike share their cells. */
export function columnReader(
  rules: readonly BoundRule[],
  facts: Facts,
  today: DateCode,
): (seat: SeatFacts) => readonly VerdictColumn[] {
  const known = new Map<string, Cells>()
  const cellsFor = (key: string): Cells => {
    const found = known.get(key)
    if (found) return found
    const made = { codes: new Uint8Array(facts.cadreCount).fill(notAsked), missing: new Map<number, readonly string[]>() }
    known.set(key, made)
    return made
  }

  return (seat) => {
    const moves = Array.from({ length: facts.cadreCount }, (_, cadre) => moveOf(facts.cadre(cadre), seat) ?? '')
    return rules.map((bound) => {
      const kind = JSON.stringify([bound.rule.id, ...bound.seatFields.map((field) => seat[field] ?? null)])
      const byMove = new Map<string, Cells>()
      const cellsOf = (cadre: number): Cells => {
        const move = bound.asksMove ? (moves[cadre] ?? '') : ''
        let cells = byMove.get(move)
        if (!cells) {
          cells = cellsFor(`${kind} ${move}`)
          byMove.set(move, cells)
        }
        return cells
      }
      return {
        rule: bound.rule.id,
        verdictOf(cadre) {
          const cells = cellsOf(cadre)
          const code = cells.codes[cadre] ?? notAsked
          if (code !== notAsked) return verdicts[code]
          const scope = { cadre: facts.cadre(cadre), seat, today, row: undefined }
          const verdict = judge(bound, scope)
          cells.codes[cadre] = verdict === undefined ? notApplicable : codes[verdict]
          if (verdict === 'unknown') cells.missing.set(cadre, missingIn(bound, scope))
          return verdict
        },
        missingOf: (cadre) => cellsOf(cadre).missing.get(cadre) ?? [],
      }
    })
  }
}
