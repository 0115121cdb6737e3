import { describe, expect, it } from 'vitest'
import { foreseenDifferences } from './foreseen-linking.ts'
import { ratersFor, studyPoint } from './reliability.ts'

describe('how far the mean of some raters can be generalised', () => {
  // InstEval (lme4): 15.4 % of the variance of 73,421 marks is the lecturer's, 6.0 % the severity of the student.
  const insteval = { cadre: 0.154, colleagues: 0, severity: 0.06, custom: 0, residual: 0.786 }

  it.each([
    [5, 0.48],
    [10, 0.65],
    [20, 0.78],
    [30, 0.85],
    [50, 0.9],
  ])('with %i students is %f', (raters, dependability) => {
    expect(studyPoint(insteval, raters).dependability).toBeCloseTo(dependability, 2)
  })

  it('is higher among people whom the same raters score', () => {
    const { generalisability, dependability } = studyPoint(insteval, 10)
    expect(generalisability).toBeGreaterThan(dependability)
  })

  it('says how many raters reach a wanted value, where people differ at all', () => {
    const needed = ratersFor(insteval, 0.85) ?? 0
    expect(studyPoint(insteval, needed).dependability).toBeGreaterThanOrEqual(0.85)
    expect(studyPoint(insteval, needed - 1).dependability).toBeLessThan(0.85)
    expect(ratersFor({ ...insteval, cadre: 0 }, 0.85)).toBeUndefined()
  })
})

describe('what raters of other units would buy', () => {
  // Leaders .5, raters .4, customs .3, residual .8; 100 units of 8 leaders and 30 raters. A simulation with one random
  // design a row gave .286, .268, .241, .231 for the pair of two units, and .198 to .202 inside one.
  const shape = { units: 100, cadresPerUnit: 8, ratersPerUnit: 30 }
  const variances = { cadre: 0.25, colleagues: 0, severity: 0.16, custom: 0.09, residual: 0.64 }

  it('nothing at none: units differ by customs nobody could check', () => {
    const { sameUnit, across } = foreseenDifferences(shape, variances, 0)
    expect(sameUnit).toBeCloseTo(0.198, 3)
    expect(across).toBeCloseTo(0.286, 3)
  })

  it.each([
    [0.02, 0.268],
    [0.05, 0.241],
    [0.1, 0.231],
  ])('at a share of %f an SD of %f across units', (share, across) => {
    const found = foreseenDifferences(shape, variances, share)
    expect(Math.abs(found.across - across)).toBeLessThan(0.008)
    expect(Math.abs(found.sameUnit - 0.2)).toBeLessThan(0.007)
  })
})
