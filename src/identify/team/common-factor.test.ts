import { describe, expect, test } from 'vitest'
import { normals } from '../fixtures/rated-town.ts'
import { fitCommonFactor, type Reading, scoreOf } from './common-factor.ts'

/** Subjects with a known factor; the fourth indicator has nothing to do with it. */
function subjects(count: number, seed: number) {
  const normal = normals(seed)
  const common = [0.8, 0.6, 0.4, 0]
  return Array.from({ length: count }, (_, row) => {
    const factor = normal()
    const readings = common.map((loading, at): Reading | undefined => {
      const variance = (row + at) % 3 === 0 ? 0.3 : 0.1
      const value = loading * factor + Math.sqrt(0.8 - loading ** 2) * normal() + Math.sqrt(variance) * normal()
      return (row + at) % 5 === 0 ? undefined : { value, variance }
    })
    return { factor, readings }
  })
}

const expected = [0.6, 0.6, 0.6, 0.6]
const scoresOf = (known: ReturnType<typeof subjects>) => {
  const readings = known.map((one) => one.readings)
  const loadings = fitCommonFactor(readings, expected)
  return known.map(({ factor, readings: own }) => {
    const { variance, weights } = scoreOf(own, loadings)
    return { factor, variance, value: weights.reduce((sum, weight, at) => sum + weight * (own[at]?.value ?? 0), 0) }
  })
}

describe('the common factor', () => {
  test('many subjects show how much each indicator has of it, whatever was expected', () => {
    const loadings = fitCommonFactor(
      subjects(6000, 2).map(({ readings }) => readings),
      expected,
    )
    expect(loadings.map(({ common }) => common)).toEqual(
      [0.8, 0.6, 0.4, 0].map((loading) => expect.closeTo(loading, 1)),
    )
  })

  test('few subjects leave it at what was expected', () => {
    const [first] = fitCommonFactor([[{ value: 1, variance: 0 }, undefined]], [0.6, 0.3])
    expect(first?.common).toBeCloseTo(0.6, 1)
  })

  test('nine intervals in ten hold the factor, and scores are on its scale', () => {
    const scores = [3, 4, 5, 6].flatMap((seed) => scoresOf(subjects(120, seed)))
    const inside = scores.filter(
      ({ factor, value, variance }) => Math.abs(factor - value) <= 1.645 * Math.sqrt(variance),
    )
    expect(inside.length / scores.length).toBeGreaterThan(0.86)
    expect(inside.length / scores.length).toBeLessThan(0.94)
    const slope =
      scores.reduce((sum, { factor, value }) => sum + factor * value, 0) /
      scores.reduce((sum, { value }) => sum + value ** 2, 0)
    expect(slope).toBeGreaterThan(0.85)
    expect(slope).toBeLessThan(1.15)
  })

  test('a missing or noisier reading never gives more certainty', () => {
    const loadings = [0.8, 0.5].map((common) => ({ common, own: 0.3 }))
    const sure = scoreOf(
      [
        { value: 1, variance: 0.1 },
        { value: 1, variance: 0.1 },
      ],
      loadings,
    )
    const noisy = scoreOf(
      [
        { value: 1, variance: 0.1 },
        { value: 1, variance: 2 },
      ],
      loadings,
    )
    const missing = scoreOf([{ value: 1, variance: 0.1 }, undefined], loadings)
    expect(sure.variance).toBeLessThan(noisy.variance)
    expect(noisy.variance).toBeLessThan(missing.variance)
    expect(missing.weights[1]).toBe(0)
    expect(scoreOf([undefined, undefined], loadings)).toEqual({ variance: 1, weights: [0, 0] })
  })
})
