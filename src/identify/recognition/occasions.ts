import type { Ballots } from './ballots.ts'

/** What one survey thinks of one person beyond what it thinks of everybody and what all surveys think of the person. */
export interface Occasions {
  /** Its variance on the scale of the model; 0 where ballots of one occasion agree no more than the model says. */
  readonly variance: number
  /** By cadre row: the variance of the mean over the cadre's ballots. */
  readonly ofMean: ReadonlyMap<number, number>
}

/** Residuals of the model, and its variances: of a ballot of weight 1, between cadres, between surveys. */
export interface OccasionEvidence {
  readonly residuals: Float64Array
  readonly weights: Float64Array
  readonly noise: number
  readonly ofCadres: number
  readonly ofSurveys: number
}

/** An occasion with more of a person's ballots than this cannot be told from the person. */
const largestShare = 0.5
/** Fewer occasions than this do not tell their variance. */
const fewest = 50

interface Cell {
  readonly cadre: number
  readonly survey: number
  count: number
  sum: number
  squares: number
}

/**
 * Ballots on one person in one survey agree more than the model says where forms set people apart by more or less, where a
 * year was better than others, where raters agreed beforehand: the interaction of person and occasion of generalisability
 * theory (Brennan 2001, Generalizability Theory). It is estimated from products of the residuals of two ballots of one
 * occasion. Those have expectation ω²(1 - n a)(1 - n b) - σ²(a + b) to the first order, where n ballots of the occasion bring
 * effects along by a = 1/(n_cadre + σ²/σ²_cadre) and b = 1/(n_survey + σ²/σ²_survey) each.
 */
export function occasionsOf(ballots: Pick<Ballots, 'cadre' | 'survey'>, evidence: OccasionEvidence): Occasions {
  const { noise, ofCadres, ofSurveys } = evidence
  const inCadre = countBy(ballots.cadre)
  const inSurvey = countBy(ballots.survey)
  const squaredShares = new Map<number, number>()
  let products = 0
  let expected = 0
  let told = 0
  for (const { cadre, survey, count, sum, squares } of cellsOf(ballots, evidence)) {
    const own = inCadre.get(cadre) ?? count
    const a = ofCadres / (noise + ofCadres * own)
    const b = ofSurveys / (noise + ofSurveys * (inSurvey.get(survey) ?? count))
    squaredShares.set(cadre, (squaredShares.get(cadre) ?? 0) + (count / own) ** 2)
    if (count > largestShare * own) continue
    const pairs = count * (count - 1)
    told += 1
    products += sum * sum - squares + pairs * noise * (a + b)
    expected += pairs * (1 - count * a) * (1 - count * b)
  }
  const variance = told >= fewest && expected > 0 ? Math.max(0, products / expected) : 0
  return { variance, ofMean: new Map([...squaredShares].map(([cadre, shares]) => [cadre, variance * shares])) }
}

function cellsOf(
  { cadre, survey }: Pick<Ballots, 'cadre' | 'survey'>,
  { residuals, weights }: OccasionEvidence,
): Iterable<Cell> {
  const surveys = 1 + survey.reduce((most, code) => Math.max(most, code), 0)
  const cells = new Map<number, Cell>()
  residuals.forEach((residual, ballot) => {
    const own = { cadre: cadre[ballot] as number, survey: survey[ballot] as number }
    const key = own.cadre * surveys + own.survey
    const cell = cells.get(key) ?? { ...own, count: 0, sum: 0, squares: 0 }
    const scaled = residual * Math.sqrt(weights[ballot] as number)
    cell.count += 1
    cell.sum += scaled
    cell.squares += scaled * scaled
    cells.set(key, cell)
  })
  return cells.values()
}

function countBy(codes: Int32Array): Map<number, number> {
  const counts = new Map<number, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}
