import { expect, test } from 'vitest'
import { bearing } from './bearing.ts'

const basis = { instrument: '条例', article: '8', title: { zh: '条件', en: 'Condition' } }
const rules = ['a', 'b', 'c', 'd'].map((rule) => ({ rule, basis }))

test('a rule that bears on nobody has no column; what bears on most people comes first', () => {
  const people = [
    { verdicts: ['met', null, null, 'met'] as const },
    { verdicts: [null, null, 'unknown', 'discretion'] as const },
  ].map(({ verdicts }) => ({ verdicts: [...verdicts] }))
  expect(bearing({ rules }, people)).toEqual([3, 0, 2])
  expect(bearing({ rules }, [])).toEqual([])
})
