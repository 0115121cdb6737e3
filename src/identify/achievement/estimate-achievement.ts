import { textAt } from '#domain/columns.ts'
import type { OnProgress } from '#domain/progress.ts'
import type { CadreEstimate, UnitEstimate, WorkingPaper } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'
import { answeringByUnit } from './answering.ts'
import { combinedParts, combining, type Readings } from './combined.ts'
import { environmentReadings, environments } from './environment.ts'
import { comparableGroups, type Grouping } from './groups.ts'
import { causeAgainst, estimateFrom, type Refusals, type Side, varianceOver } from './measures.ts'
import { cadrePapers } from './papers.ts'
import { readPeople } from './people.ts'
import { resultsOf, type Visibility, visibilities } from './results.ts'
import { type Alternatives, fitAlternatives, settingsOf } from './sensitivity.ts'
import type { AchievementSettings } from './settings.ts'
import { inseparablePairs } from './together.ts'
import { type Ranked, tradeRanks } from './trade-ranks.ts'
import { unitPapers, unitYears } from './unit-course.ts'
import { stepLabels } from './wording.ts'

export interface AchievementEstimation {
  /** `contribution.visible`, `contribution.latent` and `contribution`, of everybody credited with a result. */
  readonly estimates: readonly CadreEstimate[]
  /** `environment`, of every unit with results. */
  readonly unitEstimates: readonly UnitEstimate[]
  /** `achievement` by cadre (`AchievementPaper`), `unit-results` by unit (`UnitResultsPaper`). */
  readonly papers: readonly WorkingPaper[]
}

const step: Text = { zh: '估计实绩', en: 'Estimating achievement' }

/**
 * What each cadre added to the yearly results of the units in whose leadership he or she served, set apart from the trade in
 * the year, the conditions and the starting point of the unit, and colleagues; visible and latent results by themselves. In
 * standard deviations of a result, against the average of the comparable group. Values may be compared inside a group only.
 *
 * The interval counts the error of the model and the choice among the listed ways of crediting. Results, offices and duties
 * are all that is read: nothing about the person enters.
 *
 * @example estimateAchievement(snapshot, achievementSettings(book, snapshot.asOf)).unitEstimates[0]?.measure // 'environment'
 */
export function estimateAchievement(
  snapshot: Snapshot,
  settings: AchievementSettings,
  onProgress?: OnProgress,
): AchievementEstimation {
  const fitted = fitBoth(snapshot, settings, onProgress)
  const grouping = comparableGroups(
    snapshot,
    fitted.map(([, { published }]) => published),
  )
  const sides = fitted.map(([visibility, alternatives]) => sideOf(visibility, alternatives, grouping))
  const weights = { visible: 1 - settings.latentWeight, latent: settings.latentWeight }
  const nameOf = (cadre: number): string => textAt(snapshot.tables.cadres.columns.name, cadre) ?? ''
  const refusals: Refusals = { grouping, leastYears: settings.leastYears, nameOf }
  const people = contributions(snapshot, { sides, weights, refusals })
  const ranks = tradeRanks(
    snapshot,
    people.ranked,
    sides.map(({ visibility, alternatives }) => ({ fitted: alternatives.published, weight: weights[visibility] })),
  )
  const years = sides.flatMap(({ visibility, alternatives }) => unitYears(alternatives.published, visibility))
  onProgress?.({ step, fraction: 1 })
  return {
    estimates: people.estimates,
    unitEstimates: environments(snapshot, { sides, grouping, settings }),
    papers: [
      ...cadrePapers(snapshot, { sides, years, ranks, correlation: people.correlation, settings }),
      ...unitPapers(snapshot, years),
    ],
  }
}

function fitBoth(
  snapshot: Snapshot,
  settings: AchievementSettings,
  onProgress: OnProgress | undefined,
): (readonly [Visibility, Alternatives])[] {
  const byUnit = answeringByUnit(snapshot)
  const all = visibilities.reduce((sum, visibility) => sum + settingsOf(settings, visibility).length, 0)
  let done = 0
  const onFitted = (): void => {
    done += 1
    onProgress?.({ step, fraction: (0.95 * done) / all })
  }
  return visibilities.flatMap((visibility) => {
    const results = resultsOf(snapshot, visibility)
    const found = fitAlternatives({ snapshot, results, byUnit }, settings, visibility, onFitted)
    return found ? [[visibility, found] as const] : []
  })
}

