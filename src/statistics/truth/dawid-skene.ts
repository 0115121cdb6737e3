/**
 * What is true when sources disagree, and how often each source errs: Dawid & Skene, "Maximum likelihood estimation of
 * observer error-rates using the EM algorithm", Applied Statistics 28 (1979) 20–28, with Dirichlet priors (MAP).
 *
 * The confusion of a source is a table of rows (what is true) by outcomes (what it says then). With one row per class and
 * one outcome per class this is the model of 1979. For open values such as dates the rows and outcomes are coarser (agrees,
 * a slip of the month, another year …), and `spread` says over how many values the chance of an outcome is shared.
 */
export interface ClaimOf {
  readonly source: number
  /** Index among the candidates of its item. */
  readonly value: number
}

export interface DisputedItem {
  /** How many values are considered for this item. */
  readonly candidates: number
  readonly claims: readonly ClaimOf[]
}

export interface Cell {
  readonly row: number
  readonly outcome: number
  readonly spread: number
}

export interface TruthProblem {
  readonly items: readonly DisputedItem[]
  /** Pseudo-counts of each source: `prior[source][row][outcome]`. Zeros give maximum likelihood. */
  readonly prior: readonly (readonly (readonly number[])[])[]
  /** The cell of the confusion table into which a claim falls if the candidate `truth` is right. */
  readonly cellOf: (item: number, truth: number, claim: ClaimOf) => Cell
  /** The class of a candidate, where the frequencies of classes are to be estimated; all candidates alike where left out. */
  readonly classOf?: (item: number, candidate: number) => number
  readonly classes?: number
}

export interface TruthFit {
  /** `posterior[item][candidate]`, summing to 1 for each item. */
  readonly posterior: readonly (readonly number[])[]
  /** `confusion[source][row][outcome]`, each row summing to 1. */
  readonly confusion: readonly (readonly (readonly number[])[])[]
  readonly classShares: readonly number[]
  readonly iterations: number
}

const tolerance = 1e-10
const mostIterations = 500

/**
 * Fits by EM, starting from the shares of the claims.
 * @example fitTruth({ items: [{ candidates: 2, claims: [{ source: 0, value: 1 }] }], prior, cellOf }).posterior[0]
 */
export function fitTruth(problem: TruthProblem): TruthFit {
  let posterior = problem.items.map(voteShares)
  let confusion = problem.prior.map((rows) => rows.map(normalised))
  let classShares: number[] = []
  for (let iterations = 1; ; iterations += 1) {
    confusion = errorRates(problem, posterior)
    classShares = sharesOfClasses(problem, posterior)
    const next = problem.items.map((item, at) => posteriorOf(problem, item, at, confusion, classShares))
    const moved = largestChange(posterior, next)
    posterior = next
    if (moved < tolerance || iterations === mostIterations) return { posterior, confusion, classShares, iterations }
  }
}

const normalised = (counts: readonly number[]): number[] => {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count) => (total > 0 ? count / total : 1 / counts.length))
}

function voteShares({ candidates, claims }: DisputedItem): number[] {
  const votes = new Array<number>(candidates).fill(0)
  for (const { value } of claims) votes[value] = (votes[value] ?? 0) + 1
  return normalised(votes)
}

function errorRates(problem: TruthProblem, posterior: readonly (readonly number[])[]): number[][][] {
  const counts = problem.prior.map((rows) => rows.map((row) => [...row]))
  problem.items.forEach(({ claims }, item) => {
    posterior[item]?.forEach((weight, truth) => {
      if (weight === 0) return
      for (const claim of claims) {
        const { row, outcome } = problem.cellOf(item, truth, claim)
        const said = counts[claim.source]?.[row]
        if (said) said[outcome] = (said[outcome] ?? 0) + weight
      }
    })
  })
  return counts.map((rows) => rows.map(normalised))
}

function sharesOfClasses({ classOf, classes = 0 }: TruthProblem, posterior: readonly (readonly number[])[]): number[] {
  if (!classOf) return []
  const counts = new Array<number>(classes).fill(0)
  posterior.forEach((weights, item) => {
    weights.forEach((weight, candidate) => {
      const at = classOf(item, candidate)
      counts[at] = (counts[at] ?? 0) + weight
    })
  })
  return normalised(counts)
}

function posteriorOf(
  problem: TruthProblem,
  { candidates, claims }: DisputedItem,
  item: number,
  confusion: readonly (readonly (readonly number[])[])[],
  classShares: readonly number[],
): number[] {
  if (candidates === 1) return [1]
  const logs = Array.from({ length: candidates }, (_, truth) => {
    let log = problem.classOf ? Math.log(classShares[problem.classOf(item, truth)] ?? 0) : 0
    for (const claim of claims) {
      const { row, outcome, spread } = problem.cellOf(item, truth, claim)
      log += Math.log((confusion[claim.source]?.[row]?.[outcome] ?? 0) / spread)
    }
    return log
  })
  const highest = Math.max(...logs)
  // Every candidate impossible: the claims say nothing.
  return normalised(logs.map((log) => (highest === Number.NEGATIVE_INFINITY ? 1 : Math.exp(log - highest))))
}

function largestChange(before: readonly (readonly number[])[], after: readonly (readonly number[])[]): number {
  let largest = 0
  after.forEach((weights, item) => {
    weights.forEach((weight, at) => {
      largest = Math.max(largest, Math.abs(weight - (before[item]?.[at] ?? 0)))
    })
  })
  return largest
}
