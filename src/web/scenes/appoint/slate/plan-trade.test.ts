import { expect, test } from 'vitest'
import { move, planOf, seat } from './fixtures.ts'
import { movesOnlyIn, planScale, tradeOf } from './plan-trade.ts'

const first = planOf([move('甲', 'b', 'a', 1), move('乙', 'd', 'c', 2)], [])
const other = {
  ...planOf([move('甲', 'b', 'a', 1)], []),
  unfilled: [{ seat: seat('c'), reason: { zh: '', en: '' } }],
}

test('a plan is told by what it does otherwise', () => {
  expect(tradeOf(first, other)).toEqual({ moves: -1, unfilled: 1, missed: 0, shared: 1 })
  expect(movesOnlyIn(first, other).map(({ cadre }) => cadre.name)).toEqual(['乙'])
})

test('one scale holds the intervals of all plans', () => {
  const scale = planScale([first, other])
  expect(scale.from).toBeLessThan(other.lower)
  expect(scale.to).toBeGreaterThan(first.upper)
  expect(planScale([{ lower: 2, upper: 2 }])).toEqual({ from: 1, to: 3 })
})
