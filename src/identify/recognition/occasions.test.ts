import { expect, test } from 'vitest'
import { seededNormal } from '#statistics/index.ts'
import { occasionsOf } from './occasions.ts'

/** Residuals of 12 ballots on each of 8 people of 30 units in each of some yearly surveys, and how they hang together. */
function evidenceOf(years: number, sd: number) {
  const normal = seededNormal(7)
  const cadre: number[] = []
  const survey: number[] = []
  const residuals: number[] = []
  for (let unit = 0; unit < 30; unit += 1)
    for (let person = 0; person < 8; person += 1)
      for (let year = 0; year < years; year += 1) {
        const shared = sd * normal()
        for (let rater = 0; rater < 12; rater += 1) {
          cadre.push(unit * 8 + person)
          survey.push(unit * years + year)
          residuals.push(shared + 0.1 * normal())
        }
      }
  return {
    ballots: { cadre: Int32Array.from(cadre), survey: Int32Array.from(survey) },
    evidence: {
      residuals: Float64Array.from(residuals),
      weights: new Float64Array(residuals.length).fill(1),
      noise: 0.01,
      ofCadres: 0,
      ofSurveys: 0,
    },
  }
}

test('what ballots of one occasion share is found, and the more occasions the less of it stays in the mean', () => {
  const { ballots, evidence } = evidenceOf(5, 0.03)
  const { variance, ofMean } = occasionsOf(ballots, evidence)
  expect(Math.sqrt(variance)).toBeGreaterThan(0.026)
  expect(Math.sqrt(variance)).toBeLessThan(0.034)
  expect(ofMean.get(3)).toBeCloseTo(variance / 5, 12)
})

test('where ballots share nothing, next to nothing is found', () => {
  const { ballots, evidence } = evidenceOf(5, 0)
  expect(Math.sqrt(occasionsOf(ballots, evidence).variance)).toBeLessThan(0.012)
})

test('of people judged on one occasion nothing can be told', () => {
  const { ballots, evidence } = evidenceOf(1, 0.03)
  expect(occasionsOf(ballots, evidence).variance).toBe(0)
})
