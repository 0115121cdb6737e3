import { expect, it } from 'vitest'
import type { MatterField } from './matter.ts'
import { fieldRefusal } from './matter-course.ts'

const label = (name: string) => ({ zh: name, en: name })
const fields: readonly MatterField[] = [
  { name: 'agrees', label: label('同意'), kind: 'boolean', required: true },
  {
    name: 'steps',
    label: label('步骤'),
    kind: 'rows',
    columns: [
      { name: 'what', label: label('内容'), kind: 'text', required: true },
      { name: 'until', label: label('期限'), kind: 'date' },
    ],
  },
]
const refusedOf = (facts: Parameters<typeof fieldRefusal>[1]) => {
  const refusal = fieldRefusal(fields, facts)
  return refusal && [refusal.code, refusal.field]
}

it('names the field that is missing, wrong or unknown, in rows too', () => {
  expect(refusedOf({})).toEqual(['matter-field-missing', 'agrees'])
  expect(refusedOf({ agrees: '是' })).toEqual(['matter-field-wrong', 'agrees'])
  expect(refusedOf({ agrees: false, steps: [{ what: '挂职' }, { what: '' }] })).toEqual([
    'matter-field-missing',
    'steps/1/what',
  ])
  expect(refusedOf({ agrees: false, steps: [{ what: '挂职', until: '2026-02-30' }] })).toEqual([
    'matter-field-wrong',
    'steps/0/until',
  ])
  expect(refusedOf({ agrees: false, steps: '挂职' })).toEqual(['matter-field-wrong', 'steps'])
  expect(refusedOf({ agrees: false, other: 'x' })?.[0]).toBe('matter-field-unknown')
  expect(refusedOf({ agrees: false, steps: [] })).toBeUndefined()
})
