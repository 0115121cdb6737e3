import { expect, test } from 'vitest'
import type { RosterLine } from '../contract/index.ts'
import { createLineKeep } from './line-keep.ts'

const line = (cadreId: string): RosterLine => ({ cadreId, name: cadreId })

test('lines are kept apart by shape, and those of the shape asked for longest ago go first', () => {
  const linesOf = createLineKeep(3)
  linesOf('age').set(1, line('a')).set(2, line('b'))
  linesOf('sex').set(1, line('c'))
  expect(linesOf('age').get(1)?.cadreId).toBe('a')
  linesOf('unit').set(5, line('d'))
  linesOf('unit')
  expect(linesOf('sex').size).toBe(0)
  expect(linesOf('age').size).toBe(2)
})
