import { expect, test } from 'vitest'
import { type Bar, fitRows, mostRows } from './fit-rows.ts'

const bar = (place: number): Bar => ({
  cadreId: `C${place}`,
  name: `C${place}`,
  lower: 0.3,
  value: 0.5,
  upper: place === 19 ? 0.9 : 0.7,
})
const tierOf = (size: number): Bar[] => Array.from({ length: size }, (_, place) => bar(place))

test('a small tier stands in full beneath the person, in its own order', () => {
  const { others, rest } = fitRows(bar(1), tierOf(4), 'C1', [])
  expect(others.map(({ cadreId }) => cadreId)).toEqual(['C0', 'C2', 'C3'])
  expect(rest).toBeUndefined()
})

test('of a large tier the neighbours are drawn and the rest are one range; nobody is lost', () => {
  for (const place of [0, 7, 19]) {
    const { others, rest } = fitRows(bar(place), tierOf(20), `C${place}`, [])
    expect(others.length).toBe(mostRows - 1)
    expect(others.length + (rest?.count ?? 0)).toBe(19)
    expect(others.some(({ cadreId }) => cadreId === `C${place}`)).toBe(false)
  }
  expect(fitRows(bar(0), tierOf(20), 'C0', []).rest).toMatchObject({ lower: 0.3, upper: 0.9 })
})

test('the scale holds every interval and the whole comparable group, whoever is shown', () => {
  const { scale } = fitRows(bar(0), tierOf(20), 'C0', [0.1, 0.95])
  expect(scale.from).toBeLessThan(0.1)
  expect(scale.to).toBeGreaterThan(0.95)
  expect(fitRows(bar(5), tierOf(20), 'C5', [0.1, 0.95]).scale).toEqual(scale)
})
