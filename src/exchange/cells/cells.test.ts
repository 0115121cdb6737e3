import { expect, test } from 'vitest'
import type { Field } from '#domain/tables.ts'
import { problemOf, quoted } from '../wording/wording.ts'
import { isFault, readCell } from './cells.ts'

/** The canonical value, or the whole message. */
function read(value: string, field: Field, rules = { isKey: false, isCode: false }): string | null {
  const reading = readCell(value, { field, ...rules })
  if (!isFault(reading)) return reading
  const { message, mend } = problemOf(reading.code, { column: 'x' }, { value: quoted(value), ...reading.values })
  return `${message.zh} ${mend.zh}`
}

const date: Field = { kind: 'date' }

test.each([
  ['2003-10-05', '2003-10-05'],
  ['2003-10', '2003-10'],
  [' 2003-10　', '2003-10'],
  ['2000-02-29', '2000-02-29'],
  ['', null],
  ['　 ', null],
])('the date %j is %j: a month stays a month, spaces around it do not count', (value, canonical) => {
  expect(read(value, date)).toBe(canonical)
})

const notSo = (value: string): string => `“x”的值“${value}”不是规定的日期写法。`
const impossible = (value: string, reason: string): string =>
  `“x”的值“${value}”不是真实的日期：${reason}。 按原始材料改正，写成 YYYY-MM-DD；只知道月份时写 YYYY-MM。`

test.each([
  ['2003.10', `${notSo('2003.10')} 改为“2003-10”。`],
  ['2003/10/5', `${notSo('2003/10/5')} 改为“2003-10-05”。`],
  ['2003-1', `${notSo('2003-1')} 改为“2003-01”。`],
  ['2003年10月', `${notSo('2003年10月')} 改为“2003-10”。`],
  ['2003年10月5日', `${notSo('2003年10月5日')} 改为“2003-10-05”。`],
  ['２００３－１０', `${notSo('２００３－１０')} 改为“2003-10”。`],
  ['20031005', `${notSo('20031005')} 改为“2003-10-05”。`],
  ['200310', `${notSo('200310')} 改为“2003-10”。`],
  ['2003-10-05 00:00:00', `${notSo('2003-10-05 00:00:00')} 改为“2003-10-05”。`],
  ['2003-10-05T08:30:00Z', `${notSo('2003-10-05T08:30:00Z')} 改为“2003-10-05”。`],
  ['37899', `${notSo('37899')} 这多半是电子表格的日期序号，对应 2003-10-05；核对后改为“2003-10-05”。`],
  ['2003', `${notSo('2003')} 只有年份不够：补上月份，写成“2003-MM”；查不到时留空。`],
  ['至今', `${notSo('至今')} “至今”用空格表示：清空这一格。`],
  ['不详', `${notSo('不详')} 写成 YYYY-MM-DD（如 2003-10-05）；只知道月份时写 YYYY-MM（如 2003-10）；查不到时留空。`],
  ['2003.13', impossible('2003.13', '没有 13 月')],
  ['2003-13', impossible('2003-13', '没有 13 月')],
  ['2003-00', impossible('2003-00', '没有 0 月')],
  ['2003-02-30', impossible('2003-02-30', '2003 年 2 月没有 30 日')],
  ['1900-02-29', impossible('1900-02-29', '1900 年 2 月没有 29 日')],
  ['1203-05', impossible('1203-05', '年份 1203 不在 1850 至 2200 之间')],
])('the date %j is refused with the form that was meant', (value, message) => {
  expect(read(value, date)).toBe(message)
})

test('a required date is not told to stay empty', () => {
  expect(read('不详', { kind: 'date', required: true })).toBe(
    `${notSo('不详')} 写成 YYYY-MM-DD（如 2003-10-05）；只知道月份时写 YYYY-MM（如 2003-10）。`,
  )
})

const notANumber = (value: string, advice: string): string => `“x”的值“${value}”不是数字。 ${advice}`

