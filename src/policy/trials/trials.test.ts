import { describe, expect, test } from 'vitest'
import { loadRuleBook } from '../rulebook/rule-book.ts'
import { answerOf, differencesOf, readTrials } from './trial.ts'

const book = loadRuleBook()
const trials = readTrials(import.meta.dirname)

describe('trials labelled from the regulations alone', () => {
  test.each(trials.map((one) => [one.file, one.name, String(one.asOf), one] as const))('%s：%s（%s）', (...row) => {
    expect(differencesOf(row[3], answerOf(row[3], book))).toEqual([])
  })

  test('no two cases say the same sentence', () => {
    const names = trials.map((one) => `${one.name} ${one.asOf}`)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})
