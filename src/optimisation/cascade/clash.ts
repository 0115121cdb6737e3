import type { CascadeProblem, Limit } from './problem.ts'

/**
 * Limits without a price that cannot hold together, while any fewer of them could: QuickXplain (Junker, 2004, AAAI-04,
 * 167–172). `isFeasible` is asked about problems with fewer limits, some k · log(n / k) times for k of n limits; the problem
 * itself must not be feasible. Where several such sets exist, earlier limits are found rather than later ones.
 * @returns indices of limits, ascending
 */
export function clashOf(problem: CascadeProblem, isFeasible: (problem: CascadeProblem) => boolean): Int32Array {
  const all = problem.limits.flatMap((limit, index) => (limit.price === undefined ? [index] : []))
  const areFeasible = (indices: readonly number[]): boolean =>
    isFeasible({ ...problem, limits: indices.map((index) => problem.limits[index] as Limit) })
  /** Those of `doubted` that, with what is given, clash; `grown`: something was given since that was last asked about. */
  const explain = (given: readonly number[], grown: boolean, doubted: readonly number[]): readonly number[] => {
    if (grown && !areFeasible(given)) return []
    if (doubted.length <= 1) return doubted
    const middle = doubted.length >> 1
    const [earlier, later] = [doubted.slice(0, middle), doubted.slice(middle)]
    const neededLater = explain([...given, ...earlier], true, later)
    const neededEarlier = explain([...given, ...neededLater], neededLater.length > 0, earlier)
    return [...neededEarlier, ...neededLater]
  }
  return Int32Array.from(explain([], false, all)).sort()
}
