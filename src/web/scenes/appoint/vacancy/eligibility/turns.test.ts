import { expect, test } from 'vitest'
import { kindOf } from './turns.ts'

test('whom no rule holds back is eligible, with or without a question for the meeting', () => {
  expect(kindOf({ from: 'unmet', to: 'discretion' })).toBe('gain')
  expect(kindOf({ from: 'unknown', to: 'met' })).toBe('gain')
  expect(kindOf({ from: 'met', to: 'unknown' })).toBe('loss')
  expect(kindOf({ from: 'discretion', to: 'met' })).toBe('other')
  expect(kindOf({ from: 'unmet', to: 'unknown' })).toBe('released')
})
