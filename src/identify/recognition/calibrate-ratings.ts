import { textAt } from '#domain/columns.ts'
import type { OnProgress } from '#domain/progress.ts'
import type { CadreEstimate } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'
import { normalCdf } from '#statistics/index.ts'
import { type Ballots, ballotsOf, keepBallots, ratingMeasures } from './ballots.ts'
import { cadreEffects } from './cadre-effects.ts'
import { type ComparableGroup, comparableGroups } from './comparable-groups.ts'
import { fairAverages } from './fair-averages.ts'
import { furtherDoubt } from './further-doubt.ts'
import { identifyRaters } from './raters.ts'
import { allowance, fitRatings, type RatingFit } from './rating-model.ts'

/** What was learnt of one measure as a whole. */
export interface MeasureCalibration {
  readonly measure: string
  readonly ballots: number
  readonly raters: number
  readonly groups: readonly ComparableGroup[]
  /** Variances by source, on the 0–1 scale of scores. Empty where no model could be fitted. */
  readonly variances: Readonly<Record<string, number>>
  /** How many raters, drawn at random from all units, give a mean with a generalisability of 0.85. */
  readonly ratersNeeded: number | undefined
  readonly convergence: RatingFit['fit']['convergence'] | undefined
}

export interface RawMean {
  readonly cadreId: string
  readonly measure: string
  readonly value: number
  readonly n: number
}

/** How sure it is that one cadre's fair average is above another's. */
export interface PairComparison {
  readonly difference: number
  readonly sd: number
  readonly probability: number
}

export interface RatingCalibration {
  readonly estimates: readonly CadreEstimate[]
  readonly measures: readonly MeasureCalibration[]
  readonly rawMeans: readonly RawMean[]
  /** Undefined for cadres who may not be compared: not rated, or not of one group. */
  compare(measure: string, cadreId: string, otherId: string): PairComparison | undefined
}

/** The model of one measure and what it was fitted to. Rows of `model.added` and of its residuals are those of `ballots`. */
export interface FittedMeasure {
  readonly measure: string
  readonly ballots: Ballots
  readonly model: RatingFit | undefined
  readonly groups: readonly ComparableGroup[]
  /** Group of each cadre row, -1 where not rated. */
  readonly groupOf: Int32Array
}

export interface CalibrateRatingsOptions {
  /** Which of `ratingMeasures`; all unless set. Each is fitted starting from the one before. */
  readonly measures?: readonly string[]
  /** A cadre with fewer ballots gets no value; 5 unless set. */
  readonly leastBallots?: number
  /** Raters to leave out, by their keys in `identifyRaters`: what would be without them. */
  readonly without?: ReadonlySet<string>
  /** Told of every fit, for what is worked out from it. */
  readonly onFit?: (fitted: FittedMeasure) => void
  readonly onProgress?: OnProgress
  readonly signal?: AbortSignal
}

const step: Text = { zh: '校正评分人宽严', en: 'Calibrating ratings for rater severity' }
const usualLeastBallots = 5
const wantedGeneralisability = 0.85

/**
 * The rating of every rated cadre, corrected for who rated: the score that an average rater would give on an ordinary yearly
 * ballot (a fair average, 0–1). Values may be compared inside one group only; `lower`, `upper` and `sd` are those of the
 * distance from the mean of the group. The parts lead from the raw mean to the value and sum to it.
 *
 * Scores are all that is read: nothing about the person rated enters.
 *
 * @example calibrateRatings(snapshot).estimates.find(({ cadreId }) => cadreId === 'C000001')
 */
