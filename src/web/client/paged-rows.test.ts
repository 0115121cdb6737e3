import { expect, test } from 'vitest'
import { pagesInSight } from './paged-rows.ts'

test('the pages that hold what is in sight, and no others', () => {
  expect(pagesInSight({ from: 0, to: 30 })).toEqual([0])
  expect(pagesInSight({ from: 90, to: 110 })).toEqual([0, 1])
  expect(pagesInSight({ from: 99_950, to: 99_999 })).toEqual([999])
})
