import { expect, test } from 'vitest'
import { isChinese } from './foreign-names.ts'

test('words are Chinese where no letter of another script stands among them', () => {
  for (const words of ['欧阳望雪', '云川市财政局 局长', '《公务员法》45', '2026.11 市委、市政府'])
    expect(isChinese(words)).toBe(true)
  for (const words of ['', '2026.11', 'Vacancies', 'Simulate 章志亮 leaving']) expect(isChinese(words)).toBe(false)
})
