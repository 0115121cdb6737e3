import { expect, test } from 'vitest'
import { normalCdf, normalQuantile } from '#statistics/index.ts'
import { expectedShare, firstScores, scalesOf, workingScores } from './latent-scores.ts'

/** The same thousand people, at evenly spaced quantiles, on three marks and on a hundred points. */
const people = Array.from({ length: 1000 }, (_, index) => normalQuantile((index + 0.5) / 1000))
const marked = people.map((x) => (x < -1 ? 1 : x < 0.3 ? 2 : 3) / 3)
const pointed = people.map((x) => Math.round(Math.max(0, Math.min(100, 70 + 15 * x))) / 100)
const both = {
  scale: [...people.map(() => '3'), ...people.map(() => '100')],
  score: Float64Array.from([...marked, ...pointed]),
}

const slope = (scores: Float64Array): number =>
  people.reduce((sum, x, index) => sum + x * (scores[index] ?? 0), 0) / people.reduce((sum, x) => sum + x * x, 0)

test('a scale knows its marks and how far each reaches', () => {
  const [points, marks] = scalesOf(both)
  expect(Array.from(marks?.shares ?? [], (share) => share.toFixed(2))).toEqual(['0.33', '0.67', '1.00'])
  expect(marks?.cumulative[0]).toBeCloseTo(normalCdf(-1), 2)
  expect(marks?.cumulative[2]).toBe(1)
  expect(points?.ballots[0]).toBe(1000)
})

test('the same people get the same slope on a coarse scale as on a fine one, and the plain shares do not', () => {
  const scores = firstScores(scalesOf(both), 2000)
  expect(slope(scores.subarray(0, 1000))).toBeCloseTo(1, 1)
  expect(slope(scores.subarray(1000))).toBeCloseTo(1, 1)
  expect(slope(both.score.subarray(0, 1000)) / slope(both.score.subarray(1000))).toBeGreaterThan(1.3)
})

test('a continuous scale is cut into classes of equal size', () => {
  const [scale] = scalesOf({ scale: people.map(() => '100'), score: Float64Array.from(people, normalCdf) })
  expect(scale?.shares.length).toBe(100)
  expect(scale?.cumulative[49]).toBeCloseTo(0.5, 10)
  expect(scale?.shares[49]).toBeCloseTo(0.495, 10)
})

test('the working score is a step of Fisher scoring for the ordered probit model', () => {
  const scales = scalesOf({ scale: people.map(() => '3'), score: Float64Array.from(marked) })
  const predictor = Float64Array.from(people, (x) => 0.6 * x)
  const sd = 0.8
  const { response, weights, thresholds } = workingScores(scales, predictor, sd)
  const [own = new Float64Array(3)] = thresholds
  const expected = [0, 1].map(
    (mark) => predictor.reduce((sum, eta) => sum + normalCdf(((own[mark] ?? 0) - eta) / sd), 0) / 1000,
  )
  expect(expected[0]).toBeCloseTo(scales[0]?.cumulative[0] ?? 0, 3)
  expect(expected[1]).toBeCloseTo(scales[0]?.cumulative[1] ?? 0, 3)
  const chances = (eta: number): number[] =>
    [0, 1, 2].map((mark) => {
      const upper = mark === 2 ? 1 : normalCdf(((own[mark] ?? 0) - eta) / sd)
      return upper - (mark === 0 ? 0 : normalCdf(((own[mark - 1] ?? 0) - eta) / sd))
    })
  const width = 1e-4
  const slopeOf = (eta: number, mark: number): number =>
    (Math.log(chances(eta + width)[mark] ?? 0) - Math.log(chances(eta - width)[mark] ?? 0)) / (2 * width)
  const information = (eta: number): number =>
    chances(eta).reduce((sum, chance, mark) => sum + chance * slopeOf(eta, mark) ** 2, 0)
  const [low, high] = [120, 850]
  expect((weights[high] ?? 0) / (weights[low] ?? 1)).toBeCloseTo(
    information(predictor[high] ?? 0) / information(predictor[low] ?? 0),
    3,
  )
  const step = (response[high] ?? 0) - (predictor[high] ?? 0)
  expect(step).toBeCloseTo(slopeOf(predictor[high] ?? 0, 2) / information(predictor[high] ?? 0), 3)
})

test('the share to be expected rises with the latent score and stays inside the scale', () => {
  const scales = scalesOf(both)
  const { thresholds } = workingScores(
    scales,
    Float64Array.from([...people, ...people], (x) => 0.6 * x),
    0.8,
  )
  const shares = [-9, -1, 0, 1, 9].map((x) => expectedShare(scales, thresholds, x, 0.8))
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares)
  expect(shares[0]).toBeGreaterThan(0)
  expect(shares[4]).toBeLessThanOrEqual(1)
  expect(shares[2]).toBeCloseTo(both.score.reduce((sum, score) => sum + score, 0) / 2000, 1)
})
