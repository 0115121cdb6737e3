import { expect, test } from 'vitest'
import type { MeasuredQuantity } from '#server/contract/index.ts'
import { chosenMeasures } from './card-measures.tsx'

const label = { zh: '项目', en: 'Measure' }

const quantity = (measure: string, isSeparable: boolean): MeasuredQuantity => ({
  measure,
  label,
  estimate: isSeparable
    ? { separable: true, value: 1, lower: 0, upper: 2, sd: 1, n: 9, group: 'G', parts: [] }
    : { separable: false, cause: label, n: 0, group: 'G' },
  group: null,
  standing: null,
  statement: label,
})

test('a card shows whole measures, those with a figure first, and no item of the ratings', () => {
  const measured = [
    quantity('rating', false),
    quantity('rating.integrity', true),
    quantity('contribution', true),
    quantity('recognition', true),
  ]
  expect(chosenMeasures(measured).map(({ measure }) => measure)).toEqual(['contribution', 'recognition', 'rating'])
})
