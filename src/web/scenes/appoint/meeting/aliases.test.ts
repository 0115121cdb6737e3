import { expect, test } from 'vitest'
import { aliasNumber } from './aliases.ts'

test('people without a name are numbered as each language counts', () => {
  expect([0, 9, 10, 20].map((place) => aliasNumber(place, 'zh'))).toEqual(['一', '十', '十一', '二十一'])
  expect(aliasNumber(0, 'en')).toBe('1')
})
