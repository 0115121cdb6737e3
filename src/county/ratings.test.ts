import { expect, test } from 'vitest'
import { generateCounty } from './index.ts'
import { expectedScore } from './surveys.ts'

const cadres = 1200
const city = generateCounty({ seed: 5, cadres })
const ballots = [...(new Map(city.tables()).get('ratings') ?? [])].filter((row) => row[2] === 'annual-rating')
const truthOf = (name: string, column: number): Map<string, number> =>
  new Map(
    [...(city.truth.find((table) => table.name === name)?.rows ?? [])].map((row) => [
      row[0] ?? '',
      Number(row[column]),
    ]),
  )
const truth = truthOf('truth-cadre', 7)
const culture = truthOf('truth-unit', 2)

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const [a, b] = [0, 1].map((side) => pairs.reduce((sum, pair) => sum + (pair[side] ?? 0), 0) / pairs.length)
  let [product, left, right] = [0, 0, 0]
  for (const [x, y] of pairs) {
    product += (x - (a ?? 0)) * (y - (b ?? 0))
    left += (x - (a ?? 0)) ** 2
    right += (y - (b ?? 0)) ** 2
  }
  return product / Math.sqrt(left * right)
}

function meansBy(adjust: (row: readonly (string | null)[]) => number): Map<string, number> {
  const sums = new Map<string, { sum: number; count: number }>()
  for (const row of ballots) {
    const tally = sums.get(row[3] ?? '') ?? { sum: 0, count: 0 }
    tally.sum += Number(row[8]) / Number(row[9]) - adjust(row)
    tally.count += 1
    sums.set(row[3] ?? '', tally)
  }
  return new Map([...sums].map(([id, { sum, count }]) => [id, sum / count]))
}

const againstTruth = (means: ReadonlyMap<string, number>): number =>
  correlation([...means].map(([id, mean]) => [mean, truth.get(id) ?? 0] as const))

test('a cadre brings about two hundred ballot rows', () => {
  expect(ballots.length / cadres).toBeGreaterThan(140)
  expect(ballots.length / cadres).toBeLessThan(260)
})

test('the raw mean follows the truth but is misled by raters and customs that can be taken out', () => {
  const raw = againstTruth(meansBy(() => 0))
  const withoutCustoms = againstTruth(meansBy((row) => 0.15 * (culture.get(row[6] ?? '') ?? 0)))
  expect(raw).toBeGreaterThan(0.7)
  expect(raw).toBeLessThan(0.92)
  expect(withoutCustoms).toBeGreaterThan(raw + 0.03)
})

test('one ballot in fifteen comes from another unit, but none in a closed unit', () => {
  const closed = new Set(
    [...(city.truth.find(({ name }) => name === 'truth-unit')?.rows ?? [])]
      .filter((row) => row[3] === 'true')
      .map(([id]) => id),
  )
  const homeOf = (row: readonly (string | null)[]): string => (row[0] ?? '').slice(6)
  const guests = ballots.filter((row) => row[6] !== homeOf(row))
  expect(guests.length / ballots.length).toBeGreaterThan(0.05)
  expect(guests.length / ballots.length).toBeLessThan(0.08)
  expect(closed.size).toBeGreaterThan(0)
  expect(guests.filter((row) => closed.has(homeOf(row)) || closed.has(row[6] ?? ''))).toEqual([])
})

test('the expected score rises with ability and flattens towards the top of the scale', () => {
  expect(expectedScore(0)).toBeCloseTo(0.78, 1)
  const steps = [-1, 0, 1].map((ability) => expectedScore(ability + 0.5) - expectedScore(ability - 0.5))
  expect(steps[0]).toBeGreaterThan(steps[1] ?? 0)
  expect(steps[1]).toBeGreaterThan(steps[2] ?? 0)
  expect(steps[2]).toBeGreaterThan(0.05)
})
