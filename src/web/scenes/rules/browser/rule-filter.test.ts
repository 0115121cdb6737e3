import { expect, test } from 'vitest'
import type { RuleList, RuleSummary } from '#server/contract/index.ts'
import { countOf, editionsOf, filterRules, inOneLine, isState, openMessage, rulesOf } from './rule-filter.ts'

const rule = (id: string, article: string, given: Partial<RuleSummary> = {}): RuleSummary => ({
  id,
  basis: { instrument: '任用条例', article, title: { zh: '任职年限', en: 'Time in post' } },
  standing: { status: 'VERIFIED', binding: true, confirmed: null },
  purposes: ['appointment'],
  severities: ['bar'],
  asks: false,
  from: '2019-03-03',
  to: null,
  inForce: true,
  cases: 4,
  versionOf: null,
  versions: [],
  changedHere: false,
  ...given,
})

const waiting = { status: 'UNVERIFIED', binding: false, confirmed: null } as const
const list: RuleList = {
  asOf: '2026-11-22',
  counts: { rules: 3, inForce: 2, verified: 2, awaiting: 1, cases: 12 },
  setAside: [],
  instruments: [
    {
      id: 'appointment-2019',
      name: { zh: '任用条例', en: 'Appointment Regulations' },
      from: '2019-03-03',
      to: null,
      inForce: true,
      local: false,
      articles: [
        { article: '8(3)', rules: [rule('APPT-08-3-TENURE', '8(3)')] },
        { article: '8(4)', rules: [rule('APPT-08-4-EDU', '8(4)', { standing: waiting })] },
        { article: '9', rules: [rule('OLD', '9', { inForce: false, changedHere: true })] },
      ],
      uncovered: [{ article: '7', why: { zh: '由组织考察', en: 'left to appraisal' } }],
    },
  ],
}

const found = (words: string, state?: Parameters<typeof filterRules>[2]): string[] =>
  filterRules(list, words, state)
    .flatMap(rulesOf)
    .map(({ id }) => id)

test('a rule is found by article, by the article in words, by id, and by several words together', () => {
  expect(found('8(3)')).toEqual(['APPT-08-3-TENURE'])
  expect(found('第八条第三项')).toEqual(['APPT-08-3-TENURE'])
  expect(found('appt-08')).toEqual(['APPT-08-3-TENURE', 'APPT-08-4-EDU'])
  expect(found('任职年限 第八条')).toHaveLength(2)
  expect(found('没有这几个字')).toEqual([])
})

test('states: in force, awaiting confirmation, changed here, out of force', () => {
  expect(found('', 'awaiting')).toEqual(['APPT-08-4-EDU'])
  expect(found('', 'here')).toEqual(['OLD'])
  expect(found('', 'not-in-force')).toEqual(['OLD'])
  expect(countOf(list, 'in-force')).toBe(2)
  expect(isState('awaiting')).toBe(true)
  expect(isState('constructor')).toBe(false)
})

test('an article that is deliberately no rule is found too', () => {
  expect(filterRules(list, '考察', undefined)[0]?.uncovered).toHaveLength(1)
})

test('a message shows its parameters and leaves open what only a case can say', () => {
  const message = { zh: '工龄{service}，满{years}年', en: 'working age {service}, at least {years} y' }
  expect(openMessage(message, { years: { zh: '5', en: '5' } }, 'zh')).toBe('工龄…，满5年')
})

test('a condition with parts stands on one line in a comparison', () => {
  const leaf = (zh: string, en: string) => ({ text: { zh, en }, parts: [] })
  const all = { text: { zh: '以下各项都符合：', en: 'All of these hold:' }, parts: [leaf('甲', 'a'), leaf('乙', 'b')] }
  expect(inOneLine(all, 'zh')).toBe('以下各项都符合：甲；乙')
  expect(inOneLine(all, 'en')).toBe('All of these hold: a; b')
})

test('two editions of one name are told apart', () => {
  expect(editionsOf(list).size).toBe(0)
  expect([...editionsOf({ ...list, instruments: [...list.instruments, ...list.instruments] })]).toEqual(['任用条例'])
})
