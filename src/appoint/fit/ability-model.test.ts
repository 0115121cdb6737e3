import { describe, expect, test } from 'vitest'
import { fitAbilityModel, oneWay } from './ability-model.ts'

describe('one-way analysis of variance', () => {
  test('gives the mean squares of the dyestuff data', () => {
    // Davies & Goldsmith (1972), Statistical Methods in Research and Production, table 6.1: yield of dyestuff by batch.
    const dyestuff = [
      [1545, 1440, 1440, 1520, 1580],
      [1540, 1555, 1490, 1560, 1495],
      [1595, 1550, 1605, 1510, 1560],
      [1445, 1440, 1595, 1465, 1545],
      [1595, 1630, 1515, 1635, 1625],
      [1520, 1455, 1450, 1480, 1445],
    ]
    const { within, between, freedom } = oneWay(dyestuff)
    expect(within).toBeCloseTo(2451.25, 6)
    expect(between).toBeCloseTo(1764.05, 6)
    expect(freedom).toBe(24)
  })
})

describe('the ability model', () => {
  const assessments = Array.from({ length: 60 }, (_, cadre) =>
    ['a', 'b', 'c', 'd'].map((element, index) => ({
      cadre,
      element,
      facet: 'practice',
      level: 3 + (cadre % 3) - 1 + ((cadre * 7 + index * 3) % 5 === 0 ? 0.5 : 0),
      age: 0,
    })),
  ).flat()

  test('finds that people differ more than their elements do', () => {
    const model = fitAbilityModel(
      assessments,
      () => 'none',
      [],
      () => undefined,
    )
    expect(model.personVariance).toBeGreaterThan(model.elementVariance)
  })

  test('expects nothing of ratings that are not there', () => {
    const model = fitAbilityModel(
      assessments,
      () => 'none',
      [],
      () => undefined,
    )
    expect(model.expected(0)).toBe(0)
  })

  test('keeps a stated spread where too few were assessed', () => {
    const model = fitAbilityModel(
      [],
      () => 'none',
      [],
      () => undefined,
    )
    expect(model).toMatchObject({ elementVariance: 0.3, errorVariance: 0.36 })
    expect(model.meanOf('practice/无人评过', 'none')).toBe(3)
  })
})
