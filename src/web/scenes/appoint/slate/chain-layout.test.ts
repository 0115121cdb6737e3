import { expect, test } from 'vitest'
import { chainGroups, drawnChains, inOrder, touches, unitsOf } from './chain-layout.ts'
import { move, planOf } from './fixtures.ts'

const plan = planOf(
  [
    move('甲', 'b', 'a', 1),
    move('乙', 'd', 'c', 2),
    move('丙', 'e', 'd', 3),
    move('丁', 'g', 'f', 4),
    move('戊', 'f', 'g', 5),
    move('己', null, 'h', 6),
  ],
  [
    ['exchange', [3, 4]],
    ['chain', [0]],
    ['chain', [1, 2]],
    ['chain', [5]],
  ],
)

test('the longest chain stands first and exchanges last', () => {
  const drawn = drawnChains(plan)
  expect(drawn.map(({ start, steps }) => [start.positionId, steps.length])).toEqual([
    ['c', 2],
    ['a', 1],
    ['h', 1],
    ['f', 2],
  ])
})

test('a chain holds its moves from the vacancy outward', () => {
  const [first] = drawnChains(plan)
  expect(first?.steps.map(({ move: { cadre, to, from } }) => [cadre.name, to.positionId, from?.positionId])).toEqual([
    ['乙', 'c', 'd'],
    ['丙', 'd', 'e'],
  ])
})

test('every move is drawn once, whatever the groups', () => {
  const drawn = chainGroups(drawnChains(plan)).flatMap(({ chains }) => chains.flatMap(({ steps }) => steps))
  expect(drawn.map(({ index }) => index).sort()).toEqual([0, 1, 2, 3, 4, 5])
})

test('eighty chains stand in as many groups as there are lengths', () => {
  const moves = Array.from({ length: 80 }, (_, at) => move(`人${at}`, `from${at}`, `to${at}`, at + 1))
  const many = planOf(
    moves,
    moves.map((_, at) => ['chain', [at]] as const),
  )
  expect(chainGroups(drawnChains(many)).map(({ steps, chains }) => [steps, chains.length])).toEqual([[1, 80]])
})

test('a filter by unit keeps the chains that take from it or give to it', () => {
  const kept = drawnChains(plan).filter((chain) => touches(chain, 'U-d'))
  expect(kept.map(({ start }) => start.positionId)).toEqual(['c'])
  expect(unitsOf(plan).map(({ unitId }) => unitId)).toContain('U-h')
})

test('the list is in the order of execution', () => {
  const shuffled = planOf([move('乙', 'b', 'a', 2), move('甲', 'd', 'c', 1)], [])
  expect(inOrder(shuffled).map(({ index }) => index)).toEqual([1, 0])
})
