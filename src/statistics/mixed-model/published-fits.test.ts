import { describe, expect, test } from 'vitest'
import { dyestuff, dyestuff2, pastes, penicillin, sleepstudy } from '../fixtures/published.ts'
import { type Design, factorOf, intercept } from './design.ts'
import { devianceAt, fitMixedModel } from './fit.ts'

const factor = (name: string, values: readonly string[]) => factorOf(name, values).factor
const design = (response: Float64Array, factors: Record<string, readonly string[]>): Design => ({
  response,
  fixed: [intercept(response.length)],
  random: Object.entries(factors).map(([name, values]) => factor(name, values)),
})

const designs = {
  dyestuff: design(dyestuff.response, { batch: dyestuff.batch }),
  dyestuff2: design(dyestuff2.response, { batch: dyestuff2.batch }),
  penicillin: design(penicillin.response, { plate: penicillin.plate, sample: penicillin.sample }),
  pastes: design(pastes.response, { batch: pastes.batch, cask: pastes.cask }),
  sleepstudy: {
    response: sleepstudy.response,
    fixed: [intercept(180), { name: 'days', values: sleepstudy.days }],
    random: [factor('subject', sleepstudy.subject)],
  },
}

/**
 * Reference values by lme4 1.1-31 in R 4.2.2 with tight tolerances; the ML criteria agree with the tests of MixedModels.jl
 * (test/pls.jl: 327.32705988, 162.87303665, 332.18834867, 247.99446586). `first` holds mode and conditional SD of the first
 * level of each factor.
 */
const references = [
  {
    data: 'dyestuff',
    method: 'ML',
    criterion: 327.327059881135,
    variances: [1388.33327473536],
    residual: 2451.2500179445,
    fixed: [[1527.5, 17.694553203007]],
    first: [[-16.62822140598, 19.034454846069]],
    at: [[1], 327.767021624614],
  },
  {
    data: 'dyestuff',
    method: 'REML',
    criterion: 319.654276842257,
    variances: [1764.05016543942],
    residual: 2451.24996414664,
    fixed: [[1527.5, 19.383412832749]],
    first: [[-17.606851765858, 19.586570174437]],
    at: [[0.5], 320.87906808096],
  },
  {
    data: 'dyestuff2',
    method: 'ML',
    criterion: 162.873036653826,
    variances: [0],
    residual: 13.346099306667,
    fixed: [[5.6656, 0.6669857396443]],
    first: [[0, 0]],
    at: [[0.01], 162.874475077904],
  },
  {
    data: 'dyestuff2',
    method: 'REML',
    criterion: 161.828277812288,
    variances: [0],
    residual: 13.806309627586,
    fixed: [[5.6656, 0.6783880312325]],
    first: [[0, 0]],
    at: [[1], 168.155336005721],
  },
  {
    data: 'penicillin',
    method: 'ML',
    criterion: 332.188348668501,
    variances: [0.7149923230834, 3.135188404174],
    residual: 0.302425420295,
    fixed: [[22.972222222226, 0.7445958125188]],
    first: [
      [0.8044037118845, 0.2707648349461],
      [2.18565976407, 0.2012856297767],
    ],
    at: [[1.5, 3], 332.261704377011],
  },
  {
    data: 'penicillin',
    method: 'REML',
    criterion: 330.860588991086,
    variances: [0.7169081341167, 3.730917463699],
    residual: 0.302415466463,
    fixed: [[22.972222222223, 0.8085733466695]],
    first: [
      [0.8045470373234, 0.2713595283455],
      [2.187057966435, 0.2021707992549],
    ],
    at: [[1, 1], 365.073413956823],
  },
  {
    data: 'pastes',
    method: 'ML',
    criterion: 247.994465862425,
    variances: [1.199155826951, 8.433666073118],
    residual: 0.6780000256555,
    fixed: [[60.053333333333, 0.6421353327454]],
    first: [
      [0.6436789585142, 0.9221815225219],
      [1.925586738812, 1.054449488467],
    ],
    at: [[1, 1], 274.839697655761],
  },
  {
    data: 'pastes',
    method: 'REML',
    criterion: 246.990745853486,
    variances: [1.657308744738, 8.433666561916],
    residual: 0.6780000023085,
    fixed: [[60.053333333335, 0.6768700711679]],
    first: [
      [0.8006443135389, 1.028493576007],
      [1.774686964355, 1.141720709146],
    ],
    at: [[1.5, 3.5], 246.996212724512],
  },
  {
    data: 'sleepstudy',
    method: 'ML',
    criterion: 1794.07864300523,
    variances: [1296.87005894199],
    residual: 954.527833203355,
    fixed: [
      [251.405104848483, 9.506185231162],
      [10.467285959594, 0.8017354212325],
    ],
    first: [[40.635096617263, 9.429150248943]],
    at: [[1], 1794.77419803777],
  },
  {
    data: 'sleepstudy',
    method: 'REML',
    criterion: 1786.46508539492,
    variances: [1378.17852777635],
    residual: 960.456577606195,
    fixed: [
      [251.405104848485, 9.746716308076],
      [10.467285959596, 0.8042214285457],
    ],
    first: [[40.783709869198, 9.475668117867]],
    at: [[0.5], 1811.20130283031],
  },
] as const

