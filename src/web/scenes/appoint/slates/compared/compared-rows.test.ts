import { expect, test } from 'vitest'
import type { SlateShape } from '#server/contract/index.ts'
import { move, planOf, seat } from '../../slate/fixtures.ts'
import type { Plan } from '../../slate/shapes.ts'
import { sameRequest, seatRows } from './compared-rows.ts'

const slateOf = (slateId: string, vacancies: string[], plans: Plan[]): SlateShape => ({
  slateId,
  name: slateId,
  madeBy: { zh: '林晓舟', en: '林晓舟' },
  madeAt: '2026-11-22T08:00:00Z',
  asOf: '2026-11-22',
  knownAt: '2026-11-22T06:00:00Z',
  isCurrent: true,
  request: {
    vacancies,
    verdicts: ['met'],
    chainMost: 3,
    exchanges: true,
    moveCost: 0.05,
    fill: { force: 'goal', price: 0.5 },
    rotation: { force: 'off', price: 0 },
    structure: { force: 'off', price: 0, floors: [] },
    reserve: { force: 'off', value: 0 },
    grassroots: { force: 'off', value: 0, years: 2 },
    locks: [],
  },
  locks: [],
  state: 'found',
  progress: { fraction: 1, seconds: 1, step: { zh: '', en: '' }, objective: null, bound: null, moves: null },
  size: null,
  plans,
  comparisons: [],
  clash: [],
  changes: null,
})

const first = slateOf('A', ['a', 'c'], [planOf([move('甲', 'b', 'a', 1), move('乙', 'd', 'c', 2)], [])])
const empty = {
  ...planOf([move('甲', 'b', 'a', 1)], []),
  unfilled: [{ seat: seat('c'), reason: { zh: '', en: '' } }],
}
const second = slateOf('B', ['a', 'c'], [empty])

test('seats on which the slates differ stand first; empty is not the same as not asked', () => {
  const narrow = slateOf('C', ['a'], [planOf([move('甲', 'b', 'a', 1)], [])])
  const rows = seatRows([first, second, narrow])
  expect(rows.map(({ positionId, people, differs }) => [positionId, people, differs])).toEqual([
    ['c', ['乙', '', undefined], true],
    ['a', ['甲', '甲', '甲'], false],
  ])
})

test('objectives compare only where the same was asked; locks do not count as another question', () => {
  expect(sameRequest([first, second])).toBe(true)
  expect(sameRequest([first, slateOf('D', ['a'], [])])).toBe(false)
})
