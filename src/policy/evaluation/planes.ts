/**
 * Verdicts of cadres against seats, as columns. A rule depends on a seat only through the facts it asks about and the kind
 * of move it would be; a column is computed once for all seats alike in these, and only for the cadres it is asked of. So
 * the cost grows with kinds of seat and move, not with pairs.
 */
import type { DateCode } from '#domain/calendar.ts'
import type { Verdict } from '#domain/finding.ts'
import type { Facts } from '../facts/facts.ts'
import type { SeatFacts } from '../facts/seats.ts'
import { moveOf, moves, type Scope } from '../language/vocabulary.ts'
import { appliesTo, type BoundRule, verdictOf } from './bound-rule.ts'
import { fieldsMissing, judge } from './finding.ts'
import { newTrace } from './trace.ts'
import { no } from './truth.ts'

/** Verdicts as codes by gravity, so that the worst of several is the greatest; `notApplicable` is below all. */
export const verdictCodes: readonly Verdict[] = ['met', 'discretion', 'unknown', 'unmet']
export const notApplicable = 255
const notAsked = 254

/** One rule against one seat, a code for each cadre asked about. */
export interface VerdictColumn {
  readonly rule: string
  readonly codes: Uint8Array
  readonly weight: BoundRule['weight']
  /** What is missing, for the cadres whose verdict is unknown. */
  readonly missing: (cadre: number) => readonly string[]
}

interface Cells {
  readonly codes: Uint8Array
  readonly missing: Map<number, readonly string[]>
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

function ask(bound: BoundRule, cells: Cells, cadre: number, scope: Scope): number {
  const verdict = judge(bound, scope)
  const code = verdict === undefined ? notApplicable : verdictCodes.indexOf(verdict)
  cells.codes[cadre] = code
  if (verdict === 'unknown') cells.missing.set(cadre, missingIn(bound, scope))
  return code
}

/**
 * Columns of the rules that bear on a seat, for one seat after another and the cadres given; seats alike share what was
 * computed.
 */
export function columnReader(
  rules: readonly BoundRule[],
  facts: Facts,
  people: readonly number[],
  today: DateCode,
): (seat: SeatFacts) => readonly VerdictColumn[] {
  const known = new Map<string, Cells>()
  const cellsFor = (key: string): Cells => {
    const found = known.get(key)
    if (found) return found
    const made = {
      codes: new Uint8Array(facts.cadreCount).fill(notAsked),
      missing: new Map<number, readonly string[]>(),
    }
    known.set(key, made)
    return made
  }

  function columnOf(bound: BoundRule, seat: SeatFacts, moveOfCadre: Int8Array): VerdictColumn {
    const kind = JSON.stringify([bound.rule.id, ...bound.seatFields.map((field) => seat[field] ?? null)])
    const byMove = (bound.asksMove ? [...moves, 'unknown'] : ['any']).map((move) => cellsFor(`${kind} ${move}`))
    const cellsOf = (cadre: number): Cells => byMove[bound.asksMove ? (moveOfCadre[cadre] ?? 0) : 0] as Cells
    const codes = new Uint8Array(facts.cadreCount).fill(notApplicable)
    for (const cadre of people) {
      const cells = cellsOf(cadre)
      const code = cells.codes[cadre] ?? notAsked
      codes[cadre] =
        code === notAsked ? ask(bound, cells, cadre, { cadre: facts.cadre(cadre), seat, today, row: undefined }) : code
    }
    return {
      rule: bound.rule.id,
      codes,
      weight: bound.weight,
      missing: (cadre) => cellsOf(cadre).missing.get(cadre) ?? [],
    }
  }

  return (seat) => {
    const [first] = people
    if (first === undefined) return []
    const anybody = { cadre: facts.cadre(first), seat, today, row: undefined }
    const bearing = rules.filter((bound) => bound.seatGuard(anybody) !== no)
    const moveOfCadre = new Int8Array(facts.cadreCount)
    for (const cadre of people) {
      const move = moveOf(facts.cadre(cadre), seat)
      moveOfCadre[cadre] = move === undefined ? moves.length : moves.indexOf(move)
    }
    return bearing.map((bound) => columnOf(bound, seat, moveOfCadre))
  }
}
