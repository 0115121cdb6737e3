import { expect, test } from 'vitest'
import { type ComparedPair, falseMatchRate, fitLinkage, levelShares, matchWeights } from './fellegi-sunter.ts'

/** Pairs drawn by a small generator: `matches` of them by m, the rest by u, in a fixed mixture. */
function drawn(matches: number, others: number, m: readonly number[], u: readonly number[]): ComparedPair[] {
  let state = 20261122
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const pair = (agrees: readonly number[]): ComparedPair => ({
    levels: agrees.map((share) => (uniform() < share ? 0 : 1)),
  })
  return [...Array.from({ length: matches }, () => pair(m)), ...Array.from({ length: others }, () => pair(u))]
}

const m = [0.95, 0.9, 0.85, 0.99]
const u = [0.02, 0.05, 0.1, 0.5]
const uLevels = u.map((share) => [share, 1 - share])
const weak = m.map(() => [8, 2])

test('EM finds the m of the mixture and the share of matches', () => {
  const fit = fitLinkage({ pairs: drawn(1_000, 20_000, m, u), u: uLevels, prior: weak, possiblePairs: 21_000 })
  fit.m.forEach(([agree], comparison) => {
    expect(agree).toBeCloseTo(m[comparison] ?? 0, 1)
  })
  expect(fit.share).toBeCloseTo(1_000 / 21_000, 2)
})

test('the estimated false match rate is near the true one', () => {
  const pairs = drawn(1_000, 20_000, m, u)
  const { probability } = fitLinkage({ pairs, u: uLevels, prior: weak, possiblePairs: 21_000 })
  const held = probability.map((value, at) => ({ value, match: at < 1_000 })).filter(({ value }) => value >= 0.5)
  const truth = held.filter(({ match }) => !match).length / held.length
  expect(falseMatchRate(probability, 0.5)).toBeCloseTo(truth, 1)
})

test('a list without matches yields none', () => {
  const fit = fitLinkage({ pairs: drawn(0, 5_000, m, u), u: uLevels, prior: weak, possiblePairs: 2_000_000 })
  expect(Math.max(...fit.probability)).toBeLessThan(0.5)
})

test('a missing comparison adds nothing, a rare value more than a common one', () => {
  const pair = { levels: [0, -1, 1, 0] }
  const [name, missing] = matchWeights(
    pair,
    m.map((share) => [share, 1 - share]),
    uLevels,
  )
  expect(missing).toBe(0)
  expect(name).toBeCloseTo(Math.log2(0.95 / 0.02), 10)
  const [rare] = matchWeights(
    { ...pair, chance: [0.0005] },
    m.map((share) => [share, 1 - share]),
    uLevels,
  )
  expect(rare).toBeGreaterThan(name ?? 0)
})

test('levels never seen among random pairs keep a small chance', () => {
  const [shares] = levelShares([[0], [0], [1]], [3])
  expect(shares?.[2]).toBeGreaterThan(0)
  expect(shares?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
})
