import { expect, test } from 'vitest'
import { denseModel } from '../fixtures/dense-model.ts'
import { seededUniform } from '../seeded.ts'
import { type Design, intercept } from './design.ts'
import { fitMixedModel } from './fit.ts'

/** People in pairs and threes, in units, once as factor and once as members. */
function someDesign(): Design {
  const rows = 160
  const uniform = seededUniform(4)
  const below = (bound: number) => () => Math.floor(bound * uniform())
  const of = (name: string, levels: number) => ({
    name,
    levels,
    codes: Int32Array.from({ length: rows }, below(levels)),
  })
  const team = {
    name: 'team',
    levels: 30,
    starts: Int32Array.from({ length: rows + 1 }, (_, row) => 2 * row),
    members: Int32Array.from({ length: 2 * rows }, (_, entry) => (7 * (entry >> 1) + (entry & 1) * 11) % 30),
    shares: Float64Array.from({ length: 2 * rows }, () => 0.3 + uniform()),
  }
  const [unit, year] = [of('unit', 25), of('year', 4)]
  const response = Float64Array.from(
    { length: rows },
    (_, row) => uniform() + Math.sin(unit.codes[row] ?? 0) + Math.cos(3 * (team.members[2 * row] ?? 0)),
  )
  return { response, fixed: [intercept(rows)], random: [unit, team, year] }
}

test('draws have the modes as mean and the exact posterior covariance', () => {
  const design = someDesign()
  const fit = fitMixedModel(design)
  const effects = fit.random.flatMap(({ levels }, factor) =>
    Array.from({ length: levels }, (_, level) => ({ factor, level })),
  )
  const { covariance, modes } = denseModel(design, [
    ...fit.random.map(({ variance }) => variance),
    fit.residualVariance,
  ])
  const count = 8000
  const { values, size } = fit.posterior.draws(count, 1, effects)
  expect(size).toBe(59)
  for (let a = 0; a < size; a += 1) {
    const sd = Math.sqrt(covariance[a]?.[a] ?? 0)
    let sum = 0
    for (let draw = 0; draw < count; draw += 1) sum += (values[draw * size + a] ?? 0) - (modes[a] ?? 0)
    expect(Math.abs(sum / count)).toBeLessThan((5 * sd) / Math.sqrt(count))
    for (let b = 0; b <= a; b += 1) {
      let product = 0
      for (let draw = 0; draw < count; draw += 1)
        product +=
          ((values[draw * size + a] ?? 0) - (modes[a] ?? 0)) * ((values[draw * size + b] ?? 0) - (modes[b] ?? 0))
      const bound = (5.5 * sd * Math.sqrt((covariance[b]?.[b] ?? 0) * 2)) / Math.sqrt(count)
      expect(Math.abs(product / count - (covariance[a]?.[b] ?? 0))).toBeLessThan(bound)
    }
  }
})

test('a seed gives the same draws, and chosen effects are drawn as in the whole', () => {
  const { posterior } = fitMixedModel(someDesign())
  const two = [
    { factor: 1, level: 3 },
    { factor: 0, level: 20 },
  ]
  const first = posterior.draws(70, 5, two)
  expect(posterior.draws(70, 5, two)).toEqual(first)
  expect(posterior.draws(70, 6, two).values[0]).not.toBe(first.values[0])
  const [one] = two
  const alone = one ? posterior.draws(70, 5, [one]) : undefined
  expect(alone?.values[69]).toBe(first.values[138])
})
