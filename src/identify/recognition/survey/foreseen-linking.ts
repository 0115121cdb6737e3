import { type Factor, foreseenPosterior, intercept, seededUniform } from '#statistics/index.ts'

/** Variances of a rating by where they come from, on the 0–1 scale of scores (or any other). */
export interface RatingVariances {
  /** Of what belongs to the person alone. */
  readonly cadre: number
  /** Of what the people of one unit have in common. */
  readonly colleagues: number
  readonly severity: number
  /** Of how kindly a unit scores anybody. */
  readonly custom: number
  readonly residual: number
}

export interface SurveyShape {
  readonly units: number
  readonly cadresPerUnit: number
  readonly ratersPerUnit: number
}

/** SD of the difference between two people: of one unit, and of two units. */
export interface DifferenceSds {
  readonly sameUnit: number
  readonly across: number
}

/**
 * What a survey of this shape would tell apart if a share of the ballots went to people of other units: the posterior SD of
 * a difference, from the variance components alone. Everybody else scores all people of the own unit.
 *
 * With the components of a published kind (leaders .5, raters .4, customs .3, residual .8; 100 units of 8 leaders and 30
 * raters) the SD across units falls from .286 without any such ballots to about .24 at 5 %.
 */
export function foreseenDifferences(shape: SurveyShape, variances: RatingVariances, share: number): DifferenceSds {
  const { units, cadresPerUnit } = shape
  const ballots = ballotsOf(shape, share)
  const unitOfCadre = (cadre: number): number => Math.floor(cadre / cadresPerUnit)
  const terms: readonly (readonly [Factor, number])[] = [
    [{ name: 'cadre', codes: ballots.cadre, levels: units * cadresPerUnit }, variances.cadre],
    [{ name: 'colleagues', codes: ballots.cadre.map(unitOfCadre), levels: units }, variances.colleagues],
    [{ name: 'severity', codes: ballots.rater, levels: units * shape.ratersPerUnit }, variances.severity],
    [{ name: 'custom', codes: ballots.unit, levels: units }, variances.custom],
  ]
  const kept = terms.filter(([{ name }, variance]) => name === 'cadre' || variance > 0)
  const random = kept.map(([factor]) => factor)
  const posterior = foreseenPosterior(
    { fixed: [intercept(ballots.cadre.length)], random },
    kept.map(([, variance]) => variance),
    variances.residual,
  )
  const far = cadresPerUnit * Math.floor(units / 2)
  const firsts = Array.from({ length: Math.min(pairs, Math.floor(units / 2)) }, (_, unit) => unit * cadresPerUnit)
  const sumFor = (a: number, b: number): (Float64Array | undefined)[] =>
    random.map(({ name, levels }) => {
      if (name !== 'cadre' && name !== 'colleagues') return undefined
      const sum = new Float64Array(levels)
      for (const [cadre, sign] of [
        [a, 1],
        [b, -1],
      ] as const) {
        const level = name === 'cadre' ? cadre : unitOfCadre(cadre)
        sum[level] = (sum[level] as number) + sign
      }
      return sum
    })
  const meanSd = (step: number): number => {
    const sums = firsts.map((first) => sumFor(first, first + step))
    const found = posterior.covariances(sums)
    return Math.sqrt(sums.reduce((total, sum, pair) => total + varianceOf(sum, found[pair] ?? []), 0) / sums.length)
  }
  return { sameUnit: meanSd(1), across: meanSd(far) }
}

/** One pair stands for itself alone; the mean over so many is steady to the third digit. */
const pairs = 20

/** Variance of a weighted sum, from its covariances with every effect. */
function varianceOf(sum: readonly (Float64Array | undefined)[], covariances: readonly Float64Array[]): number {
  let variance = 0
  sum.forEach((weights, factor) => {
    weights?.forEach((weight, level) => {
      if (weight !== 0) variance += weight * (covariances[factor]?.[level] ?? 0)
    })
  })
  return Math.max(0, variance)
}

/** Every so many-th ballot of a unit goes to anybody of any other unit; the rest to all people of the own unit. */
function ballotsOf({ units, cadresPerUnit, ratersPerUnit }: SurveyShape, share: number) {
  const uniform = seededUniform(1)
  const perUnit = ratersPerUnit * cadresPerUnit
  const length = units * perUnit
  const cadre = new Int32Array(length)
  const rater = new Int32Array(length)
  const unit = new Int32Array(length)
  for (let ballot = 0; ballot < length; ballot += 1) {
    const home = Math.floor(ballot / perUnit)
    const place = ballot % perUnit
    const goes = units > 1 && Math.floor((place + 1) * share) > Math.floor(place * share)
    const there = goes ? (home + 1 + Math.floor(uniform() * (units - 1))) % units : home
    cadre[ballot] = there * cadresPerUnit + (goes ? Math.floor(uniform() * cadresPerUnit) : place % cadresPerUnit)
    rater[ballot] = home * ratersPerUnit + Math.floor(place / cadresPerUnit)
    unit[ballot] = home
  }
  return { cadre, rater, unit }
}
