import { expect, test } from 'vitest'
import { fill, type Language } from '#domain/text.ts'
import { isFault, readCondition } from '#server/contract/roster-condition.ts'
import type { Say } from '../../../../language/language.tsx'
import { memberInWords, nodeInWords } from './in-words.ts'
import { addedTo, asking, changed, faultOf, type Group, leafFor, readTree, treeFault, whereOf } from './tree.ts'

const sayIn =
  (language: Language): Say =>
  (text, values) =>
    (values ? fill(text, values) : text)[language]

const township = { field: 'townshipYears', is: 'at-least', value: 2 } as const
const grassroots = { field: 'grassrootsYears', is: 'at-least', value: 3 } as const
const young = { field: 'age', is: 'below', value: 40 } as const
const tree: Group = {
  join: 'all',
  members: [
    young,
    { join: 'any', members: [township, grassroots] },
    { join: 'none', members: [{ field: 'background', is: 'one-of', value: ['finance'] }] },
  ],
}

test('a tree is said as a sentence in both languages, groups in brackets', () => {
  expect(tree.members.map((member) => memberInWords(member, tree, undefined, sayIn('zh')))).toEqual([
    '年龄低于 40 岁',
    '（乡镇街道年限满 2 年 或 基层年限满 3 年）',
    '不含（专业背景有财政金融）',
  ])
  expect(nodeInWords(tree, undefined, sayIn('en'))).toBe(
    'Age below 40 years and (Township years at least 2 years or Grassroots years at least 3 years) and not (Background has Finance)',
  )
})

test('what the server reads is what was built, and it is read back the same', () => {
  const where = whereOf(tree)
  const read = readCondition(where)
  expect(isFault(read)).toBe(false)
  expect(whereOf(readTree(where))).toBe(where)
  expect(readTree(where).members).toHaveLength(3)
})

test('a line that is not finished is not sent, and says what is missing', () => {
  const begun = addedTo(tree, [1], leafFor('hardshipYears'))
  expect(whereOf(begun)).toBe(whereOf(tree))
  expect(faultOf(leafFor('hardshipYears'))?.zh).toContain('数字')
  expect(faultOf({ field: 'age', is: 'between', value: [50, 40] })?.zh).toContain('下限大于上限')
  expect(faultOf({ field: 'bornOn', is: 'below', value: '1986-13' })?.zh).toContain('2020-06')
  expect(faultOf({ field: 'age', is: 'unknown' })).toBeUndefined()
})

test('another operator keeps the value where it still fits', () => {
  expect(asking(young, 'at-least')).toEqual({ field: 'age', is: 'at-least', value: 40 })
  expect(asking(young, 'between')).toEqual({ field: 'age', is: 'between' })
  expect(asking(young, 'unknown')).toEqual({ field: 'age', is: 'unknown' })
})

test('a line is taken out of a group, and a tree beyond four levels is said to be too deep', () => {
  expect(whereOf(changed(tree, [1, 0], undefined))).toContain('"grassrootsYears"')
  expect(whereOf(changed(tree, [1, 0], undefined))).not.toContain('"townshipYears"')
  const deep: Group = {
    join: 'all',
    members: [young, { join: 'none', members: [township, { join: 'all', members: [grassroots, young] }, grassroots] }],
  }
  expect(treeFault(tree)).toBeUndefined()
  expect(treeFault(deep)?.zh).toContain('四层')
})

test('an address that is no condition is read as none', () => {
  for (const text of ['{', '[]', '{"all":1}', '{"field":"pay","is":"below"}'])
    expect(readTree(text).members).toEqual([])
})

test('a line found by a value has it at once, and asks for nothing but what is still missing', () => {
  expect(leafFor('background', 'finance')).toEqual({ field: 'background', is: 'one-of', value: ['finance'] })
  expect(faultOf(leafFor('background', 'finance'))).toBeUndefined()
  expect(leafFor('sectorYears', 'finance')).toMatchObject({ field: 'sectorYears', of: 'finance' })
  expect(faultOf(leafFor('sectorYears', 'finance'))?.zh).toContain('数字')
})
