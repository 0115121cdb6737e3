import { expect, test } from 'vitest'
import type { SeparableEstimate } from '#domain/estimate.ts'
import { widestPart } from './meeting.ts'

const withParts = (parts: Record<string, number>): SeparableEstimate => ({
  separable: true,
  value: 0,
  lower: 0,
  upper: 0,
  sd: 0,
  n: 1,
  group: 'P1',
  parts: Object.entries(parts).map(([id, value]) => ({ id, label: { zh: id, en: id }, value })),
})

test('people differ most in the part with the widest range', () => {
  const people = [withParts({ knowledge: 0.2, practice: 0.3 }), withParts({ knowledge: 0.21, practice: 0.1 })]
  expect(widestPart(people)?.id).toBe('practice')
  expect(widestPart(people.slice(0, 1))).toBeUndefined()
})
