import type { CascadeProblem, Limit } from './problem.ts'

/** What makes a set of moves unlawful. */
export type Fault =
  | { readonly kind: 'no such arc' | 'chosen twice'; readonly arc: number }
  | { readonly kind: 'moves twice'; readonly person: number; readonly arcs: readonly number[] }
  | { readonly kind: 'entered twice'; readonly seat: number; readonly arcs: readonly number[] }
  /** Into the seat that the person holds already, into one whose holder stays, or into one that nobody may enter. */
  | { readonly kind: 'no move' | 'still held' | 'never entered'; readonly arc: number }
  /** In the order of the moves: the first fills the empty seat. */
  | { readonly kind: 'chain too long' | 'exchange too long'; readonly arcs: readonly number[] }
  | { readonly kind: 'limit not kept'; readonly limit: number; readonly missed: number }

/** A limit counts as kept when it is missed by no more than this for each unit of its coefficients and sides. */
const tolerance = 1e-9

/**
 * What is wrong with a set of moves, by the definitions of `CascadeProblem` alone; an empty list says that it is lawful
 * and keeps every limit without a price. Shares nothing with the search, whose answers it is there to check.
 * @example faultsOf(problem, Int32Array.of(3, 7)) // [{ kind: 'still held', arc: 7 }]
 */
export function faultsOf(problem: CascadeProblem, chosen: Iterable<number>): readonly Fault[] {
  const arcs = [...chosen]
  const count = problem.arcs.person.length
  const strange = arcs.filter((arc) => !Number.isInteger(arc) || arc < 0 || arc >= count)
  if (strange.length > 0) return strange.map((arc) => ({ kind: 'no such arc', arc }))
  const twice = arcs.filter((arc, place) => arcs.indexOf(arc) !== place)
  if (twice.length > 0) return twice.map((arc) => ({ kind: 'chosen twice', arc }))
  const moves = faultsOfMoves(problem, arcs)
  // Where somebody moves twice there are no chains to be followed.
  const chains = moves.length > 0 ? [] : faultsOfChains(problem, arcs)
  return [...moves, ...chains, ...faultsOfLimits(problem, arcs)]
}

/** What a set of moves is worth: Σ gain − Σ price · missed, and the units by which each limit is missed. */
export function reckon(
  problem: CascadeProblem,
  chosen: Iterable<number>,
): { readonly objective: number; readonly missed: Float64Array } {
  const arcs = new Set(chosen)
  const missed = Float64Array.from(problem.limits, (limit) => missedOf(limit, arcs))
  let objective = 0
  for (const arc of arcs) objective += problem.arcs.gain[arc] as number
  problem.limits.forEach(({ price }, limit) => {
    objective -= (price ?? 0) * (missed[limit] as number)
  })
  return { objective, missed }
}

function faultsOfMoves(problem: CascadeProblem, chosen: readonly number[]): Fault[] {
  const { person, seat } = problem.arcs
  const faults: Fault[] = []
  for (const [who, arcs] of Map.groupBy(chosen, (arc) => person[arc] as number)) {
    if (arcs.length > 1) faults.push({ kind: 'moves twice', person: who, arcs })
  }
  for (const [where, arcs] of Map.groupBy(chosen, (arc) => seat[arc] as number)) {
    if (arcs.length > 1) faults.push({ kind: 'entered twice', seat: where, arcs })
  }
  const movers = new Set(chosen.map((arc) => person[arc] as number))
  for (const arc of chosen) {
    const where = seat[arc] as number
    const holder = problem.home.indexOf(where)
    if (holder === person[arc]) faults.push({ kind: 'no move', arc })
    else if (holder >= 0 && !movers.has(holder)) faults.push({ kind: 'still held', arc })
    else if (holder < 0 && problem.empty[where] !== 1) faults.push({ kind: 'never entered', arc })
  }
  return faults
}

/** Follows the moves from each empty seat; those that none reaches are exchanges. */
function faultsOfChains(
  { home, empty, arcs, chainMost, exchangeMost }: CascadeProblem,
  chosen: readonly number[],
): Fault[] {
  const into = new Map(chosen.map((arc) => [arcs.seat[arc] as number, arc]))
  const left = new Set(chosen)
  const follow = (first: number): number[] => {
    const moves: number[] = []
    for (let arc: number | undefined = first; arc !== undefined && left.delete(arc); ) {
      moves.push(arc)
      arc = into.get(home[arcs.person[arc] as number] as number)
    }
    return moves
  }
  const chains = chosen.filter((arc) => empty[arcs.seat[arc] as number] === 1).map(follow)
  const exchanges = chosen.filter((arc) => left.has(arc)).map((arc) => (left.has(arc) ? follow(arc) : []))
  return [
    ...chains
      .filter(({ length }) => length > chainMost)
      .map((moves): Fault => ({ kind: 'chain too long', arcs: moves })),
    ...exchanges
      .filter(({ length }) => length > exchangeMost)
      .map((moves): Fault => ({ kind: 'exchange too long', arcs: moves })),
  ]
}

function faultsOfLimits({ limits }: CascadeProblem, chosen: readonly number[]): Fault[] {
  const arcs = new Set(chosen)
  return limits.flatMap((limit, index): Fault[] => {
    if (limit.price !== undefined) return []
    const missed = missedOf(limit, arcs)
    return missed > 0 ? [{ kind: 'limit not kept', limit: index, missed }] : []
  })
}

/** By how much the sum of a limit is below its least or above its most. */
function missedOf({ arcs, coefficients, least, most }: Limit, chosen: ReadonlySet<number>): number {
  let sum = 0
  let size = 1
  arcs.forEach((arc, place) => {
    if (!chosen.has(arc)) return
    sum += coefficients[place] as number
    size += Math.abs(coefficients[place] as number)
  })
  const missed = Math.max(least - sum, sum - most)
  return missed > tolerance * size ? missed : 0
}
