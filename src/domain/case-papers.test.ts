import { expect, test } from 'vitest'
import { missingPapers } from './case-papers.ts'

const required = ['work-plan', 'appraisal-report', 'meeting-minutes'] as const

test('a paper for each candidate is missing for each candidate without one', () => {
  const held = [
    { kind: 'work-plan', cadreId: null },
    { kind: 'appraisal-report', cadreId: 'C1' },
  ] as const
  expect(missingPapers(required, ['motion', 'appraisal'], ['C1', 'C2'], held)).toEqual([
    { kind: 'appraisal-report', cadreId: 'C2' },
  ])
})

test('one report about all of them serves each', () => {
  const held = [{ kind: 'appraisal-report', cadreId: null }] as const
  expect(missingPapers(['appraisal-report'], ['appraisal'], ['C1', 'C2'], held)).toEqual([])
})

test('papers of a stage that the case has not reached are not asked for', () => {
  expect(missingPapers(required, ['motion'], ['C1'], [])).toEqual([{ kind: 'work-plan', cadreId: undefined }])
})
