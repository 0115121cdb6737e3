import { expect, test } from 'vitest'
import { judgeShortlists, meanOfFirst, type Vacancy } from './shortlists.ts'

const people = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((truth) => ({
  cadreId: `C${truth}`,
  truth,
  naive: { backwards: -truth, nobody: undefined },
}))
const vacancy = (listed: readonly string[]): Vacancy => ({ positionId: 'P', candidates: people, listed })

test('where equal figures straddle the last place, a fair draw counts', () => {
  const figures = [3, 3, 2, 2, 2, 1].map((figure, place) => ({ truth: place, figure }))
  // 0 and 1 surely, and two of 2, 3 and 4, whose mean is 3.
  expect(meanOfFirst(figures, 4)).toBeCloseTo((0 + 1 + 3 + 3) / 4, 12)
  expect(meanOfFirst(figures.slice(0, 2), 4)).toBe(0.5)
})

test('a list by truth reaches everything, and is ahead of the list turned round by what separates them', () => {
  const best = ['C9', 'C8', 'C7', 'C6', 'C5']
  const found = judgeShortlists([vacancy(best), vacancy(best)])
  expect(found).toMatchObject({ vacancies: 2, ours: 7, reached: 1 })
  expect(found?.rankings).toEqual([
    { ranking: 'backwards', mean: 2, advantage: 5, standardError: 0, ahead: 2 },
    { ranking: 'nobody', mean: 4.5, advantage: 2.5, standardError: 0, ahead: 2 },
    { ranking: 'chance', mean: 4.5, advantage: 2.5, standardError: 0, ahead: 2 },
    { ranking: 'truth known', mean: 7, advantage: 0, standardError: 0, ahead: 0 },
  ])
})

test('a list shorter than five is filled up by a fair draw among the others', () => {
  const found = judgeShortlists([vacancy(['C9']), vacancy(['C9'])])
  expect(found?.ours).toBeCloseTo((9 + 4 * 4) / 5, 12)
})

test('vacancies with no more candidates than places are not judged', () => {
  expect(judgeShortlists([{ ...vacancy(['C9']), candidates: people.slice(0, 5) }])).toBeUndefined()
})
