import { expect, test } from 'vitest'
import { seededNormal, seededUniform } from '../../seeded.ts'
import { type Design, type Factor, intercept, type Membership } from '../design.ts'
import { arrangeWithin } from '../equations.ts'
import { fitMixedModel, type MixedModelFit, modelAt } from '../fit.ts'
import { ritzValues } from './log-determinant.ts'
import { largestFactor } from './size.ts'

interface Ratings extends Design<Factor> {
  readonly raters: number
}

/** Ratings of targets, most of them of the rater's own department, with a covariate, weights on request. */
function ratings(rows: number, raters: number, targets: number, seed: number, weighted = false): Ratings {
  const uniform = seededUniform(seed)
  const normal = seededNormal(seed + 1)
  const pick = (count: number): number => Math.floor(uniform() * count)
  const departments = 8
  const severity = Float64Array.from({ length: raters }, () => 0.4 * normal())
  const quality = Float64Array.from({ length: targets }, () => 0.5 * normal())
  const culture = Float64Array.from({ length: departments }, () => 0.3 * normal())
  const rater = new Int32Array(rows).map((_, row) => (row < raters ? row : pick(raters)))
  const target = rater.map((own, row) => {
    if (row < targets) return row
    const any = pick(targets)
    return uniform() < 0.9 ? Math.min(targets - 1, any - (any % departments) + (own % departments)) : any
  })
  const department = target.map((own) => own % departments)
  const x = new Float64Array(rows).map(normal)
  const response = new Float64Array(rows).map(
    (_, row) =>
      80 +
      0.5 * (x[row] ?? 0) +
      (severity[rater[row] ?? 0] ?? 0) +
      (quality[target[row] ?? 0] ?? 0) +
      (culture[department[row] ?? 0] ?? 0) +
      0.9 * normal(),
  )
  const random = [
    { name: 'rater', codes: rater, levels: raters },
    { name: 'target', codes: target, levels: targets },
    { name: 'department', codes: department, levels: departments },
  ]
  const design = { response, fixed: [intercept(rows), { name: 'x', values: x }], random, raters }
  return weighted ? { ...design, weights: new Float64Array(rows).map(() => 0.5 + uniform()) } : design
}

/** Results of teams of three in units, the first of them with half the duty. */
function teams(rows: number, persons: number, units: number, seed: number): Design {
  const uniform = seededUniform(seed)
  const normal = seededNormal(seed + 1)
  const ability = Float64Array.from({ length: persons }, normal)
  const level = Float64Array.from({ length: units }, normal)
  const unit = { name: 'unit', codes: new Int32Array(rows).map((_, row) => row % units), levels: units }
  const members = new Int32Array(3 * rows)
  const shares = new Float64Array(3 * rows)
  const response = new Float64Array(rows).map((_, row) => {
    const own = new Set<number>()
    while (own.size < 3) own.add(Math.floor(uniform() * persons))
    let sum = level[row % units] ?? 0
    ;[...own].forEach((person, place) => {
      members[3 * row + place] = person
      shares[3 * row + place] = place === 0 ? 0.5 : 0.25
      sum += (place === 0 ? 0.5 : 0.25) * (ability[person] ?? 0)
    })
    return sum + 0.5 * normal()
  })
  const starts = new Int32Array(rows + 1).map((_, row) => 3 * row)
  const person: Membership = { name: 'person', levels: persons, starts, members, shares }
  return { response, fixed: [intercept(rows)], random: [person, unit] }
}

const most = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, at) => Math.max(sum, Math.abs(value - (b[at] ?? Number.NaN))), 0)

const relative = (a: Float64Array, b: Float64Array): number =>
  Math.sqrt(a.reduce((sum, value, at) => sum + (value / (b[at] ?? Number.NaN) - 1) ** 2, 0) / a.length)

const exactly = { iterative: false, exactUpTo: Number.POSITIVE_INFINITY } as const

test.each([
  ['crossed factors', ratings(2_000, 150, 70, 3)],
  ['crossed factors with weights', ratings(2_000, 150, 70, 5, true)],
  ['teams in units', teams(900, 150, 40, 7)],
  ['teams alone', { ...teams(900, 150, 40, 9), random: teams(900, 150, 40, 9).random.slice(0, 1) }],
] as const)('%s: at the same θ all is as the factor gives it', (_, design) => {
  for (const method of ['REML', 'ML'] as const) {
    const exact = fitMixedModel(design, { ...exactly, method })
    const large = fitMixedModel(design, { iterative: true, method, start: exact.theta, tolerance: 1e9 })
    expect(large.convergence.path).toBe('iterative')
    expect(large.residualVariance / exact.residualVariance).toBeCloseTo(1, 9)
    large.fixed.forEach(({ estimate, se }, x) => {
      expect(estimate).toBeCloseTo(exact.fixed[x]?.estimate ?? 0, 8)
      expect(se).toBeCloseTo(exact.fixed[x]?.se ?? 0, 8)
    })
    large.random.forEach(({ modes, conditionalSd, predictionSd }, index) => {
      const own = exact.random[index]
      expect(most(modes, own?.modes ?? modes.subarray(1))).toBeLessThan(1e-6)
      expect(relative(conditionalSd, own?.conditionalSd ?? conditionalSd.subarray(1))).toBeLessThan(0.02)
      expect(relative(predictionSd, own?.predictionSd ?? predictionSd.subarray(1))).toBeLessThan(0.02)
    })
    expect(most(large.residuals, exact.residuals)).toBeLessThan(1e-6)
    const error = large.approximation?.criterionError ?? 0
    expect(Math.abs(large.criterion - exact.criterion)).toBeLessThan(4 * error + 1e-6)
  }
})

