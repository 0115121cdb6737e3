import { expect, test } from 'vitest'
import type { SeparableEstimate } from '#domain/estimate.ts'
import { type Ballot, ratedTown, snapshotOf, spread, type Town } from '../fixtures/rated-town.ts'
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

/** What a form makes of a feeling of 0 … 1: three, four or five marks of which the top ones are usual, or points. */
const forms = [
  { scaleMax: 3, thresholds: [0.25, 0.5] },
  { scaleMax: 4, thresholds: [0.2, 0.35, 0.55] },
  { scaleMax: 5, thresholds: [0.15, 0.25, 0.4, 0.6] },
  { scaleMax: 100, thresholds: [] },
] as const

function onForm(feeling: number, unit: number): { score: number; scaleMax: number } {
  const { scaleMax, thresholds } = forms[unit % forms.length] ?? forms[3]
  if (scaleMax === 100)
    return { scaleMax, score: Math.max(0, Math.min(100, Math.round(80 + 40 * (feeling - 0.5)))) / 100 }
  return { scaleMax, score: (1 + thresholds.filter((threshold) => feeling > threshold).length) / scaleMax }
}

/** Every unit asks on its own form. */
const onForms = (town: Town): Town => ({
  ...town,
  ballots: town.ballots.map((ballot) => ({ ...ballot, ...onForm(ballot.score, Number(ballot.survey.slice(3))) })),
})

/** The share an average rater gives a person of this ability, over all forms. */
function expectedShare(ability: number): number {
  const sd = Math.hypot(spread.severity, spread.custom, spread.noise)
  let sum = 0
  let weights = 0
  for (let z = -4; z <= 4; z += 0.05) {
    const weight = Math.exp((-z * z) / 2)
    weights += weight
    for (const unit of forms.keys()) sum += (weight * onForm(0.5 + ability + sd * z, unit).score) / forms.length
  }
  return sum / weights
}

test('units that ask on 3, 4, 5 or 100 points, with ceilings: the intervals hold, and the order is far better than raw', () => {
  let inside = 0
  let all = 0
  const gains: number[] = []
  for (let seed = 1; seed <= 4; seed += 1) {
    const { town, truth } = ratedTown({ ...plan, seed })
    const calibration = calibrateRatings(snapshotOf(onForms(town)))
    const raw = new Map(calibration.rawMeans.map(({ cadreId, value }) => [cadreId, value]))
    const estimates = [...separable(calibration)]
    const truths = estimates.map(([cadreId]) => expectedShare(truth.get(cadreId) ?? 0))
    const values = estimates.map(([, { value }]) => value)
    const middle = mean(values) - mean(truths)
    estimates.forEach(([, { lower, upper, value, parts }], index) => {
      const own = (truths[index] ?? 0) + middle
      all += 1
      if (lower <= own && own <= upper) inside += 1
      expect(parts.reduce((sum, part) => sum + part.value, 0)).toBe(value)
    })
    const raws = estimates.map(([cadreId]) => raw.get(cadreId) ?? 0)
    gains.push(correlation(values, truths) - correlation(raws, truths))
    expect(correlation(values, truths)).toBeGreaterThan(0.86)
  }
  expect(inside / all).toBeGreaterThan(0.87)
  expect(inside / all).toBeLessThan(0.95)
  expect(Math.min(...gains)).toBeGreaterThan(0.1)
})

test('who loses half of the ballots gets no narrower an interval', () => {
  const { town } = ratedTown(plan)
  const losers = ['U003-C001', 'U010-C002', 'U021-C005']
  const fewer = town.ballots.filter(
    ({ cadre, rater }) => !(losers.includes(cadre) && Number(rater.slice(-3)) % 2 === 0),
  )
  const [with_, without] = [town.ballots, fewer].map((ballots) =>
    separable(calibrateRatings(snapshotOf({ ...town, ballots }))),
  )
  for (const id of losers) expect(without?.get(id)?.sd).toBeGreaterThan(with_?.get(id)?.sd ?? 1)
})

test('raters can be left out by their key, as if they had not voted', () => {
  const { town } = ratedTown({ ...plan, units: 8 })
  const without = new Set(['U002-R004', 'U005-R001'])
  const ballots = town.ballots.filter(({ rater }) => !without.has(rater))
  const bytes = (calibration: RatingCalibration): string => JSON.stringify(calibration.estimates)
  const left = calibrateRatings(snapshotOf(town), { without })
  expect(bytes(left)).toBe(bytes(calibrateRatings(snapshotOf({ ...town, ballots }))))
})

test('every fit is told, with the ballots it rests on', () => {
  const { town } = ratedTown({ ...plan, units: 6 })
  const seen: string[] = []
  calibrateRatings(snapshotOf(town), {
    onFit: ({ measure, ballots, model, groups }) => {
      seen.push(`${measure} ${ballots.length} ${groups.length}`)
      const [first = 0] = model?.response ?? []
      const added = [...(model?.added.values() ?? [])].reduce((sum, values) => sum + (values[0] ?? 0), 0)
      const own = model?.holders.reduce(
        (sum, { factor, levels }) => sum + (model.fit.random[factor]?.modes[levels[0] ?? 0] ?? 0),
        model.usual,
      )
      expect(model?.cadres[0]).toBe(ballots.cadre[0])
      expect((own ?? 0) + added + (model?.fit.residuals[0] ?? 0)).toBeCloseTo(first, 10)
    },
  })
  expect(seen).toEqual([`rating ${town.ballots.length} 1`])
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
    expect(parts.map(({ id }) => id)).toEqual(['raw-mean', 'severity', 'custom', 'survey', 'scale', 'shrinkage'])
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
