import { expect, test } from 'vitest'
import { fill, type Language } from '#domain/text.ts'
import { rosterFilter } from '#server/contract/roster.ts'
import type { Say } from '../../../language/language.tsx'
import { clauses, filterOf, inWords, isSet, namesOf, without, wordsClause } from './clauses.ts'
import { withBucket } from './statistics-panel.tsx'

const sayIn =
  (language: Language): Say =>
  (text, values) =>
    (values ? fill(text, values) : text)[language]

const search = {
  postLevel: ['division-deputy', 'section-chief'],
  ageFrom: '35',
  ageTo: '45',
  yearsInPostFrom: '2',
  sort: 'age',
}
const sentence = (language: Language): string[] =>
  clauses.filter((clause) => isSet(clause, search)).map((clause) => inWords(clause, search, undefined, sayIn(language)))

test('the filter reads as a sentence in both languages', () => {
  expect(sentence('zh')).toEqual(['县处级副职或乡科级正职', '年龄 35 至 45 岁', '任现职 满 2 年'])
  expect(sentence('en')).toEqual([
    'Division deputy or Section chief',
    'Age 35 to 45 years old',
    'In post at least 2 years',
  ])
})

test('every filter of the server has its condition, and no condition is unknown to the server', () => {
  const named = [...[wordsClause, ...clauses].flatMap(namesOf), 'where'].sort()
  expect(named).toEqual(Object.keys(rosterFilter.shape).sort())
})

test('only what filters goes to the server; taking a condition away takes both its ends', () => {
  expect(Object.keys(filterOf(search))).toEqual(['postLevel', 'ageFrom', 'ageTo', 'yearsInPostFrom'])
  const age = clauses.find((clause) => namesOf(clause).includes('ageTo'))
  expect(age && without(search, age)).toEqual({
    postLevel: ['division-deputy', 'section-chief'],
    yearsInPostFrom: '2',
    sort: 'age',
  })
})

test('the bar of a statistic sets its filter and removes the end that it leaves open', () => {
  expect(withBucket(search, { filter: { ageFrom: '56', ageTo: '' } })).toEqual({
    postLevel: ['division-deputy', 'section-chief'],
    ageFrom: '56',
    yearsInPostFrom: '2',
    sort: 'age',
  })
})
