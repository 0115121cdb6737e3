import { expect, test } from 'vitest'
import type { SlatePlanShape } from '#server/contract/index.ts'
import { chainSteps } from './chain-steps.ts'

type Move = SlatePlanShape['moves'][number]

const seat = (positionId: string): Move['to'] => ({
  positionId,
  unitId: 'U1',
  unitName: '甲县',
  title: positionId,
  postLevel: 'section-chief',
})
const move = (cadreId: string, to: string, from: string | undefined): Move => ({
  cadre: { cadreId, name: cadreId, age: null, post: '' },
  from: from === undefined ? null : seat(from),
  to: seat(to),
  fit: { separable: false, n: 0, group: to, cause: { zh: '缺', en: 'none' } },
  fitFrom: null,
  verdict: 'met',
  move: null,
  gains: [],
  reasons: [],
  lock: null,
  order: 1,
})

test('a chain reads from the vacancy outward: seat, person, the seat that is left', () => {
  const steps = chainSteps([move('C1', 'P1', 'P2'), move('C2', 'P2', undefined)])
  const said = steps.map((step) => (step.kind === 'move' ? step.move.cadre.cadreId : step.seat.positionId))
  expect(said).toEqual(['P1', 'C1', 'P2', 'C2'])
  expect(chainSteps([])).toEqual([])
})
