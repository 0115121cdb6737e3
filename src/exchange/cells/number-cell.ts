import type { Field } from '#domain/tables.ts'
import { fill, type Text } from '#domain/text.ts'
import type { CellFault } from './cells.ts'

const decimal = /^-?\d+(?:\.\d+)?$/
const otherNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

const advice = {
  general: {
    zh: '写成普通数字，如 86.5；不写单位、千分位和百分号{blank}。',
    en: 'Write a plain number such as 86.5, without unit, thousands separator or percent sign{blank}.',
  },
  form: { zh: '改为 {form}。', en: 'Write {form}.' },
} satisfies Record<string, Text>

/** What a whole number column of the records holds. */
const largestInteger = 2 ** 31 - 1

/** A number in plain decimals within the bounds of its field, or what is wrong with it. */
export function readNumber(value: string, field: Field): string | CellFault {
  const plain = decimal.test(value) ? value : otherNumber.test(value) ? inPlainDecimals(value) : undefined
  if (plain === undefined || !Number.isFinite(Number(plain))) {
    const form = meant(value)
    const blank = field.required ? { zh: '', en: '' } : { zh: '；不知道时留空', en: '; leave it empty where unknown' }
    const mend = form === undefined ? fill(advice.general, { blank }) : fill(advice.form, { form })
    return { code: 'number-form', values: { advice: mend } }
  }
  const number = Number(plain)
  if (field.integer && !Number.isInteger(number)) return { code: 'number-not-whole', values: {} }
  const { least, most = field.integer ? largestInteger : undefined } = field
  if ((least !== undefined && number < least) || (most !== undefined && number > most)) {
    return { code: 'number-out-of-range', values: { range: rangeText(least, most) } }
  }
  return field.integer ? String(number) : plain
}

export function rangeText(least: number | undefined, most: number | undefined): Text {
  if (least !== undefined && most !== undefined)
    return { zh: `在 ${least} 到 ${most} 之间`, en: `from ${least} to ${most}` }
  if (least !== undefined) return { zh: `不小于 ${least}`, en: `at least ${least}` }
  return { zh: `不大于 ${most ?? ''}`, en: `at most ${most ?? ''}` }
}

/** `1.5e-7` as a program may write it, in plain decimals; undefined where it is no finite number. */
function inPlainDecimals(value: string): string | undefined {
  const [mantissa = '', exponent = '0'] = value.replace(/^\+/, '').toLowerCase().split('e')
  const shift = Number(exponent)
  if (Math.abs(shift) > 300) return undefined
  const negative = mantissa.startsWith('-')
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const digits = whole + fraction
  const point = whole.length + shift
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(1, point)
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  const decimals = padded.slice(at).replace(/0+$/, '')
  return `${negative ? '-' : ''}${integer}${decimals === '' ? '' : `.${decimals}`}`
}

/** The number that was meant by `1,234`, `８６`, `95%` or `85分`. */
function meant(value: string): string | undefined {
  const plain = value.normalize('NFKC').replaceAll(' ', '')
  if (decimal.test(plain)) return plain
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return plain.replaceAll(',', '')
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(plain)?.[1]
  if (percent !== undefined) return String(Number((Number(percent) / 100).toPrecision(12)))
  return /^(-?\d+(?:\.\d+)?)(分|岁|年|人|学时|小时|级)$/.exec(plain)?.[1]
}
