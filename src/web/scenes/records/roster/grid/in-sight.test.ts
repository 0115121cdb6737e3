import { expect, test } from 'vitest'
import { drawnPlaces, inSight, spanDrawn } from './in-sight.ts'

const extent = { rows: 100_000, rowHeight: 30, widths: [100, 100, 100, 100], frozen: 104 }
const at = (top: number, left = 0) => ({ top, left, width: 404, height: 348 })

test('ten rows of thirty pixels stand under the head, and one more where the first is cut', () => {
  expect(inSight(extent, at(0))).toMatchObject({ fromRow: 0, toRow: 9 })
  expect(inSight(extent, at(15))).toMatchObject({ fromRow: 0, toRow: 10 })
  expect(inSight(extent, at(3_000_048 - 348))).toMatchObject({ fromRow: 99_990, toRow: 99_999 })
})

test('columns show between the name and the act; those that end beyond the edge are counted', () => {
  expect(inSight(extent, at(0))).toMatchObject({ fromColumn: 0, toColumn: 2, beyond: 2 })
  expect(inSight(extent, at(0, 140))).toMatchObject({ fromColumn: 1, toColumn: 3, beyond: 0 })
})

test('a box without room and a list without rows show nothing', () => {
  expect(inSight(extent, { top: 0, left: 0, width: 0, height: 0 }).toRow).toBe(-1)
  expect(inSight({ ...extent, rows: 0 }, at(0)).toRow).toBe(-1)
})

test('what has the focus stays drawn, before or after what is in sight', () => {
  const span = { from: 9, to: 13 }
  expect(drawnPlaces(span, 100, -1)).toEqual([9, 10, 11, 12, 13])
  expect(drawnPlaces(span, 100, 3)).toEqual([3, 9, 10, 11, 12, 13])
  expect(drawnPlaces(span, 100, 50)).toEqual([9, 10, 11, 12, 13, 50])
  expect(drawnPlaces({ from: -6, to: 9 }, 3, 1)).toEqual([0, 1, 2])
  expect(drawnPlaces({ from: -6, to: 5 }, 0, 0)).toEqual([])
})

test('a step stays within what is drawn to spare; after a leap only what is in sight is drawn at first', () => {
  const before = { from: 10, to: 19 }
  expect(spanDrawn({ from: 13, to: 22 }, before, 6, 1)).toEqual({ from: 4, to: 25 })
  expect(spanDrawn({ from: 30, to: 39 }, before, 6, 1)).toEqual({ from: 30, to: 39 })
  expect(spanDrawn({ from: 13, to: 22 }, before, 2, 4)).toEqual({ from: 8, to: 23 })
})
