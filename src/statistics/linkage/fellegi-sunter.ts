/**
 * Do two records mean the same thing? Fellegi & Sunter, "A theory for record linkage", JASA 64 (1969) 1183–1210: each
 * comparison of two records falls into a level, m is the chance of the level where they match, u where they do not, and
 * log2(m/u) is what the comparison adds to the weight of the pair. A missing comparison adds nothing.
 *
 * u is counted on pairs drawn at random, which hardly ever match; m and the share of matches are found by EM on the pairs
 * that blocking kept, with Dirichlet priors, since a small list may hold no match at all. Pairs that blocking left out
 * count as no match.
 */
export interface ComparedPair {
  /** The level of each comparison, 0 being full agreement; -1 where either record does not say. */
  readonly levels: readonly number[]
  /** In place of u, where the value agreed on is rarer or commoner than most (term frequency). */
  readonly chance?: readonly (number | undefined)[]
}

export interface LinkageProblem {
  readonly pairs: readonly ComparedPair[]
  /** `u[comparison][level]` */
  readonly u: readonly (readonly number[])[]
  /** Pseudo-counts for m: `prior[comparison][level]`. */
  readonly prior: readonly (readonly number[])[]
  /** All pairs that could be formed, those that blocking left out with them. */
  readonly possiblePairs: number
}

export interface LinkageFit {
  readonly m: readonly (readonly number[])[]
  /** Matches among all possible pairs. */
  readonly share: number
  /** The chance that a pair matches, in the order of `pairs`. */
  readonly probability: readonly number[]
  readonly iterations: number
}

/** Half a match is expected before any data is seen, so that a list without matches does not invent them. */
const matchesBefore = 0.5
const tolerance = 1e-9
const mostIterations = 500

/** @example fitLinkage({ pairs, u, prior, possiblePairs: 2_000 * 1_999 / 2 }).probability[0] */
export function fitLinkage({ pairs, u, prior, possiblePairs }: LinkageProblem): LinkageFit {
  let m = prior.map(shares)
  let share = matchesBefore / possiblePairs
  let probability: number[] = []
  for (let iterations = 1; ; iterations += 1) {
    const odds = Math.log2(share) - Math.log2(1 - share)
    const next = pairs.map((pair) => 1 / (1 + 2 ** -(odds + sum(matchWeights(pair, m, u)))))
    const moved = next.reduce((most, value, at) => Math.max(most, Math.abs(value - (probability[at] ?? 0))), 0)
    probability = next
    if (moved < tolerance || iterations === mostIterations) return { m, share, probability, iterations }
    const counts = prior.map((levels) => [...levels])
    pairs.forEach(({ levels }, at) => {
      levels.forEach((level, comparison) => {
        const row = counts[comparison]
        if (level >= 0 && row) row[level] = (row[level] ?? 0) + (probability[at] ?? 0)
      })
    })
    m = counts.map(shares)
    share = (matchesBefore + sum(probability)) / (possiblePairs + 1)
  }
}

/** What each comparison adds, in bits: log2(m/u), 0 where it is missing. */
export function matchWeights(
  { levels, chance }: ComparedPair,
  m: readonly (readonly number[])[],
  u: readonly (readonly number[])[],
): number[] {
  return levels.map((level, comparison) =>
    level < 0
      ? 0
      : Math.log2(m[comparison]?.[level] ?? 1) - Math.log2(chance?.[comparison] ?? u[comparison]?.[level] ?? 1),
  )
}

/**
 * How often each level is seen among pairs that do not match, never quite 0: one pair in all is added and shared among
 * the levels.
 */
export function levelShares(pairs: Iterable<readonly number[]>, levels: readonly number[]): number[][] {
  const counts = levels.map((count) => new Array<number>(count).fill(1 / count))
  for (const pair of pairs) {
    pair.forEach((level, comparison) => {
      const row = counts[comparison]
      if (level >= 0 && row) row[level] = (row[level] ?? 0) + 1
    })
  }
  return counts.map(shares)
}

/** The expected share of false matches among the pairs held to match; undefined where there are none. */
export function falseMatchRate(probability: readonly number[], threshold: number): number | undefined {
  const held = probability.filter((value) => value >= threshold)
  return held.length === 0 ? undefined : sum(held.map((value) => 1 - value)) / held.length
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function shares(counts: readonly number[]): number[] {
  const total = sum(counts)
  return counts.map((count) => count / total)
}
