import { expect, test } from 'vitest'
import { pastes } from '../fixtures/published.ts'
import { type Design, factorOf, intercept, type Membership } from './design.ts'
import { fitMixedModel, type MixedModelFit } from './fit.ts'

const rows = pastes.response.length
const base: Design = {
  response: Float64Array.from(pastes.response),
  fixed: [intercept(rows)],
  random: [factorOf('batch', pastes.batch).factor, factorOf('cask', pastes.cask).factor],
  weights: Float64Array.from({ length: rows }, (_, row) => 0.5 + (row % 4) / 4),
}

/** The fit with these variances, searched no further. */
function at(design: Design, variances: readonly number[]): MixedModelFit {
  const residual = variances.at(-1) ?? 1
  const start = variances.slice(0, -1).map((variance) => Math.sqrt(variance / residual))
  return fitMixedModel(design, { start, tolerance: Number.POSITIVE_INFINITY })
}

function expectSlopes(design: Design): void {
  const fit = fitMixedModel(design)
  const variances = [...fit.random.map(({ variance }) => variance), fit.residualVariance]
  variances.forEach((variance, index) => {
    const step = variance * 1e-4
    const moved = (by: number): MixedModelFit =>
      at(
        design,
        variances.map((value, other) => (other === index ? value + by : value)),
      )
    const [above, below] = [moved(step), moved(-step)]
    fit.random.forEach((_, term) => {
      fit.doubt?.slopes[index]?.[term]?.forEach((slope, level) => {
        const up = above.random[term]?.modes[level] ?? 0
        const down = below.random[term]?.modes[level] ?? 0
        expect(slope).toBeCloseTo((up - down) / (2 * step), 4)
      })
    })
  })
}

test('modes follow the variances as finite differences say', () => {
  expect(fitMixedModel(base).doubt?.slopes.length).toBe(3)
  expectSlopes(base)
})

test('in a one-way layout the doubt about the variances is the textbook one', () => {
  const groups = 40
  const each = 5
  const codes = Int32Array.from({ length: groups * each }, (_, row) => Math.floor(row / each))
  const response = Float64Array.from(codes, (code, row) => Math.sin(code * 7.3) * 2 + Math.cos(row * 12.9))
  const fit = fitMixedModel({
    response,
    fixed: [intercept(response.length)],
    random: [{ name: 'g', codes, levels: groups }],
  })
  const between = each * (fit.random[0]?.variance ?? 0) + fit.residualVariance
  const within = fit.residualVariance
  // Searle, Casella and McCulloch 1992, Variance Components, p. 64: variances of the ANOVA estimators.
  const ofResidual = (2 * within ** 2) / (groups * (each - 1))
  const ofGroups = ((2 * between ** 2) / (groups - 1) + ofResidual) / each ** 2
  expect((fit.doubt?.covariance[3] ?? 0) / ofResidual).toBeCloseTo(1, 6)
  expect((fit.doubt?.covariance[0] ?? 0) / ofGroups).toBeCloseTo(1, 6)
})

test('shares of a membership may be given in any unit', () => {
  const members = Int32Array.from({ length: rows }, (_, row) => row % 6)
  const starts = Int32Array.from({ length: rows + 1 }, (_, row) => row)
  const term = (share: number): Membership => ({
    name: 'member',
    levels: 6,
    starts,
    members,
    shares: new Float64Array(rows).fill(share),
  })
  const [small, large] = [0.1, 1].map((share) =>
    fitMixedModel({ ...base, random: [...base.random.slice(0, 1), term(share)] }),
  )
  const slopeOf = (fit: MixedModelFit | undefined): number => fit?.doubt?.slopes[0]?.[1]?.[2] ?? Number.NaN
  expect(slopeOf(small) / 10).toBeCloseTo(slopeOf(large), 4)
})
