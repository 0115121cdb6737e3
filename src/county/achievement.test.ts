import { expect, test } from 'vitest'
import { type Duty, dutiesByUnit, teamContribution } from './achievement.ts'
import { indicatorsOf } from './vocabulary/indicators.ts'
import { buildWorld } from './world.ts'

const year = 2022
const teams = [...dutiesByUnit(buildWorld({ seed: 4, cadres: 300, asOf: 20261122 }))].map(([unit, duties]) => ({
  duties,
  indicators: indicatorsOf(unit.kind, unit.sector),
}))
const isAllYear = ({ stint }: Duty): boolean => stint.from < 20220101 && (stint.to === 0 || stint.to > 20230101)
const raised = (duty: Duty, by: number): Duty => {
  const { visible, latent } = duty.person.ability
  return {
    ...duty,
    person: { ...duty.person, ability: { ...duty.person.ability, visible: visible + by, latent: latent + by } },
  }
}

test('a written share is what the work counts for', () => {
  let seen = 0
  for (const { duties, indicators } of teams)
    for (const indicator of indicators)
      for (const duty of duties.filter(isAllYear)) {
        const own = duty.records.find((each) => each.indicator === undefined || each.indicator === indicator.name)
        if (own?.share === undefined) continue
        const more = duties.map((each) => (each === duty ? raised(each, 1) : each))
        const gain = teamContribution(more, year, indicator) - teamContribution(duties, year, indicator)
        expect(gain).toBeCloseTo(own.share, 10)
        seen += 1
      }
  expect(seen).toBeGreaterThan(20)
})

test('shares of a team sum to one, or to what is written where that is more', () => {
  for (const { duties, indicators } of teams)
    for (const indicator of indicators) {
      const more = duties.map((each) => raised(each, 1))
      const gain = teamContribution(more, year, indicator) - teamContribution(duties, year, indicator)
      if (gain === 0) continue
      const written = duties.flatMap(({ records }) =>
        records.flatMap((each) =>
          each.share !== undefined && (each.indicator ?? indicator.name) === indicator.name ? [each.share] : [],
        ),
      )
      expect(gain).toBeLessThanOrEqual(
        Math.max(
          1,
          written.reduce((sum, share) => sum + share, 0),
        ) + 1e-9,
      )
    }
})
