import type { Ballots } from '../ballots.ts'
import type { ComparableGroup } from '../comparable-groups.ts'
import type { RatingFit } from '../rating-model.ts'
import { linkingOf } from './linking.ts'
import type { ConductPaper, RatingsPaper } from './papers.ts'
import { ratersFor, studiedSizes, studyPoint, variancesOf } from './reliability.ts'

/** The dependability that a rating should have before people are told apart by it. */
const wantedDependability = 0.85

/** The report of a measure over all surveys. */
export function ratingsPaper(
  measure: string,
  {
    ballots,
    model,
    groups,
    groupOf,
    conduct,
  }: {
    readonly ballots: Ballots
    readonly model: RatingFit
    readonly groups: readonly ComparableGroup[]
    readonly groupOf: Int32Array
    readonly conduct: ConductPaper
  },
): RatingsPaper {
  const variances = variancesOf(model)
  return {
    measure,
    ballots: ballots.length,
    raters: new Set(ballots.rater).size,
    cadres: model.cadres.length,
    surveys: new Set(ballots.survey).size,
    variances: variancesBySource(model),
    study: studiedSizes.map((raters) => studyPoint(variances, raters)),
    now: studyPoint(variances, medianBallots(ballots)),
    wanted: { dependability: wantedDependability, raters: ratersFor(variances, wantedDependability) },
    linking: linkingOf(ballots, model, groupOf),
    groups: groups
      .filter(({ cadreIds }) => cadreIds.length > 1)
      .map(({ id, cadreIds }) => ({ id, cadres: cadreIds.length })),
    alone: groups.filter(({ cadreIds }) => cadreIds.length === 1).flatMap(({ cadreIds }) => cadreIds),
    conduct,
  }
}

function variancesBySource({ fit }: RatingFit): RatingsPaper['variances'] {
  const found = [
    ...fit.random.map(({ name, variance }) => ({ source: name, variance })),
    { source: 'residual', variance: fit.residualVariance },
  ]
  const total = found.reduce((sum, { variance }) => sum + variance, 0)
  return found.map((each) => ({ ...each, share: each.variance / total })).sort((a, b) => b.variance - a.variance)
}

function medianBallots({ cadre }: Ballots): number {
  const counts = [...Map.groupBy(cadre, (row) => row).values()].map((own) => own.length).sort((a, b) => a - b)
  return counts[Math.floor(counts.length / 2)] ?? 0
}
