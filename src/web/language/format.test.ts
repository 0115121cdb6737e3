import { expect, test } from 'vitest'
import { count, day, decimals, figure, intervalFigures, minute, month } from './format.ts'

test('dates are written as the forms write them', () => {
  expect(month('1981-04-17')).toBe('1981.04')
  expect(day('1981-04')).toBe('1981.04')
})

test('a moment is written on the reader’s clock', () => {
  expect(day(new Date(2026, 10, 24, 0, 29).toISOString())).toBe('2026.11.24')
  expect(minute(new Date(2026, 10, 3, 9, 5).toISOString())).toBe('2026.11.03 09:05')
})

test('an interval gets two significant figures of half its width', () => {
  expect(decimals(0.49, 0.75)).toBe(2)
  expect(decimals(81.2, 87.9)).toBe(1)
  expect(decimals(40, 80)).toBe(0)
  expect(intervalFigures({ value: 0.2812, lower: -0.1779, upper: 0.7402 })).toEqual({
    value: '0.28',
    lower: '−0.18',
    upper: '0.74',
  })
})

test('a figure has a true minus sign and zero has none', () => {
  expect(figure(-0.31, 1)).toBe('−0.3')
  expect(figure(-0.001, 2)).toBe('0.00')
  expect(count(1846)).toBe('1,846')
})
