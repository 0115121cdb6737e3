import type { Language } from '#domain/text.ts'
import { chineseNumber } from '../../../language/citation.ts'

/** How people without a name are numbered: 一, 二 … 十一; 1, 2 … 11. */
export const aliasNumber = (place: number, language: Language): string =>
  language === 'zh' ? chineseNumber(place + 1) : String(place + 1)