export function calibrateRatings(snapshot: Snapshot, options: CalibrateRatingsOptions = {}): RatingCalibration {
  const raters = identifyRaters(snapshot)
  const cadreIds = Array.from({ length: snapshot.tables.cadres.length }, (_, row) => cadreIdAt(snapshot, row))
  const estimates: CadreEstimate[] = []
  const measures: MeasureCalibration[] = []
  const rawMeans: RawMean[] = []
  const comparisons = new Map<string, Comparison>()
  let previous: RatingFit | undefined
  const wanted = ratingMeasures.filter((measure) => options.measures?.includes(measure) ?? true)
  wanted.forEach((measure, index) => {
    options.signal?.throwIfAborted()
    const ballots = leaveOut(ballotsOf(snapshot, measure, raters.codes), raters.keys, options.without)
    options.onProgress?.({ step, fraction: (index + 0.1) / wanted.length })
    if (ballots.length > 0) {
      const model = fitRatings(ballots, previous)
      const grouping = comparableGroups(ballots, cadreIds, raters.count)
      options.onFit?.({ measure, ballots, model, ...grouping })
      const people = fairAverages(ballots, model, grouping, options.leastBallots ?? usualLeastBallots)
      for (const { cadre, estimate, rawMean } of people) {
        const cadreId = cadreIds[cadre] ?? ''
        estimates.push({ cadreId, measure, estimate })
        rawMeans.push({ cadreId, measure, value: rawMean, n: estimate.n })
      }
      const raterCount = new Set(ballots.rater).size
      measures.push(summaryOf(measure, ballots.length, raterCount, grouping.groups, model))
      if (model) comparisons.set(measure, comparisonBy(model, grouping.groupOf, cadreIds))
      previous = model ?? previous
    }
    options.onProgress?.({ step, fraction: (index + 1) / wanted.length })
  })
  return { estimates, measures, rawMeans, compare: (measure, a, b) => comparisons.get(measure)?.(a, b) }
}

function leaveOut(ballots: Ballots, keys: readonly string[], without: ReadonlySet<string> | undefined): Ballots {
  if (!without || without.size === 0) return ballots
  return keepBallots(ballots, (ballot) => !without.has(keys[ballots.rater[ballot] as number] ?? ''))
}

const cadreIdAt = (snapshot: Snapshot, row: number): string =>
  textAt(snapshot.tables.cadres.columns.cadre_id, row) ?? ''

function summaryOf(
  measure: string,
  ballots: number,
  raters: number,
  groups: readonly ComparableGroup[],
  model: RatingFit | undefined,
): MeasureCalibration {
  if (!model)
    return { measure, ballots, raters, groups, variances: {}, ratersNeeded: undefined, convergence: undefined }
  const { fit } = model
  const variances: Record<string, number> = { residual: fit.residualVariance }
  for (const { name, variance } of fit.random) variances[name] = variance
  const noise = (variances.severity ?? 0) + (variances.custom ?? 0) + fit.residualVariance
  const odds = wantedGeneralisability / (1 - wantedGeneralisability)
  const signal = (variances.cadre ?? 0) + (variances.colleagues ?? 0) + (variances.tier ?? 0)
  const ratersNeeded = signal > 0 ? Math.ceil((odds * noise) / signal) : undefined
  return { measure, ballots, raters, groups, variances, ratersNeeded, convergence: fit.convergence }
}

type Comparison = (cadreId: string, otherId: string) => PairComparison | undefined

function comparisonBy(model: RatingFit, groupOf: Int32Array, cadreIds: readonly string[]): Comparison {
  const { cadres, usual, shareOf } = model
  const effects = cadreEffects(model)
  const { around } = furtherDoubt(model)
  const levelOf = new Map(Array.from(cadres, (row, level) => [cadreIds[row] ?? '', level]))
  const groupAt = (level: number): number => groupOf[cadres[level] as number] as number
  return (cadreId, otherId) => {
    const a = levelOf.get(cadreId)
    const b = levelOf.get(otherId)
    if (a === undefined || b === undefined || a === b || groupAt(a) !== groupAt(b)) return undefined
    const weights = new Float64Array(cadres.length)
    weights[a] = 1
    weights[b] = -1
    const [covariances = weights] = effects.covariances([weights])
    const variance = (covariances[a] as number) - (covariances[b] as number)
    const [own, other] = [usual + (effects.modes[a] as number), usual + (effects.modes[b] as number)]
    const difference = shareOf(own) - shareOf(other)
    if (!(variance > 0)) return { difference, sd: 0, probability: 0.5 }
    const fittedSd = allowance * Math.sqrt(variance + around([b])(a))
    const middle = (own + other) / 2
    const sd = shareOf(middle + fittedSd / 2) - shareOf(middle - fittedSd / 2)
    return { difference, sd, probability: normalCdf((own - other) / fittedSd) }
  }
}
