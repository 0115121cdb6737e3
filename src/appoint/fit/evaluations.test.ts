import { expect, test } from 'vitest'
import type { CadreFacts } from '#policy/index.ts'
import { seededUniform } from '#statistics/index.ts'
import { readEvaluations } from './evaluations.ts'

const person = (index: number, results: readonly string[], level = 'section-deputy'): CadreFacts =>
  ({ index, level, evaluations: results.map((result, year) => ({ year, result })) }) as unknown as CadreFacts

const years = (excellent: number, of: number): string[] =>
  Array.from({ length: of }, (_, year) => (year < excellent ? 'excellent' : 'competent'))

test('more excellent years stand higher, more years are surer, ungraded years do not count', () => {
  const people = Array.from({ length: 60 }, (_, k) => person(k, years(k % 4, 6)))
  const found = readEvaluations([
    ...people,
    person(60, years(1, 2)),
    person(61, [...years(1, 2), 'ungraded']),
    person(62, []),
  ])
  const [none, some, most] = [0, 1, 3].map((k) => found.get(k)?.value ?? 0)
  expect(none).toBeLessThan(some ?? 0)
  expect(some).toBeLessThan(most ?? 0)
  expect(found.get(60)?.sd).toBeGreaterThan(found.get(1)?.sd ?? 0)
  expect(found.get(61)).toEqual(found.get(60))
  expect(found.has(62)).toBe(false)
})

test('levels are not compared with each other', () => {
  const deputies = Array.from({ length: 40 }, (_, k) => person(k, years(k % 3, 6)))
  const chiefs = Array.from({ length: 40 }, (_, k) => person(40 + k, years(2 + (k % 3), 6), 'section-chief'))
  const found = readEvaluations([...deputies, ...chiefs])
  const mean = (from: number) =>
    Array.from({ length: 40 }, (_, k) => found.get(from + k)?.value ?? 0).reduce((a, b) => a + b)
  expect(mean(0)).toBeCloseTo(0, 9)
  expect(mean(40)).toBeCloseTo(0, 9)
})

test('results that go round by turns, or by chance alone, say next to nothing', () => {
  const byTurns = Array.from({ length: 60 }, (_, k) => person(k, years(2, 6)))
  expect(readEvaluations(byTurns).size).toBe(0)
  const uniform = seededUniform(3)
  const byChance = Array.from({ length: 400 }, (_, k) =>
    person(
      k,
      Array.from({ length: 8 }, () => (uniform() < 0.2 ? 'excellent' : 'competent')),
    ),
  )
  for (const { value } of readEvaluations(byChance).values()) expect(Math.abs(value)).toBeLessThan(0.7)
})
