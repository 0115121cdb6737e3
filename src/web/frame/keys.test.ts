import { describe, expect, it } from 'vitest'
import { actOf } from './keys.ts'

describe('keys', () => {
  it.each([
    ['a key of its own', undefined, '/', { does: 'search' }],
    ['the first of two', undefined, 'g', 'awaited'],
    ['the second of two', 'g', 'r', { does: 'go', to: '/cadres' }],
    ['a second that is none, on its own', 'g', 'j', { does: 'next' }],
    ['a letter without a meaning', undefined, 'r', undefined],
  ])('%s', (_, before, key, act) => {
    expect(actOf(before, key)).toEqual(act)
  })
})
