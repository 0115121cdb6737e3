import { expect, test } from 'vitest'
import type { SeparableEstimate } from '#domain/estimate.ts'
import { type Ballot, ratedTown, snapshotOf, type Town } from '../fixtures/rated-town.ts'
import { calibrateRatings, type RatingCalibration } from './calibrate-ratings.ts'

const plan = { seed: 11, units: 40, cadresPerUnit: 6, ratersPerUnit: 12, guests: 2 }

function separable(calibration: RatingCalibration, measure = 'rating'): Map<string, SeparableEstimate> {
  const found = new Map<string, SeparableEstimate>()
  for (const { cadreId, measure: own, estimate } of calibration.estimates)
    if (own === measure && estimate.separable) found.set(cadreId, estimate)
  return found
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)]
  const products = (x: readonly number[], mx: number, y: readonly number[], my: number): number =>
    x.reduce((sum, value, index) => sum + (value - mx) * ((y[index] ?? 0) - my), 0)
  return products(a, ma, b, mb) / Math.sqrt(products(a, ma, a, ma) * products(b, mb, b, mb))
}

test('over many towns the 90 % intervals hold the truth about nine times in ten, and beat the raw mean', () => {
  let inside = 0
  let all = 0
  const gains: number[] = []
  for (let seed = 1; seed <= 8; seed += 1) {
    const { town, truth } = ratedTown({ ...plan, seed })
    const calibration = calibrateRatings(snapshotOf(town))
    const estimates = [...separable(calibration)]
    const raw = new Map(calibration.rawMeans.map(({ cadreId, value }) => [cadreId, value]))
    const truths = estimates.map(([cadreId]) => truth.get(cadreId) ?? 0)
    const values = estimates.map(([, { value }]) => value)
    const middle = mean(values) - mean(truths)
    estimates.forEach(([, { lower, upper }], index) => {
      all += 1
      const own = (truths[index] ?? 0) + middle
      if (lower <= own && own <= upper) inside += 1
    })
    gains.push(
      correlation(values, truths) -
        correlation(
          estimates.map(([cadreId]) => raw.get(cadreId) ?? 0),
          truths,
        ),
    )
  }
  expect(all).toBe(8 * 240)
  expect(inside / all).toBeGreaterThan(0.87)
  expect(inside / all).toBeLessThan(0.93)
  expect(Math.min(...gains)).toBeGreaterThan(0.02)
})

test('the parts lead from the raw mean to the value and sum to it', () => {
  const { town } = ratedTown(plan)
  const calibration = calibrateRatings(snapshotOf(town))
  const raw = new Map(calibration.rawMeans.map(({ cadreId, value }) => [cadreId, value]))
  const estimates = separable(calibration)
  expect(estimates.size).toBe(240)
  for (const [cadreId, { value, parts, lower, upper, n, group }] of estimates) {
    expect(parts.reduce((sum, part) => sum + part.value, 0)).toBe(value)
    expect(parts[0]?.value).toBe(raw.get(cadreId))
    expect(parts.map(({ id }) => id)).toEqual(['raw-mean', 'severity', 'custom', 'survey', 'shrinkage'])
    expect(lower < value && value < upper).toBe(true)
    expect(value).toBeGreaterThan(0)
    expect(value).toBeLessThan(1)
    expect([n, group]).toEqual([14, 'G1'])
  }
})

test('who somebody is never enters: other sexes, ethnic groups and birthplaces leave every byte the same', () => {
  const { town } = ratedTown(plan)
  const other: Town = {
    ...town,
    cadres: town.cadres.map((cadre, index) => ({
      ...cadre,
      sex: index % 2 === 0 ? 'female' : 'male',
      ethnicity: index % 3 === 0 ? '回族' : '汉族',
      birth_place: `P${index}`,
      native_place: `N${index}`,
      growth_place_code: `99000${index % 9}`,
      born_on: `19${60 + (index % 30)}-03`,
    })),
  }
  const bytes = (each: Town): string => JSON.stringify(calibrateRatings(snapshotOf(each)).estimates)
  expect(bytes(other)).toBe(bytes(town))
})

test('the order in which ballots came in leaves every byte the same', () => {
  const { town } = ratedTown(plan)
  const bytes = (each: Town): string => JSON.stringify(calibrateRatings(snapshotOf(each)).estimates)
  expect(bytes({ ...town, ballots: town.ballots.toReversed() })).toBe(bytes(town))
})

