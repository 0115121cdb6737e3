import { expect, test } from 'vitest'
import { byLetter, byTopic, entriesFor } from './glossary.ts'

const found = (typed: string): string[] => entriesFor(typed).map(({ id }) => id)

test('a term is found by its characters, its pinyin, its initials and in English', () => {
  expect(found('民主测评')[0]).toBe('rating')
  expect(found('minzhu')[0]).toBe('rating')
  expect(found('mzcp')).toEqual(['rating'])
  expect(found('democratic rat')[0]).toBe('rating')
})

test('what is said of a term is looked through after its name, and everything is listed where nothing is asked', () => {
  expect(found('笔画').length).toBeGreaterThan(0)
  expect(found('zzzz')).toEqual([])
  const all = entriesFor('')
  for (const groups of [byTopic(all), byLetter(all)])
    expect(groups.flatMap(({ entries }) => entries)).toHaveLength(all.length)
})
