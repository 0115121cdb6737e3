import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadRuleBook } from '../rulebook/rule-book.ts'
import { answerOf, differences, readCases } from './case.ts'

const book = loadRuleBook()
const root = join(import.meta.dirname, '..')
const cases = readCases([join(root, 'instruments'), join(root, 'local')])

describe('cases that an officer can check', () => {
  test.each(cases.map((one) => [one.rule, one.name, one] as const))('%s：%s', (_rule, _name, one) => {
    expect(differences(one, answerOf(one, book))).toEqual([])
  })

  test('every rule that asks something has cases, and no case names a rule that is not there', () => {
    const covered = new Set(cases.map((one) => one.rule))
    const asking = [...book.rules.values()].filter((rule) => rule.requires.length > 0).map((rule) => rule.id)
    expect(asking.filter((rule) => !covered.has(rule))).toEqual([])
    expect([...covered].filter((rule) => !asking.includes(rule))).toEqual([])
  })

  test('no two cases say the same sentence', () => {
    const names = cases.map((one) => one.name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})
