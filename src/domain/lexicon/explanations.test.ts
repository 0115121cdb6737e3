import { expect, test } from 'vitest'
import { loadRuleBook } from '#policy/index.ts'
import { verdicts } from '../finding.ts'
import { explanationIds, explanations } from './explanations.ts'
import { rosterField, rosterFieldNames } from './roster-fields.ts'

const all = explanationIds.map((id) => ({ id, ...explanations[id] }))

test('every measure, verdict and word of certainty is explained', () => {
  const measures = ['rating', 'contribution', 'contribution.visible', 'contribution.latent']
  const asked = [...measures, 'recognition', 'evaluation', 'environment', 'condition', ...verdicts]
  expect(explanationIds).toEqual(expect.arrayContaining([...asked, 'separable', 'leaning', 'inseparable']))
})

test('every column of the roster says what it holds', () => {
  expect(rosterFieldNames.filter((name) => rosterField(name).about.zh.trim() === '')).toEqual([])
})

test('an explanation links to rules that exist', () => {
  const known = new Set(loadRuleBook().rules.keys())
  expect(
    all.flatMap(({ id, rules = [] }) => rules.filter((rule) => !known.has(rule)).map((rule) => [id, rule])),
  ).toEqual([])
})

test('the pinyin has one syllable for each character of the term', () => {
  const characters = (term: string): number => term.match(/\p{Script=Han}/gu)?.length ?? 0
  expect(
    all.filter(({ term, pinyin }) => characters(term.zh) !== pinyin.split(' ').length).map(({ id }) => id),
  ).toEqual([])
})

test('explanations are short, in both languages, and never let the system judge', () => {
  for (const { id, term, what, from, sure, not } of all)
    for (const text of [term, what, from, sure, not]) {
      if (!text) continue
      expect(text.zh.length, id).toBeLessThan(110)
      expect(text.zh, id).not.toMatch(/淘汰|判定|评定|优胜|不合格|出局|预警|[您！]|(?<!申)请|\p{Script=Han}[,;:?!]/u)
      expect(text.en, id).not.toMatch(/\b(reject|fail|winner|at risk|best|score)|!|\p{Script=Han}/iu)
    }
})
