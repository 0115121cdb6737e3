import { expect, test } from 'vitest'
import { labelOfParameter } from '#domain/lexicon/parameters.ts'
import { loadRuleBook } from './rule-book.ts'

test('every value of the rule book has a label: nobody reads the name it is written under', () => {
  const names = [...loadRuleBook().rules.values()].flatMap(({ parameters }) => [...parameters.keys()])
  expect([...new Set(names)].filter((name) => !labelOfParameter(name))).toEqual([])
})