function sideOf(visibility: Visibility, alternatives: Alternatives, grouping: Grouping): Side {
  const { published } = alternatives
  const people = readPeople(published, grouping)
  const pairs = inseparablePairs(published, people)
  return {
    visibility,
    alternatives,
    people: new Map(people.map((reading) => [reading.cadre, reading])),
    together: new Map(people.map(({ cadre, level }) => [cadre, pairs[level] ?? []])),
    units: environmentReadings(published, grouping),
  }
}

function contributions(
  snapshot: Snapshot,
  {
    sides,
    weights,
    refusals,
  }: {
    readonly sides: readonly Side[]
    readonly weights: Readonly<Record<Visibility, number>>
    readonly refusals: Refusals
  },
): { estimates: CadreEstimate[]; ranked: Ranked[]; correlation: number } {
  const { grouping } = refusals
  const cadres = [...new Set(sides.flatMap(({ people }) => [...people.keys()]))].sort((a, b) => a - b)
  const readingsOf = (cadre: number): Readings =>
    Object.fromEntries(
      sides.flatMap(({ visibility, people }) => {
        const reading = people.get(cadre)
        return reading ? [[visibility, reading] as const] : []
      }),
    )
  const { correlation, combine } = combining(cadres.map(readingsOf), weights)
  const estimates: CadreEstimate[] = []
  const ranked: Ranked[] = []
  for (const cadre of cadres) {
    const cadreId = textAt(snapshot.tables.cadres.columns.cadre_id, cadre) ?? ''
    const place = grouping.ofCadre[cadre] as number
    const group = grouping.ids[place] ?? ''
    const own = sides.filter(({ people }) => people.has(cadre))
    for (const side of own)
      estimates.push({ cadreId, measure: `contribution.${side.visibility}`, estimate: alone(side, cadre, refusals) })
    const combined = combine(readingsOf(cadre))
    const spread = own.reduce((sum, side) => {
      const reading = side.people.get(cadre)
      return reading ? sum + weights[side.visibility] ** 2 * (varianceOver(side, reading) - reading.variance) : sum
    }, 0)
    const n = own.reduce((sum, { people }) => sum + (people.get(cadre)?.n ?? 0), 0)
    const [first, ...others] = own.map(({ together }) => together.get(cadre) ?? [])
    const cause = causeAgainst(
      {
        group: place,
        years: Math.max(0, ...own.map(({ people }) => people.get(cadre)?.years ?? 0)),
        information: 1 - combined.variance / combined.prior,
        partners: (first ?? []).filter((partner) =>
          others.every((list) => list.some((each) => each.cadre === partner.cadre)),
        ),
      },
      refusals,
    )
    const variance = combined.variance + spread
    estimates.push({
      cadreId,
      measure: 'contribution',
      estimate: estimateFrom({ n, group, cause, variance, parts: combinedParts(combined) }),
    })
    ranked.push({ cadre, group, value: combined.value, sd: Math.sqrt(variance), isTold: cause === undefined })
  }
  return { estimates, ranked, correlation }
}

function alone(side: Side, cadre: number, refusals: Refusals) {
  const reading = side.people.get(cadre)
  const { ids, ofCadre } = refusals.grouping
  const place = ofCadre[cadre] as number
  const cause =
    reading &&
    causeAgainst(
      {
        years: reading.years,
        group: place,
        information: 1 - reading.variance / reading.prior,
        partners: side.together.get(cadre) ?? [],
      },
      refusals,
    )
  return estimateFrom({
    n: reading?.n ?? 0,
    group: ids[place] ?? '',
    cause,
    variance: reading ? varianceOver(side, reading) : 0,
    parts: (reading?.steps ?? []).map(([id, value]) => ({ id, label: stepLabels[id], value })),
  })
}
