import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { SeparableEstimate } from '#domain/estimate.ts'
import { loadRuleBook, type RuleBook } from '#policy/index.ts'
import { type Ballot, ratedTown, snapshotOf, type Town } from '../../fixtures/rated-town.ts'
import { recognisedTown } from '../../fixtures/recognised-town.ts'
import { combineChannels } from './combine-channels.ts'
import { joinReadings } from './joint-reading.ts'
import type { DisagreementList, RecognitionPaper } from './paper.ts'
import { readAcceptance } from './read-acceptance.ts'

const book = loadRuleBook()

function recognition(town: Town, law: RuleBook = book) {
  const snapshot = snapshotOf(town)
  const { estimates, papers } = combineChannels(snapshot, law, readAcceptance(snapshot))
  return {
    estimates,
    estimate: (id: string) => estimates.find(({ cadreId }) => cadreId === id)?.estimate,
    paper: (id: string) =>
      papers.find(({ kind, subject }) => kind === 'recognition' && subject === id)?.body as RecognitionPaper,
    list: papers.find(({ kind }) => kind === 'recognition-list')?.body as DisagreementList,
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function distances(found: readonly (readonly [number, number])[]): number[] {
  const [a, b] = [mean(found.map(([x]) => x)), mean(found.map(([, y]) => y))]
  return found.map(([x, y]) => x - a - (y - b))
}

describe('the four channels together', () => {
  const plan = { units: 40, cadresPerUnit: 5, disagreement: 0.03 }
  const towns = [1, 3, 5].map((seed) => recognisedTown({ ...plan, seed }))
  const found = towns.map(({ town, truth }) => {
    const ballots = Map.groupBy(town.ballots, ({ cadre }) => cadre)
    return recognition(town).estimates.flatMap(({ cadreId, estimate }) =>
      estimate.separable
        ? [
            {
              estimate,
              truth: truth.get(cadreId) ?? 0,
              naive: mean((ballots.get(cadreId) ?? []).map(({ score }) => score)),
            },
          ]
        : [],
    )
  })

  it('come nearer to the truth than the mean of all ballots', () => {
    const error = (values: readonly number[]): number => Math.sqrt(mean(values.map((value) => value * value)))
    const own = found.map((people) => error(distances(people.map(({ estimate, truth }) => [estimate.value, truth]))))
    const naive = found.map((people) => error(distances(people.map((person) => [person.naive, person.truth]))))
    expect(mean(own)).toBeLessThan(0.95 * mean(naive))
  })

  it('hold the truth in about nine intervals of ten', () => {
    const inside = found.flatMap((people) => {
      const apart = distances(people.map(({ estimate, truth }) => [estimate.value, truth]))
      return people.map(({ estimate }, index) => (Math.abs(apart[index] as number) < 1.645 * estimate.sd ? 1 : 0))
    })
    expect(mean(inside)).toBeGreaterThan(0.86)
    expect(mean(inside)).toBeLessThan(0.94)
  })

  it('sum to the value, one part a channel', () => {
    const { estimate } = found[0]?.[0] as { estimate: SeparableEstimate }
    expect(estimate.parts.map(({ id }) => id)).toEqual([
      'average',
      'annual-rating',
      'local-repute',
      'neighbours',
      'service-users',
      'shrinkage',
      'scale',
    ])
    expect(estimate.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(estimate.value, 12)
  })
})

describe('a channel that is silent, or nearly', () => {
  const { town } = recognisedTown({ seed: 1, units: 20, cadresPerUnit: 5, disagreement: 0.04 })
  const id = 'U003-C001'
  const without = (channel: string, keep = 0): Town => {
    let kept = 0
    const isKept = (ballot: Ballot): boolean => ballot.cadre !== id || ballot.channel !== channel || kept++ < keep
    return { ...town, ballots: town.ballots.filter(isKept) }
  }
  const sd = (one: Town): number => (recognition(one).estimate(id) as SeparableEstimate).sd

  it('stays unknown and widens the interval', () => {
    expect(sd(without('service-users'))).toBeGreaterThan(sd(town))
    const { paper, estimate } = recognition(without('service-users'))
    const sheet = paper(id).channels.find(({ channel }) => channel === 'service-users')
    expect(sheet).toMatchObject({ state: 'silent', weight: 0.25, figures: undefined })
    const part = (estimate(id) as SeparableEstimate).parts.find((each) => each.id === 'service-users')
    expect(part?.label.zh).toContain('未知')
  })

  it('shows nothing of four answers and does not use them', () => {
    const few = recognition(without('service-users', 4))
    const none = recognition(without('service-users', 0))
    const sheet = few.paper(id).channels.find(({ channel }) => channel === 'service-users')
    expect(sheet).toMatchObject({ state: 'too-few', figures: undefined })
    const [a, b] = [few.estimate(id), none.estimate(id)] as [SeparableEstimate, SeparableEstimate]
    expect(a.n).toBe(b.n)
    expect(a.value).toBeCloseTo(b.value, 2)
  })

  it('refuses where no channel has five answers', () => {
    const poor = town.ballots.filter(({ cadre, rater }) => cadre !== id || rater.endsWith('-R000'))
    expect(recognition({ ...town, ballots: poor }).estimate(id)).toMatchObject({ separable: false })
  })
})

describe('a channel whose ballots were stuffed', () => {
  const { town, stuffed } = recognisedTown({ seed: 5, units: 40, cadresPerUnit: 5, disagreement: 0, stuffed: 8 })
  const { list, paper, estimate } = recognition(town)
  const told = list.rows.filter(({ side }) => side !== undefined)

  it('is listed as far from the others, with what is left without it', () => {
    const right = told.filter(({ cadreId, channel }) => stuffed.includes(cadreId) && channel === 'local-repute')
    expect(right.length).toBeGreaterThanOrEqual(4)
    expect(told.filter(({ cadreId }) => !stuffed.includes(cadreId)).length).toBeLessThanOrEqual(1)
    for (const { cadreId } of right) {
      const sheet = paper(cadreId).channels.find(({ channel }) => channel === 'local-repute')
      expect(sheet?.disagreement?.side).toBe('above')
      const joint = estimate(cadreId)
      if (joint?.separable) expect(sheet?.disagreement?.without.value).toBeLessThan(joint.value)
      else expect(joint?.cause.zh).toContain('相差太大')
    }
  })
})

describe('the weights of the place', () => {
  const { town } = recognisedTown({ seed: 7, units: 15, cadresPerUnit: 5, disagreement: 0.05 })
  const rule = 'LOCAL-RECOGNITION-WEIGHTS'
  const weighted = book.with({
    parameters: [
      {
        rule,
        name: 'weights',
        from: 20260101,
        value: { 'annual-rating': 3, 'local-repute': 1, neighbours: 0, 'service-users': 0 },
        by: '市委组织部',
        on: 20251220,
        document: '试行',
      },
    ],
    confirmations: [],
    rules: [],
  })

  it('are equal unless set, and count as set', () => {
    const id = 'U002-C002'
    expect(
      recognition(town)
        .paper(id)
        .channels.map(({ weight }) => weight),
    ).toEqual([0.25, 0.25, 0.25, 0.25])
    expect(
      recognition(town, weighted)
        .paper(id)
        .channels.map(({ weight }) => weight),
    ).toEqual([0.75, 0.25, 0, 0])
  })
})

it('reads no recommendation and no word of superiors into the value', () => {
  const { town } = recognisedTown({ seed: 1, units: 12, cadresPerUnit: 5, disagreement: 0.02 })
  const more = Array.from({ length: 8 }, (_, rater) => ({
    survey: 'N',
    channel: 'recommendation',
    cadre: 'U000-C000',
    rater: `N${rater}`,
    score: 1,
  }))
  expect(recognition({ ...town, ballots: [...town.ballots, ...more] }).estimates).toEqual(recognition(town).estimates)
})

it('compares nobody across towns that share no rater', () => {
  const { town } = ratedTown({ seed: 3, units: 6, cadresPerUnit: 4, ratersPerUnit: 8, guests: 0 })
  const groups = recognition(town).estimates.map(({ estimate }) => estimate.group)
  expect(new Set(groups).size).toBe(6)
})

test('less data never gives more certainty: a reading more never widens what is known', () => {
  const quarter = { 'annual-rating': 0.25, 'local-repute': 0.25, neighbours: 0.25, 'service-users': 0.25 }
  const reading = fc.record({
    answers: fc.constant(9),
    value: fc.double({ min: -2, max: 2, noNaN: true }),
    errorVariance: fc.double({ min: 0.01, max: 5, noNaN: true }),
  })
  fc.assert(
    fc.property(reading, reading, fc.double({ min: 0, max: 0.99, noNaN: true }), (a, b, outside) => {
      const accord = [{ office: 0.5 * outside, outside, probability: 1 }]
      const one = joinReadings(accord, { neighbours: a }, quarter)
      const two = joinReadings(accord, { neighbours: a, 'local-repute': b }, quarter)
      expect(two.variance).toBeLessThanOrEqual(one.variance + 1e-12)
      expect(one.variance).toBeLessThanOrEqual(1 + 1e-12)
    }),
  )
})