test('at a few thousand levels: variances within 0.1 %, and errors as large as they are said to be', () => {
  const design = ratings(40_000, 2_000, 700, 11)
  const exact = fitMixedModel(design, exactly)
  const large = fitMixedModel(design, { iterative: true })
  expect(large.convergence.converged).toBe(true)
  expect(large.convergence.gradientNorm).toBeLessThan(1e-3)
  large.random.slice(0, 2).forEach(({ variance }, index) => {
    expect(Math.abs(variance / (exact.random[index]?.variance ?? 0) - 1)).toBeLessThan(1e-3)
  })
  expect(Math.abs(large.residualVariance / exact.residualVariance - 1)).toBeLessThan(1e-4)
  large.random.forEach(({ conditionalSd, variance }, index) => {
    const own = exact.random[index]
    const moved = Math.abs(Math.sqrt(variance / (own?.variance ?? 1)) - 1)
    const found = relative(conditionalSd, own?.conditionalSd ?? conditionalSd.subarray(1))
    expect(found).toBeLessThan(0.01)
    expect(found).toBeLessThan(1.5 * (large.approximation?.sdErrors[index] ?? 0) + moved + 1e-4)
  })
})

test('what strong terms leak into the trace of a weak one does not move it', () => {
  const rows = 12_000
  const design = ratings(rows, 800, 300, 29)
  const uniform = seededUniform(30)
  const normal = seededNormal(31)
  const day = new Int32Array(rows).map((_, row) => (row < 400 ? row : Math.floor(400 * uniform())))
  const mood = Float64Array.from({ length: 400 }, () => 0.06 * normal())
  const response = design.response.map((value, row) => value + (mood[day[row] ?? 0] ?? 0))
  const random = [...design.random, { name: 'day', codes: day, levels: 400 }]
  const exact = fitMixedModel({ ...design, response, random }, { ...exactly, tolerance: 1e-3 })
  const large = fitMixedModel({ ...design, response, random }, { iterative: true })
  expect(large.convergence).toMatchObject({ converged: true })
  expect(large.approximation?.varianceError).toBeLessThan(0.006)
  expect(Math.abs((large.theta[3] ?? 0) / (exact.theta[3] ?? 0) - 1)).toBeLessThan(0.002)
  const error = large.approximation?.criterionError ?? 0
  expect(Math.abs(large.criterion - exact.criterion)).toBeLessThan(4 * error + 1e-6)
})

test('covariances on demand are exact, and joint draws have them', () => {
  const design = ratings(3_000, 200, 80, 13)
  const exact = fitMixedModel(design, exactly)
  const large = fitMixedModel(design, { iterative: true, start: exact.theta, tolerance: 1e9 })
  const a = { factor: 0, level: 4 }
  const b = { factor: 1, level: 7 }
  const sum = [undefined, new Float64Array(80).map((_, level) => (level === 7 ? 1 : level === 9 ? -1 : 0)), undefined]
  const [wanted] = exact.posterior.covariances([sum])
  const [found] = large.posterior.covariances([sum])
  for (const index of [0, 1, 2])
    expect(most(found?.[index] ?? new Float64Array(0), wanted?.[index] ?? new Float64Array(1))).toBeLessThan(1e-9)
  const ofTwo = large.posterior.covariance(a, b) ?? Number.NaN
  const unit = [undefined, new Float64Array(80).map((_, level) => (level === 7 ? 1 : 0)), undefined]
  expect(ofTwo).toBeCloseTo(exact.posterior.covariances([unit])[0]?.[0]?.[4] ?? 9, 9)
  const { values, count } = large.posterior.draws(1_000, 5, [a, b])
  expectDraws(values, count, large, [a, b])
  expect(large.posterior.draws(20, 5, [a]).values).toEqual(large.posterior.draws(20, 5, [a]).values)
})

function expectDraws(
  values: Float64Array,
  count: number,
  fit: MixedModelFit,
  effects: readonly { factor: number; level: number }[],
): void {
  effects.forEach(({ factor, level }, place) => {
    const own = Float64Array.from({ length: count }, (_, draw) => values[draw * effects.length + place] ?? 0)
    const mean = own.reduce((sum, value) => sum + value, 0) / count
    const sd = Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count)
    const wanted = fit.random[factor]?.predictionSd[level] ?? 0
    expect(Math.abs(mean - (fit.random[factor]?.modes[level] ?? 0))).toBeLessThan(0.12 * wanted)
    expect(Math.abs(sd / wanted - 1)).toBeLessThan(0.09)
  })
}