test('units that nobody links are groups of their own, and their people are not compared', () => {
  const { town } = ratedTown({ ...plan, units: 5, guests: 0 })
  const calibration = calibrateRatings(snapshotOf(town))
  const groups = calibration.measures[0]?.groups ?? []
  expect(groups.map(({ id, cadreIds }) => `${id} ${cadreIds.length} ${cadreIds[0]}`)).toEqual([
    'G1 6 U000-C000',
    'G2 6 U001-C000',
    'G3 6 U002-C000',
    'G4 6 U003-C000',
    'G5 6 U004-C000',
  ])
  expect(calibration.compare('rating', 'U000-C000', 'U001-C000')).toBeUndefined()
  const inside = calibration.compare('rating', 'U000-C000', 'U000-C001')
  const turned = calibration.compare('rating', 'U000-C001', 'U000-C000')
  expect((inside?.probability ?? 0) + (turned?.probability ?? 0)).toBeCloseTo(1, 12)
  const estimates = separable(calibration)
  const [a, b] = [estimates.get('U000-C000'), estimates.get('U000-C001')]
  expect(inside?.difference).toBeCloseTo((a?.value ?? 0) - (b?.value ?? 0), 9)
})

test('too few ballots, or nobody to compare with, give no value but a cause', () => {
  const { town } = ratedTown(plan)
  const extra = (cadre: string, ballots: Partial<Ballot>[]): Ballot[] =>
    ballots.map((ballot, index) => ({
      survey: 'S-X',
      cadre,
      rater: `X${index}`,
      unit: 'U000',
      score: 0.6 + index / 50,
      ...ballot,
    }))
  const calibration = calibrateRatings(
    snapshotOf({
      ...town,
      cadres: [...town.cadres, ...['FEW', 'LONE'].map((id) => ({ cadre_id: id, name: id, authority_unit_id: 'U000' }))],
      ballots: [
        ...town.ballots,
        ...extra('FEW', [{ rater: 'U000-R000' }, { rater: 'U000-R001' }]),
        ...extra('LONE', [{}, {}, {}, {}, {}, {}]),
      ],
    }),
  )
  const estimateOf = (id: string) => calibration.estimates.find(({ cadreId }) => cadreId === id)?.estimate
  expect(estimateOf('FEW')).toEqual({
    separable: false,
    n: 2,
    group: 'G1',
    cause: {
      zh: '只有 2 票，少于 5 票，不足以区分。',
      en: 'Only 2 ballots, fewer than 5: too few to tell this cadre apart.',
    },
  })
  expect(estimateOf('LONE')).toEqual({
    separable: false,
    n: 6,
    group: 'G2',
    cause: {
      zh: '给他打分的人没有给别人打过分，无从比较。',
      en: 'Nobody who rated this cadre rated anybody else: there is nothing to compare with.',
    },
  })
})

test('what neighbours and the people served say is not mixed into the rating', () => {
  const { town } = ratedTown(plan)
  const more = town.ballots
    .slice(0, 500)
    .map((ballot) => ({ ...ballot, survey: 'S-N', channel: 'neighbours', score: 0.1 }))
  const values = (each: Town) => [...separable(calibrateRatings(snapshotOf(each)))].map(([, { value }]) => value)
  const found = values({ ...town, ballots: [...town.ballots, ...more] })
  values(town).forEach((value, index) => {
    expect(found[index]).toBeCloseTo(value, 12)
  })
})

test('a ballot without an overall score counts with the mean of its items, and every item is a measure', () => {
  const { town } = ratedTown({ ...plan, units: 6 })
  const items = ['integrity', 'probity']
  const split = town.ballots.flatMap((ballot) =>
    items.map((item, index) => ({ ...ballot, item, score: ballot.score + (index === 0 ? 0.02 : -0.02) })),
  )
  const whole = separable(calibrateRatings(snapshotOf(town)))
  const calibration = calibrateRatings(snapshotOf({ ...town, ballots: split }))
  const halves = separable(calibration)
  expect(calibration.measures.map(({ measure }) => measure)).toEqual(['rating', 'rating.integrity', 'rating.probity'])
  for (const [cadreId, { value }] of whole) expect(halves.get(cadreId)?.value).toBeCloseTo(value, 5)
  expect(separable(calibration, 'rating.probity').size).toBe(36)
})

test('ballots that all agree cannot be calibrated, and this is said', () => {
  const { town } = ratedTown({ ...plan, units: 2 })
  const calibration = calibrateRatings(
    snapshotOf({ ...town, ballots: town.ballots.map((ballot) => ({ ...ballot, score: 0.8 })) }),
  )
  expect(calibration.estimates[0]?.estimate).toMatchObject({
    separable: false,
    cause: { en: 'The ballots are too few, or too alike, to correct for severity.' },
  })
})
