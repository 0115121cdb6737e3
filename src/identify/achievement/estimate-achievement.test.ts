import { expect, test } from 'vitest'
import type { SeparableEstimate } from '#domain/estimate.ts'
import { type ServingTown, servingSnapshot, servingTown } from '../fixtures/serving-town.ts'
import { type AchievementEstimation, estimateAchievement } from './estimate-achievement.ts'
import type { AchievementPaper } from './paper.ts'
import type { AchievementSettings } from './settings.ts'

const documented = { id: 'duties', principal: 0.4, inCharge: 2, documents: true }
const settings: AchievementSettings = {
  schemes: [documented, { id: 'equal', principal: undefined, inCharge: 1, documents: false }],
  lags: [
    { id: 'usual', after: 2, keep: 0 },
    { id: 'none', after: 0, keep: 0 },
  ],
  decisiveEvidence: 10,
  latentWeight: 0.5,
  leastYears: 3,
}
const plan = { seed: 5, units: 24, years: 10, stay: 2 }

const estimate = (town: ServingTown, own = settings): AchievementEstimation =>
  estimateAchievement(servingSnapshot(town), own)

function told(found: AchievementEstimation, measure: string): Map<string, SeparableEstimate> {
  return new Map(
    found.estimates.flatMap((row) =>
      row.measure === measure && row.estimate.separable ? [[row.cadreId, row.estimate] as const] : [],
    ),
  )
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const [a, b] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))]
  const sum = (of: (x: number, y: number) => number): number => pairs.reduce((all, [x, y]) => all + of(x - a, y - b), 0)
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y))
}

test('people are told from their teams and places: nearer the truth than their units’ results, whatever share credits them', () => {
  for (const seed of [5, 6]) {
    const { town, truth, environment } = servingTown({ ...plan, seed, stay: 4, lag: 2, carried: 0.3 })
    const found = estimate(town)
    for (const [side, measure] of ['contribution.visible', 'contribution.latent'].entries()) {
      const people = [...told(found, measure)]
      const own = correlation(people.map(([id, { value }]) => [value, truth.get(id)?.[side] ?? 0]))
      const credited = correlation(people.map(([id, { parts }]) => [parts[0]?.value ?? 0, truth.get(id)?.[side] ?? 0]))
      expect(people.length).toBeGreaterThan(24)
      expect(own).toBeGreaterThan(0.65)
      expect(own - credited).toBeGreaterThan(0.05)
    }
    const places = found.unitEstimates.flatMap(({ unitId, estimate: of }) =>
      of.separable ? [[of.value, environment.get(unitId) ?? 0] as const] : [],
    )
    expect(correlation(places)).toBeGreaterThan(0.75)
  }
})

test('the parts lead from the results of the team to the value and sum to it', () => {
  const found = estimate(servingTown(plan).town)
  for (const measure of ['contribution', 'contribution.visible', 'contribution.latent'])
    for (const { value, lower, upper, parts } of told(found, measure).values()) {
      expect(parts.reduce((sum, part) => sum + part.value, 0)).toBe(value)
      expect(lower < value && value < upper).toBe(true)
    }
  const [first] = told(found, 'contribution.visible').values()
  expect(first?.parts.map(({ id }) => id)).toEqual([
    'team',
    'trade',
    'environment',
    'start',
    'year',
    'colleagues',
    'full-share',
    'group',
  ])
})

test('units that exchange nobody are groups of their own', () => {
  const found = estimate(servingTown(plan).town)
  const groupOf = new Map(found.estimates.map(({ cadreId, estimate: { group } }) => [cadreId, group]))
  expect(new Set(groupOf.values())).toEqual(new Set(['A1', 'A2']))
  expect(groupOf.get('C000')).not.toBe(groupOf.get('C071'))
  const groups = new Map(found.unitEstimates.map(({ unitId, estimate: { group } }) => [unitId, group]))
  expect(groups.get('U000')).toBe(groupOf.get('C000'))
})

test('who always served together in the same duties is not told apart, and the cause names the other', () => {
  const { town } = servingTown({ ...plan, stay: 99 })
  const same = { ...town, duties: (town.duties ?? []).map((duty) => ({ ...duty, share: undefined })) }
  const found = estimate(same)
  const [second] = found.estimates.filter(
    ({ cadreId, measure }) => cadreId === 'C001' && measure === 'contribution.visible',
  )
  expect(second?.estimate).toMatchObject({
    separable: false,
    cause: { en: expect.stringMatching(/^Always served with .*C002名/) },
  })
})

test('fewer than three years give no value but the cause', () => {
  const found = estimate(servingTown({ ...plan, years: 2 }).town)
  const causes = found.estimates.flatMap(({ estimate: of }) => (of.separable ? ['told'] : [of.cause.zh]))
  expect(new Set(causes)).toEqual(new Set(['可归属的结果只有 2 个年度，少于 3 个，不作估计。']))
})

test('a way of crediting that explains the results decisively better is published, and said to be', () => {
  const { town } = servingTown({ ...plan, stay: 3, lag: 2 })
  const wrong = { ...settings, lags: [...settings.lags].reverse() }
  const paperOf = (found: AchievementEstimation): AchievementPaper | undefined =>
    found.papers.find(({ kind, subject }) => kind === 'achievement' && subject === 'C000')?.body as AchievementPaper
  const overridden = paperOf(estimate(town, wrong))?.latent
  expect(overridden?.isOverride).toBe(true)
  expect(overridden?.ways.find(({ isPublished }) => isPublished)?.lag?.id).toBe('usual')
  expect(paperOf(estimate(town))?.latent?.isOverride).toBe(false)
})

test('who somebody is, and the order of the rows, leave every number the same', () => {
  const { town } = servingTown(plan)
  const other: ServingTown = {
    ...town,
    cadres: (town.cadres ?? []).map((cadre, index) => ({
      ...cadre,
      name: `改名${index}`,
      sex: index % 2 === 0 ? 'female' : 'male',
      ethnicity: '回族',
      birth_place: `P${index}`,
    })),
    indicators: (town.indicators ?? []).toReversed(),
    duties: (town.duties ?? []).toReversed(),
  }
  const numbers = (own: ServingTown): string => {
    const { estimates, unitEstimates } = estimate(own)
    return JSON.stringify([estimates, unitEstimates], (key, value: unknown) => (key === 'cause' ? undefined : value))
  }
  expect(numbers(other)).toBe(numbers(town))
})

test('without results, or without anybody who answers for them, there is nothing to say', () => {
  const { town } = servingTown(plan)
  expect(estimate({ ...town, indicators: [] })).toEqual({ estimates: [], unitEstimates: [], papers: [] })
  expect(estimate({ ...town, duties: [], tenures: [] }).estimates).toEqual([])
})
