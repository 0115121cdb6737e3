import { loadKernels } from '../kernels/wasm.ts'
import type { Covariate, Factor } from '../mixed-model/design.ts'
import { leaveOutConnectedSet } from './connected-set.ts'
import { exactLeverages } from './exact-leverages.ts'
import type { Leverages } from './leverages.ts'
import { type Matches, matchesOf } from './matches.ts'
import { effectsOf, partialOut, residualsOf } from './partial-out.ts'
import { projectedLeverages } from './projected-leverages.ts'
import { momentsOf } from './two-way.ts'

/** Results of persons in units: row i is an observation of person `person.codes[i]` in unit `unit.codes[i]`. */
export interface TwoWayPanel {
  readonly response: Float64Array
  readonly person: Factor
  readonly unit: Factor
  /** Partialled out first. No intercept is needed. */
  readonly covariates?: readonly Covariate[]
}

export interface LeaveOutOptions {
  /**
   * `observation`: errors of different observations are independent. `match`: those of one person in one unit may hang
   * together; persons who were in one unit only then take no part.
   */
  readonly leave?: 'observation' | 'match'
  /** Units up to which leverages are exact. */
  readonly exactUpTo?: number
  /** Random projections where they are not; the relative error of a leverage is about √(2 / draws). */
  readonly draws?: number
}

/** Over the observations of the set. The correlation is undefined where a variance is not positive. */
export interface TwoWayVariances {
  readonly person: number
  readonly unit: number
  readonly covariance: number
  readonly correlation: number | undefined
}

export interface SetSize {
  readonly observations: number
  readonly persons: number
  readonly units: number
}

export interface LeaveOutVariances {
  readonly plugIn: TwoWayVariances
  readonly corrected: TwoWayVariances
  /** The leave-out connected set, of which all figures speak, and the whole of which it is a part. */
  readonly set: SetSize & { readonly movers: number; readonly rows: Int32Array }
  readonly whole: SetSize
  readonly residualVariance: number
  readonly leverage: { readonly path: 'exact' | 'projected'; readonly mean: number; readonly most: number }
  readonly slopes: readonly { readonly name: string; readonly estimate: number }[]
  /** Covariates that persons and units explain already. */
  readonly dropped: readonly string[]
}

/** The inverse of a Laplacian of this size takes about two seconds and 200 MB. */
const usualLimit = 3000
const usualDraws = 208

/**
 * How much persons and units differ, and whether able persons sit in good units: variances and covariance of the effects of
 * a two-way model without the bias that the noise of the estimated effects brings (Kline, Saggio and Sølvsten 2020,
 * Econometrica 88:1859–1898), beside the plug-in figures, which overstate the variances and understate the correlation.
 * Undefined where no set of persons and units stays connected when an observation (match) is left out.
 *
 * @example
 * const { corrected, plugIn, set } = leaveOutVariances({ response, person, unit }) ?? refuse()
 */
export function leaveOutVariances(panel: TwoWayPanel, options: LeaveOutOptions = {}): LeaveOutVariances | undefined {
  const { person, unit } = panel
  const leave = options.leave ?? 'observation'
  const rows = leaveOutConnectedSet(person.codes, unit.codes, leave)
  if (rows.length === 0) return undefined
  const matches = matchesOf(person.codes, unit.codes, rows)
  if (matches.units < 2 || matches.persons < 2) return undefined
  const take = (values: Float64Array): Float64Array =>
    new Float64Array(rows.length).map((_, at) => values[rows[at] as number] as number)
  const covariates = (panel.covariates ?? []).map(({ name, values }) => ({ name, values: take(values) }))
  const { response, slopes, dropped } = partialOut(matches, take(panel.response), covariates)
  const effects = effectsOf(matches, response)
  const errors = residualsOf(matches, response, effects)
  const leverages =
    matches.units <= (options.exactUpTo ?? usualLimit)
      ? exactLeverages(matches, loadKernels())
      : projectedLeverages(matches, options.draws ?? usualDraws)
  const plugIn = momentsOf(matches, effects)
  const bias = biasOf(matches, response, errors, leverages, leave)
  const degrees = rows.length - matches.persons - matches.units + 1 - slopes.length
  return {
    plugIn: withCorrelation(plugIn.person, plugIn.unit, plugIn.covariance),
    corrected: withCorrelation(
      plugIn.person - bias.person,
      plugIn.unit - bias.unit,
      plugIn.covariance - bias.covariance,
    ),
    set: { ...sizeOf(matches), movers: moversIn(matches), rows },
    whole: {
      observations: person.codes.length,
      persons: new Set(person.codes).size,
      units: new Set(unit.codes).size,
    },
    residualVariance: errors.reduce((sum, error) => sum + error * error, 0) / degrees,
    leverage: summaryOf(matches, leverages),
    slopes,
    dropped,
  }
}

/** Σ B σ̂², with σ̂² = (y - ȳ) · (leave-out residual): unbiased whatever the variance of each error. */
function biasOf(
  { unit, count, ofRow, observations }: Matches,
  response: Float64Array,
  errors: Float64Array,
  leverages: Leverages,
  leave: 'observation' | 'match',
): { person: number; unit: number; covariance: number } {
  const mean = response.reduce((sum, value) => sum + value, 0) / observations
  const own = new Float64Array(unit.length)
  const responses = new Float64Array(unit.length)
  const rests = new Float64Array(unit.length)
  ofRow.forEach((match, row) => {
    const value = (response[row] as number) - mean
    const error = errors[row] as number
    own[match] = (own[match] as number) + value * error
    responses[match] = (responses[match] as number) + value
    rests[match] = (rests[match] as number) + error
  })
  const bias = { person: 0, unit: 0, covariance: 0 }
  for (let match = 0; match < unit.length; match += 1) {
    const leverage = leverages.leverage[match] as number
    const spread =
      leave === 'observation'
        ? ((own[match] as number) / (1 - leverage)) * (leverages.debiasing.observation[match] as number)
        : (((responses[match] as number) * (rests[match] as number)) / (1 - (count[match] as number) * leverage)) *
          (leverages.debiasing.match[match] as number)
    bias.person += (leverages.person[match] as number) * spread
    bias.unit += (leverages.unit[match] as number) * spread
    bias.covariance += (leverages.covariance[match] as number) * spread
  }
  return bias
}

function withCorrelation(person: number, unit: number, covariance: number): TwoWayVariances {
  const isDefined = person > 0 && unit > 0
  return { person, unit, covariance, correlation: isDefined ? covariance / Math.sqrt(person * unit) : undefined }
}

const sizeOf = ({ observations, persons, units }: Matches): SetSize => ({ observations, persons, units })

function moversIn({ persons, starts }: Matches): number {
  let movers = 0
  for (let p = 0; p < persons; p += 1) if ((starts[p + 1] as number) - (starts[p] as number) > 1) movers += 1
  return movers
}

function summaryOf({ count, observations }: Matches, { path, leverage }: Leverages): LeaveOutVariances['leverage'] {
  const total = leverage.reduce((sum, own, match) => sum + own * (count[match] as number), 0)
  return { path, mean: total / observations, most: leverage.reduce((most, own) => Math.max(most, own), 0) }
}
