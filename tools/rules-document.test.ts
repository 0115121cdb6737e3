import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadRuleBook, readCases } from '../src/policy/index.ts'
import { currentRulesDocument, rulesDocument, rulesDocumentPath } from './rules-document.ts'

describe('docs/reference/rules.md', () => {
  const book = loadRuleBook()

  test('says what the rule files say', () => {
    const committed = readFileSync(rulesDocumentPath, 'utf8')
    expect(
      committed === currentRulesDocument(),
      'docs/reference/rules.md differs from the rule files. Write it anew with: npm run rules-document',
    ).toBe(true)
  })

  test('names every rule once, and every article that is left out with its reason', () => {
    const text = rulesDocument(book, readCases())
    for (const id of book.rules.keys()) expect(text.split(`| \`${id}\` |`), id).toHaveLength(2)
    for (const { article, why } of book.instruments.flatMap(({ uncovered }) => uncovered)) {
      expect(text).toContain(`- ${article}：${why.zh}`)
    }
  })
})
