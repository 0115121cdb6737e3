import { expect, test } from 'vitest'
import { filling, movedBefore, sortedAnew } from './column.ts'
import { stepTo } from './steps.ts'

const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false })
const extent = { rows: 100, columns: 14, page: 20 }

test('keys walk the cells as in every grid, and stop at its edges', () => {
  const at = { row: 5, column: 3 }
  expect(stepTo(press('ArrowDown'), at, extent)).toEqual({ row: 6, column: 3 })
  expect(stepTo(press('PageDown'), at, extent)).toEqual({ row: 25, column: 3 })
  expect(stepTo(press('PageUp'), at, extent)).toEqual({ row: 0, column: 3 })
  expect(stepTo(press('Home'), at, extent)).toEqual({ row: 5, column: 0 })
  expect(stepTo(press('End'), at, extent)).toEqual({ row: 5, column: 13 })
  expect(stepTo(press('End', true), at, extent)).toEqual({ row: 99, column: 13 })
  expect(stepTo(press('ArrowUp'), { row: 0, column: 3 }, extent)).toEqual({ row: -1, column: 3 })
  expect(stepTo(press('ArrowLeft'), { row: 0, column: 0 }, extent)).toEqual({ row: 0, column: 0 })
  expect(stepTo(press('x'), at, extent)).toBeUndefined()
})

test('a head sorts up, then down, then no more; with Shift beside the other keys', () => {
  const up = sortedAnew([], 'age', false)
  expect(up).toEqual([{ id: 'age', descending: false }])
  const down = sortedAnew(up, 'age', false)
  expect(down).toEqual([{ id: 'age', descending: true }])
  expect(sortedAnew(down, 'age', false)).toEqual([])
  expect(sortedAnew(down, 'name', true).map(({ id }) => id)).toEqual(['age', 'name'])
  expect(sortedAnew(down, 'name', false).map(({ id }) => id)).toEqual(['name'])
})

test('the column that grows takes the room that is left, or else the last; without room all keep their width', () => {
  const widths = (room: number, columns: { width: number; grows?: boolean }[]) =>
    filling(columns, room).map(({ width }) => width)
  expect(widths(400, [{ width: 100 }, { width: 120, grows: true }, { width: 80 }])).toEqual([100, 220, 80])
  expect(widths(400, [{ width: 100 }, { width: 80 }])).toEqual([100, 300])
  expect(widths(100, [{ width: 100 }, { width: 120, grows: true }])).toEqual([100, 120])
})

test('a column is put before another, or last', () => {
  expect(movedBefore(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a', 'b'])
  expect(movedBefore(['a', 'b', 'c'], 'a', undefined)).toEqual(['b', 'c', 'a'])
  expect(movedBefore(['a', 'b', 'c'], 'b', 'b')).toEqual(['a', 'b', 'c'])
})
