import { expect, test } from 'vitest'
import { preferredLanguage } from './language.tsx'

test('a remembered choice comes first, then the browser, then Chinese', () => {
  expect(preferredLanguage('en', ['zh-CN'])).toBe('en')
  expect(preferredLanguage(null, ['fr-FR', 'en-GB', 'zh-CN'])).toBe('en')
  expect(preferredLanguage(null, ['zh-TW'])).toBe('zh')
  expect(preferredLanguage('klingon', ['de'])).toBe('zh')
})