const relative = (found: number, wanted: number): number =>
  Math.abs(found - wanted) / Math.max(Math.abs(wanted), 1e-300)

describe.each(references)('$data by $method', (reference) => {
  const own = designs[reference.data]
  const fit = fitMixedModel(own, { method: reference.method })

  test('the criterion at a given θ is that of lme4', () => {
    const [theta, criterion] = reference.at
    expect(relative(devianceAt(own, theta, reference.method), criterion)).toBeLessThan(1e-10)
  })

  test('the optimum is that of lme4, and not above it', () => {
    expect(relative(fit.criterion, reference.criterion)).toBeLessThan(1e-8)
    expect(fit.criterion - reference.criterion).toBeLessThan(1e-6)
    expect(fit.logLik).toBe(-fit.criterion / 2)
    expect(fit.convergence.converged).toBe(true)
    expect(fit.convergence.gradientNorm).toBeLessThan(1e-5)
  })

  test('variances, fixed effects and their standard errors are those of lme4', () => {
    reference.variances.forEach((variance, index) => {
      const found = fit.random[index]?.variance
      if (variance === 0) expect(found).toBe(0)
      else expect(relative(found ?? 0, variance)).toBeLessThan(1e-4)
    })
    expect(relative(fit.residualVariance, reference.residual)).toBeLessThan(1e-4)
    reference.fixed.forEach(([estimate, se], index) => {
      expect(relative(fit.fixed[index]?.estimate ?? 0, estimate)).toBeLessThan(1e-6)
      expect(relative(fit.fixed[index]?.se ?? 0, se)).toBeLessThan(1e-5)
    })
  })

  test('conditional modes and SDs are those of lme4', () => {
    reference.first.forEach(([mode, sd], index) => {
      expect(Math.abs((fit.random[index]?.modes[0] ?? 9) - mode)).toBeLessThan(1e-5)
      expect(Math.abs((fit.random[index]?.conditionalSd[0] ?? 9) - sd)).toBeLessThan(1e-5)
    })
  })
})

test('a variance that the data push to zero is exactly zero, and this is said', () => {
  const fit = fitMixedModel(designs.dyestuff2)
  expect(fit.notices).toEqual([{ kind: 'boundary', factor: 'batch' }])
  expect(fit.random[0]?.modes).toEqual(new Float64Array(6))
})

test('REML of a balanced one-way layout is the analysis of variance', () => {
  const { response } = dyestuff
  const means = Array.from({ length: 6 }, (_, batch) => mean(response.subarray(batch * 5, batch * 5 + 5)))
  const between = (5 * means.reduce((sum, each) => sum + (each - mean(response)) ** 2, 0)) / 5
  const within = response.reduce((sum, value, row) => sum + (value - (means[Math.floor(row / 5)] ?? 0)) ** 2, 0) / 24
  const fit = fitMixedModel(designs.dyestuff)
  expect(relative(fit.residualVariance, within)).toBeLessThan(1e-7)
  expect(relative(fit.random[0]?.variance ?? 0, (between - within) / 5)).toBeLessThan(1e-7)
})

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length
