import { expect, test } from 'vitest'
import { moved } from './moved.ts'

test('one changes places with the next, and stays at the ends', () => {
  expect(moved(['A', 'B', 'C'], 'B', -1)).toEqual(['B', 'A', 'C'])
  expect(moved(['A', 'B', 'C'], 'B', 1)).toEqual(['A', 'C', 'B'])
  expect(moved(['A', 'B'], 'A', -1)).toEqual(['A', 'B'])
  expect(moved(['A', 'B'], 'B', 1)).toEqual(['A', 'B'])
  expect(moved(['A', 'B'], 'X', 1)).toEqual(['A', 'B'])
})
