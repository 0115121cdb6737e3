import { daysInMonth, formatDate } from '#domain/calendar.ts'
import type { Text } from '#domain/text.ts'

/** `YYYY-MM` or `YYYY-MM-DD`, or why the text is no usable date; the reason completes "is not a usable date:". */
export type DateReading = { readonly date: string } | { readonly reason: Text; readonly fault: DateFault }

/** `incomplete`: as far as it goes it may be right. */
export type DateFault = 'impossible' | 'incomplete' | 'unreadable'

const longest = 40

const patterns = [
  // 197403, 19740305; 00 stands for a day that is not known.
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})?$/,
  /^(?<year>\d{4})(?:[./年-])(?<month>\d{1,2})(?:月|(?:[./月-])(?<day>\d{1,2})日?)?$/,
]

const unreadable: DateReading = {
  reason: { zh: '看不出年月', en: 'no year and month can be read' },
  fault: 'unreadable',
}
const incomplete = (zh: string, en: string): DateReading => ({ reason: { zh, en }, fault: 'incomplete' })
const impossible = (zh: string, en: string): DateReading => ({ reason: { zh, en }, fault: 'impossible' })

/**
 * A date of a form, in every way forms are found to write it; an age in brackets after it does not count.
 * @example readFormDate('1974.03（52岁）') // { date: '1974-03' }
 */
export function readFormDate(text: string): DateReading {
  if (text.length > longest) return unreadable
  const plain = text
    .normalize('NFKC')
    .replace(/\s+\d{1,2}:\d{2}.*$|T\d{2}:\d{2}.*$/, '')
    .replace(/\s+/g, '')
    .replace(/\(\d{1,3}岁?\)$/, '')
  const parts = patterns.map((pattern) => pattern.exec(plain)?.groups).find((groups) => groups !== undefined)
  if (parts === undefined) {
    return /^\d{4}年?$/.test(plain) ? incomplete('只有年，没有月', 'the month is missing') : unreadable
  }
  // A spreadsheet turns 1974.10 into 1974.1.
  if (/^\d{4}\.1$/.test(plain)) return incomplete('分不清是 1 月还是 10 月', 'it may be January or October')
  return dated(Number(parts.year), Number(parts.month), Number(parts.day ?? 0))
}

function dated(year: number, month: number, day: number): DateReading {
  if (year < 1850 || year > 2200) return impossible(`年份 ${year} 不可能`, `the year ${year} cannot be`)
  if (month < 1 || month > 12) return impossible(`没有 ${month} 月`, `there is no month ${month}`)
  if (day > daysInMonth(year, month)) {
    return impossible(`${month} 月没有 ${day} 日`, `month ${month} has no day ${day}`)
  }
  return { date: formatDate(year * 10000 + month * 100 + day) }
}
