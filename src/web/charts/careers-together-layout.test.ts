import { expect, test } from 'vitest'
import { careersTogether } from './careers-together-layout.ts'
import { step } from './fixtures.ts'

const older = [step('a', '2000-01', '2015-01'), step('b', '2015-01', null, { postLevel: 'section-chief' })]
const younger = [step('c', '2015-01', null), step('d', '2016-01', '2017-01', { kind: 'seconded' })]

test('the same time stands at the same place and the same level at the same height, whoever held it', () => {
  const { rows, levels } = careersTogether(
    [
      { cadreId: 'A', career: older },
      { cadreId: 'B', career: younger },
    ],
    '2020-01-01',
  )
  expect(levels).toEqual(['section-chief', 'section-deputy'])
  const band = (id: string) => rows.flatMap(({ bands }) => bands).find(({ step: { tenureId } }) => tenureId === id)
  expect(band('c')?.left).toBeCloseTo(band('b')?.left ?? 0, 6)
  expect(band('c')?.level).toBe(band('a')?.level)
  expect([band('d')?.isBeside, band('d')?.level]).toEqual([true, 1])
})

test('somebody without a career has an empty row', () => {
  const { rows } = careersTogether(
    [
      { cadreId: 'A', career: older },
      { cadreId: 'B', career: [] },
    ],
    '2020-01-01',
  )
  expect(rows[1]?.bands).toEqual([])
})
