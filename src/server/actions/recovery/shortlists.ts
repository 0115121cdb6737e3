/** The first five of each shortlist beside the first five of simple rankings of the same candidates. Pure. */

/** Somebody who may be considered for a seat. */
export interface Candidate {
  readonly cadreId: string
  /** True ability for this seat. */
  readonly truth: number
  /** The figure of each simple ranking, higher is better; those without one come last. */
  readonly naive: Readonly<Record<string, number | undefined>>
}

export interface Vacancy {
  readonly positionId: string
  readonly candidates: readonly Candidate[]
  /** Cadre ids as listed, the best first. */
  readonly listed: readonly string[]
}

export interface RankingRecovery {
  readonly ranking: string
  /** Mean true ability of its first five, and how far ours are above, over vacancies, with its standard error. */
  readonly mean: number
  readonly advantage: number
  readonly standardError: number
  /** Vacancies in which ours are above. */
  readonly ahead: number
}

export interface ShortlistRecovery {
  readonly vacancies: number
  /** Mean true ability of our first five. */
  readonly ours: number
  /** Where chance is 0 and whoever knows the truth is 1. */
  readonly reached: number
  /** Simple rankings, then `chance` and `truth known`. */
  readonly rankings: readonly RankingRecovery[]
}

const firstFew = 5

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Mean truth of the first five by a figure; where equal figures straddle the fifth place, what a fair draw would give. */
export function meanOfFirst(
  candidates: readonly { readonly truth: number; readonly figure: number | undefined }[],
  count = firstFew,
): number {
  const groups = [...Map.groupBy(candidates, ({ figure }) => figure ?? Number.NEGATIVE_INFINITY)].sort(
    ([a], [b]) => b - a,
  )
  let left = Math.min(count, candidates.length)
  let sum = 0
  const taken = left
  for (const [, equal] of groups) {
    const some = Math.min(left, equal.length)
    sum += some * mean(equal.map(({ truth }) => truth))
    left -= some
    if (left === 0) break
  }
  return sum / taken
}

/** Undefined where no vacancy has more candidates than would be listed anyhow. */
export function judgeShortlists(vacancies: readonly Vacancy[]): ShortlistRecovery | undefined {
  const judged = vacancies.filter(({ candidates, listed }) => candidates.length > firstFew && listed.length > 0)
  if (judged.length < 2) return undefined
  const names = [...new Set(judged.flatMap(({ candidates }) => candidates.flatMap(({ naive }) => Object.keys(naive))))]
  const ours = judged.map(({ candidates, listed }) => {
    const places = new Map(listed.map((id, place) => [id, -place]))
    return meanOfFirst(candidates.map(({ cadreId, truth }) => ({ truth, figure: places.get(cadreId) })))
  })
  const against = (ranking: string, figureOf: (candidate: Candidate) => number | undefined): RankingRecovery => {
    const theirs = judged.map(({ candidates }) =>
      meanOfFirst(candidates.map((one) => ({ truth: one.truth, figure: figureOf(one) }))),
    )
    const differences = ours.map((value, place) => value - (theirs[place] ?? 0))
    const advantage = mean(differences)
    const spread = differences.reduce((sum, one) => sum + (one - advantage) ** 2, 0) / (differences.length - 1)
    return {
      ranking,
      mean: mean(theirs),
      advantage,
      standardError: Math.sqrt(spread / differences.length),
      ahead: differences.filter((one) => one > 0).length,
    }
  }
  const chance = against('chance', () => 0)
  const known = against('truth known', ({ truth }) => truth)
  return {
    vacancies: judged.length,
    ours: mean(ours),
    reached: (mean(ours) - chance.mean) / (known.mean - chance.mean),
    rankings: [...names.map((name) => against(name, ({ naive }) => naive[name])), chance, known],
  }
}
