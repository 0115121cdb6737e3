import fc from 'fast-check'
import { expect, test } from 'vitest'
import { denseModel } from '../fixtures/dense-model.ts'
import { pastes } from '../fixtures/published.ts'
import { plainKernels } from '../kernels/plain.ts'
import { type Design, type Factor, factorOf, intercept } from './design.ts'
import { devianceAt, fitMixedModel, type MixedModelFit } from './fit.ts'

/** A reproducible design: every factor's level and the response are drawn from a seed. */
function randomDesign(seed: number, rows: number, levels: readonly number[], weighted = false): Design<Factor> {
  let state = seed | 1
  const next = (): number => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const random = levels.map((count, index) => {
    const codes = Int32Array.from({ length: rows }, (_, row) => (row < count ? row : Math.floor(next() * count)))
    return { name: `f${index}`, codes, levels: count }
  })
  const effects = levels.map((count) => Array.from({ length: count }, normal))
  const x = Float64Array.from({ length: rows }, normal)
  const response = Float64Array.from({ length: rows }, (_, row) =>
    random.reduce(
      (sum, { codes }, index) => sum + (effects[index]?.[codes[row] ?? 0] ?? 0),
      3 + (x[row] ?? 0) + normal(),
    ),
  )
  const design = { response, fixed: [intercept(rows), { name: 'x', values: x }], random }
  return weighted ? { ...design, weights: Float64Array.from({ length: rows }, () => 0.5 + next()) } : design
}

const variancesOf = (fit: MixedModelFit): number[] => [
  ...fit.random.map(({ variance }) => variance),
  fit.residualVariance,
]

test('criterion, effects and posterior are what the textbook formulas give, with and without weights', () => {
  const someDesign = fc.record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    levels: fc.array(fc.integer({ min: 2, max: 12 }), { minLength: 1, maxLength: 3 }),
    weighted: fc.boolean(),
  })
  fc.assert(
    fc.property(someDesign, ({ seed, levels, weighted }) => {
      const design = randomDesign(seed, 50, levels, weighted)
      for (const method of ['ML', 'REML'] as const) {
        const fit = fitMixedModel(design, { method, start: levels.map(() => 0.7) })
        const dense = denseModel(design, variancesOf(fit))
        expect(fit.criterion).toBeCloseTo(method === 'ML' ? dense.ml : dense.reml, 7)
        expectEffects(fit, dense.modes, dense.covariance)
        fit.fixed.forEach(({ estimate }, index) => {
          expect(estimate).toBeCloseTo(dense.beta[index] ?? 0, 8)
        })
      }
    }),
    { numRuns: 25, seed: 1 },
  )
})

function expectEffects(fit: MixedModelFit, modes: readonly number[], covariance: readonly (readonly number[])[]): void {
  let place = 0
  for (const { modes: found, predictionSd } of fit.random) {
    found.forEach((mode, level) => {
      expect(mode).toBeCloseTo(modes[place] ?? 0, 8)
      expect((predictionSd[level] ?? 0) ** 2).toBeCloseTo(covariance[place]?.[place] ?? 0, 8)
      place += 1
    })
  }
}

test('a sparse design of several hundred levels, eliminated in many steps, gives the textbook answer', () => {
  const design = sparseDesign()
  const fit = fitMixedModel(design)
  const dense = denseModel(design, variancesOf(fit))
  expect(fit.criterion).toBeCloseTo(dense.reml, 6)
  expectEffects(fit, dense.modes, dense.covariance)
  const cadre = { factor: 0, level: 7 }
  const unit = { factor: 2, level: design.random[2]?.codes[design.random[0]?.codes.indexOf(7) ?? 0] ?? 0 }
  const start = (design.random[0]?.levels ?? 0) + (design.random[1]?.levels ?? 0)
  expect(fit.posterior.covariance(cadre, unit)).toBeCloseTo(dense.covariance[7]?.[start + unit.level] ?? 0, 8)
  expect(fit.posterior.covariance(cadre, { factor: 0, level: 8 })).toBeUndefined()
})

