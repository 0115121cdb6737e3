import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Rule } from '../rulebook/rule.ts'
import { loadRuleBook } from '../rulebook/rule-book.ts'
import { answerOf, differences, readCases } from './case.ts'

const book = loadRuleBook()
const root = join(import.meta.dirname, '..')
const cases = readCases([join(root, 'instruments'), join(root, 'local')])

/** What the cases of a rule do not show; empty where nothing is lacking. */
function casesLacking({ id }: Rule): string[] {
  const own = cases.filter((one) => one.rule === id).map((one) => one.verdict)
  const lacking = [
    own.length < 4 ? `用例只有${own.length}个` : '',
    own.includes('met') ? '' : '没有 met',
    own.includes('unmet') || own.includes('discretion') ? '' : '没有 unmet 或 discretion',
    own.includes('unknown') ? '' : '没有 unknown',
  ].filter((text) => text !== '')
  return lacking.length === 0 ? [] : [`${id}：${lacking.join('，')}`]
}

describe('cases that an officer can check', () => {
  test.each(cases.map((one) => [one.rule, one.name, one] as const))('%s：%s', (_rule, _name, one) => {
    expect(differences(one, answerOf(one, book))).toEqual([])
  })

  test('every rule that tests something has cases, and no case names a rule that is not there', () => {
    const covered = new Set(cases.map((one) => one.rule))
    const rules = [...book.rules.values()]
    expect(rules.filter((rule) => rule.requires.length > 0 && !covered.has(rule.id)).map(({ id }) => id)).toEqual([])
    expect([...covered].filter((rule) => !book.rules.has(rule))).toEqual([])
  })

  test('every rule that tests something is shown met, not met, and with a fact missing, in four cases or more', () => {
    const rules = [...book.rules.values()].filter((rule) => rule.requires.length > 0)
    expect(rules.flatMap(casesLacking)).toEqual([])
  })

  test('no two cases say the same sentence', () => {
    const names = cases.map((one) => one.name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})
