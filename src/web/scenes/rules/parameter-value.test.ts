import { expect, test } from 'vitest'
import { citedIn } from './named-terms.ts'
import { isStricter, readValue, termsBeside, typedValue, valueText } from './parameter-value.ts'

test('a value is read in words: a term by its name, a list, a map', () => {
  expect(valueText('division-deputy')).toEqual({ zh: '县处级副职', en: 'Division deputy' })
  expect(valueText(5).zh).toBe('5')
  expect(valueText(['division-chief', 'division-deputy']).zh).toBe('县处级正职、县处级副职')
  expect(valueText({ 'division-chief': 3 }).en).toBe('Division chief 3')
  expect(valueText('压力').zh).toBe('压力')
  expect(valueText('rotation').zh).toBe('重大决策部署轮训')
})

test('what is typed is read as the kind of value it takes the place of', () => {
  expect(readValue(' 6 ', 5)).toBe(6)
  expect(readValue('six', 5)).toBeUndefined()
  expect(readValue('', 'text')).toBeUndefined()
  expect(readValue('true', false)).toBe(true)
  expect(readValue('["appointed"]', ['appointed', 'grade'])).toEqual(['appointed'])
  expect(readValue('{"a":1}', ['appointed'])).toBeUndefined()
  expect(readValue('{"a":{"b":1}}', { a: 1 })).toBeUndefined()
})

test('what is shown for typing is read back as it was', () => {
  for (const value of [5, true, 'division-deputy', ['a', 'b'], { a: 1 }]) {
    expect(readValue(typedValue(value), value)).toEqual(value)
  }
})

test('a term is chosen among those of its own vocabulary', () => {
  expect(termsBeside('division-deputy').map(({ id }) => id)).toContain('division-chief')
  expect(termsBeside('压力')).toEqual([])
})

test('only the stricter direction may be adopted', () => {
  expect(isStricter('more', 5, 6)).toBe(true)
  expect(isStricter('more', 5, 5)).toBe(false)
  expect(isStricter('more', 5, 4)).toBe(false)
  expect(isStricter('less', 5, 4)).toBe(true)
  expect(isStricter('either', 5, 4)).toBe(true)
  expect(isStricter(null, 5, 6)).toBe(false)
})

test('words a list or a map in the vocabulary that holds all of it', () => {
  expect(valueText('hours').zh).toBe('补足学时')
  expect(valueText({ hours: 60, narrow: 40 }).zh).toBe('培训学时不足 60，经历单一 40')
})

test('words what the rule book itself names', () => {
  const rule = { id: 'APPT-09', basis: { title: { zh: '动议前报告', en: 'Approval' } } }
  const name = { zh: '党政领导干部选拔任用工作条例', en: 'Regulations' }
  const named = citedIn({ instruments: [{ id: 'appointment-2019', name, articles: [{ rules: [rule] }] }] })
  const { zh, en } = valueText({ motion: 'appointment-2019 第三章', decision: 'appointment-2019 37' }, named)
  expect(zh).toBe('动议 《任用条例》第三章，讨论决定 《任用条例》第三十七条')
  expect(en).toContain('Appointment Regulations Ch. 3')
  expect(valueText(['APPT-09', 'APPT-10'], named).zh).toBe('动议前报告、APPT-10')
})
