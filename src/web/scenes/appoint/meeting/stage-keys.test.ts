import { expect, test } from 'vitest'
import { pageAfter } from './stage-keys.ts'

test('arrows and space turn one page and stop at the ends', () => {
  expect(['ArrowRight', 'ArrowDown', 'PageDown', ' '].map((key) => pageAfter(key, 1, 4))).toEqual([2, 2, 2, 2])
  expect(['ArrowLeft', 'ArrowUp', 'PageUp'].map((key) => pageAfter(key, 1, 4))).toEqual([0, 0, 0])
  expect([pageAfter('ArrowRight', 3, 4), pageAfter('ArrowLeft', 0, 4)]).toEqual([3, 0])
})

test('Home and End go to the ends; other keys turn nothing', () => {
  expect([pageAfter('Home', 2, 4), pageAfter('End', 0, 4)]).toEqual([0, 3])
  expect(pageAfter('x', 2, 4)).toBeUndefined()
})