test.each([
  ['86.5', '86.5'],
  ['-3', '-3'],
  ['007', '007'],
  ['+5', '5'],
  ['.5', '0.5'],
  ['1.5e-7', '0.00000015'],
  ['-2.50E+3', '-2500'],
  ['1e2', '100'],
  ['1,350', notANumber('1,350', '改为 1350。')],
  ['９２', notANumber('９２', '改为 92。')],
  ['95%', notANumber('95%', '改为 0.95。')],
  ['85分', notANumber('85分', '改为 85。')],
  ['NaN', notANumber('NaN', '写成普通数字，如 86.5；不写单位、千分位和百分号；不知道时留空。')],
  ['Infinity', notANumber('Infinity', '写成普通数字，如 86.5；不写单位、千分位和百分号；不知道时留空。')],
  ['1e999', notANumber('1e999', '写成普通数字，如 86.5；不写单位、千分位和百分号；不知道时留空。')],
])('the number %j reads %j', (value, outcome) => {
  expect(read(value, { kind: 'number' })).toBe(outcome)
})

test('whole numbers and bounds', () => {
  expect(read('3.0', { kind: 'number', integer: true })).toBe('3')
  expect(read('3.5', { kind: 'number', integer: true })).toBe('“x”的值“3.5”不是整数。 改为整数。')
  expect(read('6', { kind: 'number', integer: true, least: 1, most: 5 })).toBe(
    '“x”的值 6 超出范围，应在 1 到 5 之间。 按原始材料改正这个数。',
  )
  expect(read('-1', { kind: 'number', least: 0 })).toBe('“x”的值 -1 超出范围，应不小于 0。 按原始材料改正这个数。')
})

test.each([
  ['true', 'true'],
  ['FALSE', 'false'],
  ['是', '“x”的值“是”不是 true 或 false。 改为 true。'],
  ['0', '“x”的值“0”不是 true 或 false。 改为 false。'],
  ['不清楚', '“x”的值“不清楚”不是 true 或 false。 写 true（是）或 false（否）；不知道时留空。'],
])('the truth value %j reads %j', (value, outcome) => {
  expect(read(value, { kind: 'boolean' })).toBe(outcome)
})

test('terms are identifiers or Chinese terms; a wrong one gets the nearest and the whole list', () => {
  const sex: Field = { kind: 'term', terms: 'sex' }
  expect(read('female', sex)).toBe('female')
  expect(read(' 女 ', sex)).toBe('female')
  expect(read('男性', sex)).toBe('“x”的值“男性”不在规定的词里。 是否应为“男”？可写：male（男）、female（女）。')
  expect(read('其它', sex)).toBe('“x”的值“其它”不在规定的词里。 可写：male（男）、female（女）。')
  expect(read('Femael', sex)).toBe('“x”的值“Femael”不在规定的词里。 是否应为“female”？可写：male（男）、female（女）。')
  expect(read('四级主任科员', { kind: 'term', terms: 'grade' })).toBe('principal-officer-4')
})

test('lists take either semicolon and drop repeats; one wrong item is named', () => {
  const list: Field = { kind: 'list', terms: 'touchpoint' }
  expect(read('works；直接面向群众服务;works;', list)).toBe('works;public-service')
  expect(read(';', list)).toBe(null)
  expect(read('works;roads', list)).toBe(
    '“x”的值“roads”不在规定的词里。 可写：public-service（直接面向群众服务）、fund-allocation（直接分配财政资金）、works（直接接触工程建设）。',
  )
})

test('text keeps what is inside; numbers that a spreadsheet destroyed and endless keys are refused', () => {
  const text: Field = { kind: 'text' }
  expect(read('  甲 乙\n丙 ', text)).toBe('甲 乙\n丙')
  expect(read('3.20101E+17', text, { isKey: false, isCode: true })).toBe(
    '“x”的值“3.20101E+17”被电子表格改成了科学记数，原来的号码已经丢失。 把这一列设为“文本”格式后重新录入号码。',
  )
  expect(read('长'.repeat(501), text, { isKey: true, isCode: false })).toBe(
    '“x”长达 501 字，用作标识过长。 缩短到 500 字以内。',
  )
})
