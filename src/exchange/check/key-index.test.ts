import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KeyIndex, RowSet } from './key-index.ts'
import { dependentsIn, loopsIn } from './references.ts'

test('the index answers as a map of strings does', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-c0-2中\u001f]{0,4}$/), { maxLength: 3000 }), (keys) => {
      const index = new KeyIndex()
      const first = new Map<string, number>()
      keys.forEach((key, place) => {
        expect(index.add(key, place + 1)).toBe(first.get(key) ?? 0)
        if (!first.has(key)) first.set(key, place + 1)
      })
      for (const [key, row] of first) expect(index.rowOf(key)).toBe(row)
      expect(index.rowOf('never added')).toBe(0)
    }),
  )
})

test('two hundred thousand neighbouring ids stay apart', () => {
  const index = new KeyIndex()
  for (let row = 1; row <= 200_000; row += 1) expect(index.add(`S2024-${row}\u001fC${row % 977}`, row)).toBe(0)
  expect(index.rowOf('S2024-123456\u001fC354')).toBe(123_456)
})

test('a set of rows answers as a set of numbers does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 100_000 })), (rows) => {
      const set = new RowSet()
      for (const row of rows) set.add(row)
      expect(set.size).toBe(new Set(rows).size)
      for (const row of [...rows, 7, 8]) expect(set.has(row)).toBe(rows.includes(row))
    }),
  )
})

test('one row of each loop is named, and what leads into it depends on it', () => {
  const targets = new Map([
    [1, 2],
    [2, 3],
    [3, 2],
    [4, 4],
    [5, 6],
  ])
  expect(loopsIn(targets)).toEqual([2, 4])
  expect(dependentsIn(targets, (row) => row === 2)).toEqual([1, 3])
})