test('posterior covariances of weighted sums are the same by iteration, by factor and by the textbook', () => {
  const design = randomDesign(3, 120, [50, 12])
  const fit = fitMixedModel(design)
  const { covariance } = denseModel(design, variancesOf(fit))
  const weights = new Float64Array(design.random[0]?.levels ?? 0)
  weights[3] = 1
  weights[40] = -0.5
  const [byIteration] = fit.posterior.covariances([[weights]])
  const [byFactor] = fit.posterior.covariances([[weights], [weights], [weights]])
  byIteration?.[0]?.forEach((value, level) => {
    expect(value).toBeCloseTo((covariance[level]?.[3] ?? 0) - 0.5 * (covariance[level]?.[40] ?? 0), 8)
    expect(value).toBeCloseTo(byFactor?.[0]?.[level] ?? 0, 8)
  })
})

/** 200 people in 40 units, each rated by people of the unit; a few rate elsewhere, and one rates nearly everybody. */
function sparseDesign(): Design<Factor> {
  const rows: { person: number; rater: number; unit: number; score: number }[] = []
  for (let person = 0; person < 200; person += 1) {
    const unit = Math.floor(person / 5)
    for (const turn of [0, 1])
      rows.push({ person, rater: unit * 6 + ((person + turn) % 6), unit, score: Math.sin(person * 7 + turn) })
    if (person % 25 === 0) rows.push({ person, rater: ((unit + 11) % 40) * 6, unit, score: Math.cos(person) })
    if (person % 4 > 0) rows.push({ person, rater: 240, unit, score: Math.cos(person * 3) })
  }
  const of = (name: string, pick: (row: (typeof rows)[number]) => number, levels: number) => ({
    name,
    codes: Int32Array.from(rows, pick),
    levels,
  })
  return {
    response: Float64Array.from(rows, ({ score, person, rater }) => score + Math.sin(person) + Math.cos(rater * 5)),
    fixed: [intercept(rows.length)],
    random: [
      of('person', (row) => row.person, 200),
      of('rater', (row) => row.rater, 241),
      of('unit', (row) => row.unit, 40),
    ],
  }
}

test('the plain kernels and the compiled ones give the same bits', () => {
  const design = sparseDesign()
  expect(fitMixedModel(design, { kernels: plainKernels() }).random).toEqual(fitMixedModel(design).random)
})

test('neither the order of rows nor that of factors matters', () => {
  const { factor: batch } = factorOf('batch', pastes.batch)
  const { factor: cask } = factorOf('cask', pastes.cask)
  const design = { response: pastes.response, fixed: [intercept(60)], random: [batch, cask] }
  const order = Array.from({ length: 60 }, (_, row) => (row * 37) % 60)
  const turned = {
    response: Float64Array.from(order, (row) => pastes.response[row] ?? 0),
    fixed: [intercept(60)],
    random: [cask, batch].map((factor) => ({
      ...factor,
      codes: Int32Array.from(order, (row) => factor.codes[row] ?? 0),
    })),
  }
  const fit = fitMixedModel(design)
  const other = fitMixedModel(turned)
  expect(other.criterion).toBeCloseTo(fit.criterion, 9)
  expect(other.random[1]?.modes[4]).toBeCloseTo(fit.random[0]?.modes[4] ?? 0, 6)
  expect(devianceAt(turned, [3.5, 1.5])).toBeCloseTo(devianceAt(design, [1.5, 3.5]), 9)
})

test('a rater who scores at random never narrows an interval beyond reason', () => {
  const design = randomDesign(9, 400, [40, 20])
  const noise = Float64Array.from({ length: 40 }, (_, person) => 3 + 2 * Math.sin(person * 12.9898))
  const [people, raters] = design.random
  const joined = {
    response: Float64Array.of(...design.response, ...noise),
    fixed: [intercept(440)],
    random: [
      { name: 'f0', codes: Int32Array.of(...(people?.codes ?? []), ...noise.keys()), levels: 40 },
      { name: 'f1', codes: Int32Array.of(...(raters?.codes ?? []), ...noise.map(() => 20)), levels: 21 },
    ],
  }
  const before = fitMixedModel({ ...design, fixed: [intercept(400)] }).random[0]?.predictionSd
  fitMixedModel(joined).random[0]?.predictionSd.forEach((sd, person) => {
    expect(sd).toBeGreaterThan(0.9 * (before?.[person] ?? 0))
  })
})
