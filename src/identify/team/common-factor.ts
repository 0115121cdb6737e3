/**
 * One common factor behind several indicators of each subject, each measured with a known error and some of them missing:
 *
 *   xᵢⱼ = λⱼ fᵢ + uᵢⱼ + eᵢⱼ,   f ~ N(0, 1),   u ~ N(0, ψⱼ),   e ~ N(0, vᵢⱼ)
 *
 * λ is drawn towards what is expected of it beforehand and is never negative; ψ, what an indicator has of its own, is drawn
 * weakly towards what that leaves. Maximum a posteriori by EM (Rubin and Thayer 1982); fᵢ is told by its regression
 * score (Thomson 1951), which is shrunk as far as the indicators are silent.
 */
export interface Reading {
  /** Centred, in units in which readings of the indicator have variance one. */
  readonly value: number
  /** Error variance in the same units. */
  readonly variance: number
}

export interface Loading {
  /** λ */
  readonly common: number
  /** ψ */
  readonly own: number
}

export interface Score {
  readonly variance: number
  /** By which each reading enters the score: score = Σ weight × value. */
  readonly weights: readonly number[]
}

/** Standard deviation of a loading about what was expected: with some eighty subjects the records weigh about as much. */
const loadingSd = 0.2
/** What is expected of ψ counts as this many subjects; keeps it from falling to zero by chance (Heywood 1931). */
const ownCount = 6
/** However noisy, an indicator is taken to hold this share of truth before it is looked at. */
const leastTrue = 0.05
const rounds = 200

/**
 * Loadings of the indicators.
 * @param subjects by subject, a reading of each indicator or undefined
 * @param expected by indicator, its correlation with the factor if it were measured without error
 */
export function fitCommonFactor(
  subjects: readonly (readonly (Reading | undefined)[])[],
  expected: readonly number[],
): Loading[] {
  const known = expected.map((correlation, at) => {
    const readings = subjects.flatMap((subject) => subject[at] ?? [])
    const error = readings.reduce((sum, { variance }) => sum + variance, 0) / Math.max(1, readings.length)
    const real = Math.max(leastTrue, 1 - error)
    return { common: correlation * Math.sqrt(real), own: (1 - correlation ** 2) * real }
  })
  let loadings: Loading[] = known
  for (let round = 0; round < rounds; round += 1) {
    const now = loadings
    const scores = subjects.map((subject) => scoreOf(subject, now))
    loadings = now.map((loading, at) => improve(subjects, scores, loading, known[at] as Loading, at))
  }
  return loadings
}

function improve(
  subjects: readonly (readonly (Reading | undefined)[])[],
  scores: readonly Score[],
  { common, own }: Loading,
  expected: Loading,
  at: number,
): Loading {
  let cross = expected.common / loadingSd ** 2
  let square = 1 / loadingSd ** 2
  let ownSquares = ownCount * expected.own
  let count = ownCount
  subjects.forEach((subject, row) => {
    const reading = subject[at]
    if (!reading) return
    const score = scores[row] as Score
    const mean = meanOf(subject, score)
    const total = own + reading.variance
    cross += (reading.value * mean) / total
    square += (mean ** 2 + score.variance) / total
    const residual = (reading.value - common * mean) ** 2 + common ** 2 * score.variance
    ownSquares += (own * reading.variance) / total + (own / total) ** 2 * residual
    count += 1
  })
  return { common: Math.max(0, cross / square), own: ownSquares / count }
}

/** The factor of one subject: variance given its readings, and what each reading counts. */
export function scoreOf(subject: readonly (Reading | undefined)[], loadings: readonly Loading[]): Score {
  const told = loadings.map(({ common, own }, at) => {
    const reading = subject[at]
    return reading ? common / (own + reading.variance) : 0
  })
  const variance = 1 / (1 + told.reduce((sum, one, at) => sum + one * (loadings[at] as Loading).common, 0))
  return { variance, weights: told.map((one) => variance * one) }
}

const meanOf = (subject: readonly (Reading | undefined)[], { weights }: Score): number =>
  weights.reduce((sum, weight, at) => sum + weight * (subject[at]?.value ?? 0), 0)
