import type { Facts, SeatFacts } from '#policy/index.ts'
import type { SlateBoard } from './board.ts'
import type { WishedLimit } from './problem.ts'

/**
 * Two relatives may not come together by moving: the rules were asked about each move as things stand now, so what two
 * moves do together is kept apart here. Stricter than the law, which looks at posts and lines of command too: of two
 * relatives one alone may enter a unit while the other enters it, the unit above or one below. (Interim Provisions on
 * Recusal 2006, art. 3.)
 */
export function kinLimits(facts: Facts, board: SlateBoard): WishedLimit[] {
  const entering = Map.groupBy(
    board.moves.map((move, arc) => ({ arc, cadre: move.cadre, seat: facts.seat(move.seat) })),
    ({ cadre }) => cadre,
  )
  const limits: WishedLimit[] = []
  for (const [cadre, own] of entering) {
    const others = new Set(
      facts
        .cadre(cadre)
        .relatives()
        .flatMap((relative) => (relative.kin === 'other' ? [] : (relative.cadre ?? []))),
    )
    for (const other of others) {
      if (other <= cadre) continue
      const theirs = entering.get(other) ?? []
      for (const [unit, ours] of Map.groupBy(own, ({ seat }) => seat.unit)) {
        const [first] = ours
        const near = theirs.filter(({ seat }) => first && isNear(first.seat, seat))
        if (near.length === 0) continue
        const arcs = Int32Array.from([...ours, ...near].map(({ arc }) => arc)).sort()
        limits.push({
          wish: { goal: 'kin', pair: [cadre, other], unit },
          limit: {
            arcs,
            coefficients: new Float64Array(arcs.length).fill(1),
            least: Number.NEGATIVE_INFINITY,
            most: 1,
          },
        })
      }
    }
  }
  return limits
}

/** In one unit, or in two of which one is above the other. */
export const isNear = (a: SeatFacts, b: SeatFacts): boolean =>
  a.unit === b.unit || a.unit === b.parentUnit || a.parentUnit === b.unit
