import { expect, test } from 'vitest'
import { nothingSupposed, suppositionOf } from './supposition.ts'

const today = '2026-11-22'

test('nothing typed supposes nothing', () => {
  expect(suppositionOf(nothingSupposed, today)).toBeUndefined()
  expect(suppositionOf({ ...nothingSupposed, grassrootsYears: 'two', postYears: '3' }, today)).toBeUndefined()
})

test('years are stretches that end on the day, counted back by the calendar', () => {
  const supposed = suppositionOf({ ...nothingSupposed, grassrootsYears: '2' }, today)
  expect(supposed?.tenures).toEqual([{ from: '2024-11-22', to: today, grassroots: true }])
  const later = suppositionOf(
    { ...nothingSupposed, postYears: '1.5', postLevel: 'section-chief', asOf: '2028-03-31' },
    today,
  )
  expect(later).toMatchObject({
    asOf: '2028-03-31',
    tenures: [{ from: '2026-09-30', postLevel: 'section-chief', grassroots: false }],
  })
})

test('hours lie in the year of the day; an evaluation has its own year', () => {
  const supposed = suppositionOf(
    { ...nothingSupposed, trainingHours: '110', evaluationYear: '2025', evaluationResult: 'excellent' },
    today,
  )
  expect(supposed?.trainings).toEqual([{ from: '2026-01-01', to: today, hours: 110 }])
  expect(supposed?.evaluations).toEqual([{ year: 2025, result: 'excellent' }])
})
