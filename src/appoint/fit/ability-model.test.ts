import { describe, expect, test } from 'vitest'
import { fitAbilityModel } from './ability-model.ts'
import type { Assessment } from './assessments.ts'

const elements = ['a', 'b', 'c', 'd']
const assess = (cadre: number, element: string, level: number): Assessment => ({
  cadre,
  element: `practice/${element}`,
  facet: 'practice',
  level,
  on: 20260110,
  age: 0,
  evidence: '',
})

describe('the ability model', () => {
  test('keeps the middle of the scale and a stated spread where nobody was assessed', () => {
    const model = fitAbilityModel([], () => 'none', new Map())
    expect(model).toMatchObject({ elementVariance: 0.15, errorVariance: 0.45 })
    expect(model.meanOf('practice/无人评过', 'none')).toBe(3)
    expect(model.foreseen(0)).toMatchObject({ person: 0, personVariance: 0.3, measures: [] })
  })

  test('what assessors give a higher post beyond the ratings goes with the post, not with the person', () => {
    const levelOf = (cadre: number): string => (cadre < 40 ? 'section-deputy' : 'section-chief')
    const assessments = Array.from({ length: 80 }, (_, cadre) =>
      elements.map((element, place) =>
        assess(cadre, element, 3 + (cadre % 3) - 1 + (cadre < 40 ? 0 : 0.5) + ((cadre * 7 + place * 3) % 5) / 10),
      ),
    ).flat()
    const model = fitAbilityModel(assessments, levelOf, new Map())
    const custom = model.meanOf('practice/a', 'section-chief') - model.meanOf('practice/a', 'section-deputy')
    expect(custom).toBeCloseTo(0.5, 1)
    // A level at which nobody was assessed is like the nearest.
    expect(model.meanOf('practice/a', 'division-deputy')).toBe(model.meanOf('practice/a', 'section-chief'))
    expect(model.foreseen(0).personVariance).toBeGreaterThan(model.elementVariance + model.errorVariance)
  })
})
