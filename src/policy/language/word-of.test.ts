import { describe, expect, test } from 'vitest'
import { labelOfFact, labelOfTable } from '#domain/lexicon/facts.ts'
import { meetingFields } from '#domain/meeting.ts'
import { processLabels } from '#domain/process.ts'
import { fieldNamesOf, type TableName } from '#domain/tables.ts'
import { lists } from './lists.ts'
import { words } from './vocabulary.ts'

const every = [words, ...Object.values(lists).map((list) => list.words)].flatMap((one) => Object.entries(one))
const facts = [...new Set(every.flatMap(([, word]) => word.missing ?? []))]

describe('the words of the rule language', () => {
  test('name the fact that would settle them, but for the day itself', () => {
    expect(every.filter(([, word]) => word.missing === undefined).map(([path]) => path)).toEqual([
      'today.year',
      'today.month',
    ])
  })

  test.each(facts)(
    '%s is a field of the data package or of a selection case or meeting, with a label of its own',
    (fact) => {
      const [table = '', field = ''] = fact.split('.')
      if (table === 'process') expect(processLabels.has(fact)).toBe(true)
      else if (table === 'meeting') expect(Object.keys(meetingFields)).toContain(field)
      else expect(fieldNamesOf(table as TableName)).toContain(field)
      expect(labelOfFact(fact)).not.toEqual(labelOfTable(table))
    },
  )

  test('no two facts share a label', () => {
    const labels = facts.map(labelOfFact)
    expect(new Set(labels.map((label) => label.zh)).size).toBe(facts.length)
    expect(new Set(labels.map((label) => label.en)).size).toBe(facts.length)
  })
})
