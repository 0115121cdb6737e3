import { daysInMonth, formatDate, parseDate } from '#domain/calendar.ts'
import { fill, type Text } from '#domain/text.ts'
import type { CellFault } from './cells.ts'

const advice = {
  general: {
    zh: '写成 YYYY-MM-DD（如 2003-10-05）；只知道月份时写 YYYY-MM（如 2003-10）{blank}。',
    en: 'Write YYYY-MM-DD (as 2003-10-05), or YYYY-MM (as 2003-10) where only the month is known{blank}.',
  },
  form: { zh: '改为“{form}”。', en: 'Write "{form}".' },
  serial: {
    zh: '这多半是电子表格的日期序号，对应 {form}；核对后改为“{form}”。',
    en: 'This is probably a spreadsheet serial for {form}; check it and write "{form}".',
  },
  year: {
    zh: '只有年份不够：补上月份，写成“{year}-MM”{blank}。',
    en: 'A year alone is not enough: add the month, as "{year}-MM"{blank}.',
  },
  now: { zh: '“至今”用空格表示：清空这一格。', en: 'Leave the cell empty: empty means "until now".' },
} satisfies Record<string, Text>

const blank = (required: boolean): Text =>
  required ? { zh: '', en: '' } : { zh: '；查不到时留空', en: '; leave it empty where unknown' }

const dateFault = (mend: Text): CellFault => ({ code: 'date-form', values: { advice: mend } })

/** A date in the form of the contract, or what is wrong with it and the right form of what was meant. */
export function readDate(value: string, required: boolean): string | CellFault {
  if (parseDate(value) !== undefined) return value
  const plain = value.normalize('NFKC').replaceAll(' ', '')
  const day = /^(\d{4})[-./年](\d{1,2})(?:[-./月](\d{1,2})?日?)?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})?$/.exec(plain)
  if (day) return fromParts(Number(day[1]), Number(day[2]), day[3] === undefined ? undefined : Number(day[3]))
  const withTime = /^(\d{4}-\d{2}-\d{2})T?\d{1,2}:\d{2}/.exec(plain)?.[1]
  if (withTime !== undefined) return dateFault(fill(advice.form, { form: withTime }))
  const year = /^(\d{4})年?$/.exec(plain)?.[1]
  if (year !== undefined) return dateFault(fill(advice.year, { year, blank: blank(required) }))
  const serial = /^\d{5}(?:\.0+)?$/.test(plain) ? fromSerial(Number(plain)) : undefined
  if (serial !== undefined) return dateFault(fill(advice.serial, { form: serial }))
  if (/^(至今|今|现在|now|present)$/i.test(plain) && !required) return dateFault(advice.now)
  return dateFault(fill(advice.general, { blank: blank(required) }))
}

function fromParts(year: number, month: number, day: number | undefined): CellFault {
  const impossible = (zh: string, en: string): CellFault => ({
    code: 'date-impossible',
    values: { reason: { zh, en } },
  })
  if (year < 1850 || year > 2200)
    return impossible(`年份 ${year} 不在 1850 至 2200 之间`, `the year ${year} is not between 1850 and 2200`)
  if (month < 1 || month > 12) return impossible(`没有 ${month} 月`, `there is no month ${month}`)
  if (day !== undefined && (day < 1 || day > daysInMonth(year, month))) {
    return impossible(`${year} 年 ${month} 月没有 ${day} 日`, `month ${month} of ${year} has no day ${day}`)
  }
  return dateFault(fill(advice.form, { form: formatDate(year * 10000 + month * 100 + (day ?? 0)) }))
}

/** Day numbers of a spreadsheet count from 1899-12-30; only those of 1920 to 2100 are taken for dates. */
function fromSerial(serial: number): string | undefined {
  if (serial < 7306 || serial > 73415) return undefined
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
}
