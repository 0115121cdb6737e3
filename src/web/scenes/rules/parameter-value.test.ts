import { expect, test } from 'vitest'
import { isStricter, readValue, termsBeside, typedValue, valueText } from './parameter-value.ts'

test('a value is read in words: a term by its name, a list, a map', () => {
  expect(valueText('division-deputy')).toEqual({ zh: '县处级副职', en: 'Division deputy' })
  expect(valueText(5).zh).toBe('5')
  expect(valueText(['division-chief', 'division-deputy']).zh).toBe('县处级正职、县处级副职')
  expect(valueText({ 'division-chief': 3 }).en).toBe('Division chief 3')
  expect(valueText('压力').zh).toBe('压力')
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
