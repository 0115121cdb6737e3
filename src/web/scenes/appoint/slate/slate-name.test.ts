import { expect, it } from 'vitest'
import { fill } from '#domain/text.ts'
import type { Say } from '../../../language/language.tsx'
import { slateName } from './slate-name.ts'

const say =
  (language: 'zh' | 'en'): Say =>
  (text, values) =>
    (values ? fill(text, values) : text)[language]

it('says a proposed name in the language of the reader, and leaves what somebody wrote', () => {
  const names = [
    '2026.11 调整',
    '2026.11 调整（3）',
    'Moves of 2026.11',
    'Moves of 2026.11（2）',
    '年末调整（2）',
    '2026.11.22 全部空缺',
  ]
  expect(names.map((name) => slateName(name, say('en')))).toEqual([
    'Moves of 2026.11',
    'Moves of 2026.11 (3)',
    'Moves of 2026.11',
    'Moves of 2026.11 (2)',
    '年末调整（2）',
    'All vacancies of 2026.11.22',
  ])
  expect(names.map((name) => slateName(name, say('zh')))).toEqual([
    '2026.11 调整',
    '2026.11 调整（3）',
    '2026.11 调整',
    '2026.11 调整（2）',
    '年末调整（2）',
    '2026.11.22 全部空缺',
  ])
})
