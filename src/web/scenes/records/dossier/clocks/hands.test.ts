import { expect, test } from 'vitest'
import { dayAt, isAfter, nextTick, placeOfHand, type Tick } from './hands.ts'

const tick = (value: string | undefined): Tick => ({ value, left: 0, title: '' })
const ticks = [tick('2024-05-01'), tick('2026-11-20T02:00:00.000Z'), tick('2026-11-20'), tick(undefined)]

test('a hand goes from arrival to arrival, and from the last of them to today', () => {
  expect(nextTick(ticks, undefined, -1)?.value).toBe('2026-11-20')
  expect(nextTick(ticks, '2026-11-20', -1)?.value).toBe('2026-11-20T02:00:00.000Z')
  expect(nextTick(ticks, '2025-01-01', 1)?.value).toBe('2026-11-20T02:00:00.000Z')
  expect(nextTick(ticks, '2026-11-20', 1)).toEqual(tick(undefined))
  expect(nextTick(ticks, '2020-01-01', -1)).toBeUndefined()
})

test('the day under a place is the day that stands there, and none lies ahead', () => {
  const scale = { first: 2004, last: 2027.3 }
  for (const day of ['2010-07-01', '2019-01-31', '2026-02-28']) {
    const found = dayAt(scale, placeOfHand(scale, day), '2026-11-23')
    expect(Math.abs(Date.parse(found) - Date.parse(day))).toBeLessThanOrEqual(2 * 86_400_000)
  }
  expect(dayAt(scale, 100, '2026-11-23')).toBe('2026-11-23')
})

test('what came within the millisecond at which a hand stands is after it', () => {
  expect(isAfter('2026-11-20T02:00:00.123456Z', '2026-11-20T02:00:00.123Z')).toBe(true)
  expect(isAfter('2026-11-20T02:00:00.122999Z', '2026-11-20T02:00:00.123Z')).toBe(false)
  expect(isAfter('2026-11-20T15:00:00.000001Z', '2026-11-20')).toBe(false)
})
