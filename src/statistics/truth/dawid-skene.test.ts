import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ClaimOf, fitTruth, type TruthProblem } from './dawid-skene.ts'

/**
 * Table 1 of Dawid & Skene (1979): 45 patients, five anaesthetists; the first saw every form three times. Seven digits a
 * patient: three of observer 1, then observers 2 to 5.
 */
const anaesthetists = `
1111111 3334334 1122122 2223121 2223222 2223322 1222111 3333433 2222223 2322223 4444444 2223343 1111111 2223212 1211111
1112111 1111111 1111111 2222221 2221322 2222222 2222221 2223222 2212222 1111111 1111111 2322222 1111111 1111111 1121121
1111111 3333233 1111111 2222222 2223232 4334343 2212232 2323233 3333432 1111111 1111111 1212111 2322222 1211111 2222222`

const observerOf = [0, 0, 0, 1, 2, 3, 4]

function asPublished(): TruthProblem {
  const items = anaesthetists
    .trim()
    .split(/\s+/)
    .map((digits) => ({
      candidates: 4,
      claims: [...digits].map((digit, at) => ({ source: observerOf[at] ?? 0, value: Number(digit) - 1 })),
    }))
  const none = Array.from({ length: 4 }, () => [0, 0, 0, 0])
  return {
    items,
    prior: Array.from({ length: 5 }, () => none),
    cellOf: (_item, truth, { value }) => ({ row: truth, outcome: value, spread: 1 }),
    classOf: (_item, candidate) => candidate,
    classes: 4,
  }
}

describe('the anaesthetists of 1979', () => {
  const fit = fitTruth(asPublished())

  test('classes and error rates are those of the paper', () => {
    expect(fit.classShares.map((share) => share.toFixed(2))).toEqual(['0.40', '0.42', '0.11', '0.07'])
    expect(fit.confusion[0]?.map((row) => row.map((rate) => rate.toFixed(2)))).toEqual([
      ['0.89', '0.11', '0.00', '0.00'],
      ['0.07', '0.88', '0.05', '0.00'],
      ['0.00', '0.34', '0.66', '0.00'],
      ['0.00', '0.00', '0.56', '0.44'],
    ])
  })

  test('patient 1 is of class 1, patient 11 of class 4', () => {
    expect(fit.posterior[0]?.[0]).toBeGreaterThan(0.999)
    expect(fit.posterior[10]?.[3]).toBeGreaterThan(0.999)
  })
})

/** One row, two outcomes: agrees, or says one of `others` other values. */
const simple = (items: TruthProblem['items'], prior: number[][], others = 10): TruthProblem => ({
  items,
  prior: prior.map((counts) => [counts]),
  cellOf: (_item, truth, { value }) =>
    value === truth ? { row: 0, outcome: 0, spread: 1 } : { row: 0, outcome: 1, spread: others },
})

test('without data about a source its prior decides', () => {
  const items = [
    {
      candidates: 2,
      claims: [
        { source: 0, value: 0 },
        { source: 1, value: 1 },
      ],
    },
  ]
  const [trusted] =
    fitTruth(
      simple(items, [
        [95, 5],
        [80, 20],
      ]),
    ).posterior[0] ?? []
  expect(trusted).toBeGreaterThan(0.75)
})

test('a source that often stands alone loses weight', () => {
  const agreed = (source: number): ClaimOf => ({ source, value: 0 })
  const items = Array.from({ length: 60 }, () => ({
    candidates: 2,
    claims: [agreed(0), agreed(1), { source: 2, value: 1 }],
  }))
  const { confusion } = fitTruth(
    simple(
      items,
      Array.from({ length: 3 }, () => [18, 2]),
    ),
  )
  expect(confusion[2]?.[0]?.[0]).toBeLessThan(0.3)
  expect(confusion[0]?.[0]?.[0]).toBeGreaterThan(0.95)
})

test('posteriors are probabilities, and the order of claims and items does not matter', () => {
  const claim = fc.record({ source: fc.nat(3), value: fc.nat(2) })
  const item = fc.array(claim, { minLength: 1, maxLength: 6 }).map((claims) => ({ candidates: 3, claims }))
  const prior = [
    [18, 2],
    [16, 4],
    [19, 1],
    [17, 3],
  ]
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 8 }), (items) => {
      const forward = fitTruth(simple(items, prior)).posterior
      const turned = items.map((each) => ({ ...each, claims: [...each.claims].reverse() })).reverse()
      const backward = [...fitTruth(simple(turned, prior)).posterior].reverse()
      forward.forEach((weights, at) => {
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
        weights.forEach((weight, candidate) => {
          expect(backward[at]?.[candidate]).toBeCloseTo(weight, 6)
        })
      })
    }),
    { numRuns: 60 },
  )
})