/** A Latin square: what a letter adds on average is taken away, so that there is less between letters than chance brings. */
function latinSquare(size: number): Design {
  const normal = seededNormal(size)
  const cell = (of: (row: number) => number, name: string): Factor => ({
    name,
    levels: size,
    codes: new Int32Array(size * size).map((_, row) => of(row) % size),
  })
  const letter = cell((row) => row + Math.floor(row / size), 'letter')
  const random = [cell((row) => row, 'column'), cell((row) => Math.floor(row / size), 'row'), letter]
  const effects = Float64Array.from({ length: 2 * size }, normal)
  const raw = new Float64Array(size * size).map(
    (_, row) => (effects[row % size] ?? 0) + (effects[size + Math.floor(row / size)] ?? 0) + normal(),
  )
  const sums = new Float64Array(size)
  raw.forEach((value, row) => {
    const own = letter.codes[row] ?? 0
    sums[own] = (sums[own] ?? 0) + value
  })
  const response = raw.map((value, row) => value - (sums[letter.codes[row] ?? 0] ?? 0) / size)
  return { response, fixed: [intercept(raw.length)], random }
}

test.each([30, 150])(
  'a variance that the data push to zero is exactly zero, and is said to be: %i levels',
  (levels) => {
    const fit = fitMixedModel(latinSquare(levels), { iterative: true })
    expect(fit.random[2]?.variance).toBe(0)
    expect(fit.random[2]?.modes.every((mode) => mode === 0)).toBe(true)
    expect(fit.notices).toEqual([{ kind: 'boundary', factor: 'letter' }])
  },
)

test('the order of rows changes nothing', () => {
  const design = ratings(3_000, 200, 80, 19)
  const order = Int32Array.from({ length: 3_000 }, (_, row) => (row * 1_009) % 3_000)
  const turned: Design = {
    response: new Float64Array(3_000).map((_, row) => design.response[order[row] ?? 0] ?? 0),
    fixed: design.fixed.map(({ name, values }) => ({
      name,
      values: values.map((_, row) => values[order[row] ?? 0] ?? 0),
    })),
    random: design.random.map((term) => ({ ...term, codes: order.map((row) => term.codes[row] ?? 0) })),
  }
  const a = fitMixedModel(design, { iterative: true })
  const b = fitMixedModel(turned, { iterative: true })
  a.random.forEach(({ variance, modes, conditionalSd }, index) => {
    expect(variance / (b.random[index]?.variance ?? 0)).toBeCloseTo(1, 8)
    expect(most(modes, b.random[index]?.modes ?? new Float64Array(1))).toBeLessThan(1e-8)
    expect(most(conditionalSd, b.random[index]?.conditionalSd ?? new Float64Array(1))).toBeLessThan(1e-8)
  })
})

test('what hangs together in a city is factorised at any number of levels; what ties everybody to everybody is not', () => {
  const rows = 400_000
  const factor = (name: string, levels: number, of: (row: number) => number): Factor => ({
    name,
    levels,
    codes: new Int32Array(rows).map((_, row) => of(row) % levels),
  })
  const isFactorised = (...random: Factor[]): boolean =>
    arrangeWithin({ response: new Float64Array(rows), fixed: [], random }, largestFactor) !== undefined
  const rater = factor('rater', 40_000, (row) => row)
  const anybody = factor('target', 20_000, (row) => Math.floor(Math.abs(Math.sin(row)) * 1e9))
  expect(isFactorised(rater, anybody)).toBe(false)
  const ownUnit = factor(
    'target',
    20_000,
    (row) => Math.floor((row % 40_000) / 20) * 10 + (Math.floor(row / 40_000) % 10),
  )
  expect(isFactorised(rater, ownUnit)).toBe(true)
  const person = factor('person', 200_000, (row) => row)
  const unit = factor('unit', 50_000, (row) => Math.floor((row % 200_000) / 4))
  expect(isFactorised(person, unit)).toBe(true)
})

test.each([
  ['with a factor', false],
  ['by iteration', true],
])('the model at known ratios is that of the fit: %s', (_, iterative) => {
  const design = ratings(2_000, 150, 70, 23, true)
  const fit = fitMixedModel(design, { iterative: false })
  const { theta, residualVariance, residuals } = modelAt(design, fit.theta, { iterative })
  expect(theta).toEqual(fit.theta)
  expect(residualVariance / fit.residualVariance).toBeCloseTo(1, 9)
  expect(most(residuals, fit.residuals)).toBeLessThan(1e-6)
})

test('Ritz values and weights of a known tridiagonal matrix', () => {
  // [2 1; 1 2] as the course of two steps: 1/λ₀ = 2, √s₀/λ₀ = 1, 1/λ₁ + s₀/λ₀ = 2.
  const { eigenvalues, weights } = ritzValues({ lengths: [0.5, 1 / 1.5], shares: [0.25, 0] })
  expect([...eigenvalues].sort((a, b) => a - b)).toEqual([expect.closeTo(1, 12), expect.closeTo(3, 12)])
  expect(weights).toEqual([expect.closeTo(0.5, 12), expect.closeTo(0.5, 12)])
})
