import { expect, test } from 'vitest'
import { articleHead, articleInWords, chineseNumber, citationHead, citationText } from './citation.ts'

test.each([
  [3, '三'],
  [10, '十'],
  [24, '二十四'],
  [60, '六十'],
  [100, '一百'],
  [105, '一百零五'],
  [113, '一百一十三'],
])('%i is written %s', (value, words) => {
  expect(chineseNumber(value)).toBe(words)
})

test('an article is written out in sentences and stays as it is where it is no number', () => {
  expect(articleInWords('8(3)')).toBe('第八条第三项')
  expect(articleInWords('10.2(1)')).toBe('第十条第二款第一项')
  expect(articleInWords('25-26')).toBe('第二十五条至第二十六条')
  expect(articleInWords('第十章')).toBe('第十章')
})

const basis = { instrument: '党政领导干部选拔任用工作条例', article: '24(6)' }

test('an instrument is shortened by hand, in sentences and in table heads', () => {
  expect(citationText(basis, 'zh')).toBe('《任用条例》第二十四条第六项')
  expect(citationText(basis, 'en')).toBe('Appointment Regulations 24(6)')
  expect(citationHead(basis, 'zh')).toBe('任用 24(六)')
  expect(citationHead(basis, 'en')).toBe('Appt 24(6)')
})

test('an article alone: items in Chinese figures, chapters in English, phrases left out there', () => {
  expect(articleHead('8(3)', 'zh')).toBe('8(三)')
  expect(articleHead('8(3)', 'en')).toBe('8(3)')
  expect(articleHead('第十一章', 'en')).toBe('Ch. 11')
  expect(articleHead('8(2)、8(3)（企事业单位）', 'en')).toBe('8(2), 8(3)')
  expect(articleHead('影响期', 'en')).toBe('')
})

test('an instrument without a short name is cited by its whole name', () => {
  expect(citationText({ instrument: '临江区干部工作办法', article: '5' }, 'zh')).toBe('《临江区干部工作办法》第五条')
})

test('a local setting is no instrument, and a phrase of the instrument is left out in English', () => {
  expect(citationText({ instrument: '本地设定', article: '关键岗位轮岗年限' }, 'zh')).toBe('本地设定')
  expect(citationText({ instrument: '本地设定', article: '关键岗位轮岗年限' }, 'en')).toBe('Local setting')
  expect(citationText({ ...basis, article: '第十章' }, 'en')).toBe('Appointment Regulations')
})
