import { expect, it } from 'vitest'
import { gapOf } from './gap.ts'

const assessed = { kind: 'assessment' as const, id: 'competencies/1', says: { zh: '3 级', en: 'level 3' } }

it.each([
  ['short', 'separable', 1.1, '低于要求 {gap}', '1.1'],
  ['met', 'separable', -0.62, '高于要求 {gap}', '0.6'],
  ['met', 'separable', 0, '达到要求', '0.0'],
  ['open', 'leaning', 0.4, '可能低于要求，约差 {gap}', '0.4'],
  ['open', 'leaning', -0.4, '可能达到要求', '0.4'],
  ['open', 'inseparable', 0.1, '是否达到要求，不可分辨', '0.1'],
] as const)('%s, %s, by %d', (state, certainty, gap, zh, figures) => {
  expect(gapOf({ evidence: [assessed], gap, state, certainty })).toMatchObject({ word: { zh }, gap: figures })
})

it('is not said where nothing speaks of the element, whatever comparable people show', () => {
  expect(gapOf({ evidence: [], gap: 1, state: 'open', certainty: 'leaning' })).toBeUndefined()
})
