import fc from 'fast-check'
import { expect, test } from 'vitest'
import { denseModel } from '../fixtures/dense-model.ts'
import { type Design, DesignError, intercept, type Membership, type RandomTerm } from './design.ts'
import { devianceAt, fitMixedModel, type MixedModelFit } from './fit.ts'

type Team = readonly (readonly [member: number, share: number])[]

const membership = (name: string, levels: number, teams: readonly Team[]): Membership => ({
  name,
  levels,
  starts: Int32Array.from({ length: teams.length + 1 }, (_, row) => teams.slice(0, row).flat().length),
  members: Int32Array.from(teams.flat(), ([member]) => member),
  shares: Float64Array.from(teams.flat(), ([, share]) => share),
})

/** Teams of one to four of `people`, in `rows` results of `units` units, all drawn from a seed. */
function teamwork(seed: number, rows: number, people: number, units: number) {
  let state = seed | 1
  const next = (): number => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
  const teams = Array.from({ length: rows }, (): Team => {
    const first = Math.floor(next() * people)
    const size = 1 + Math.floor(next() * 4)
    return Array.from({ length: size }, (_, k) => [(first + k * 3) % people, 0.2 + next()] as const)
  })
  const unit = { name: 'unit', codes: Int32Array.from(teams, () => Math.floor(next() * units)), levels: units }
  const ability = Array.from({ length: people }, (_, person) => 2 * Math.sin(person * 12.9898))
  const response = Float64Array.from(teams, (team) =>
    team.reduce((sum, [member, share]) => sum + share * (ability[member] ?? 0), next() + next()),
  )
  const x = Float64Array.from({ length: rows }, next)
  const weights = Float64Array.from({ length: rows }, () => 0.5 + next())
  return { teams, unit, response, fixed: [intercept(rows), { name: 'x', values: x }], weights }
}

const variancesOf = (fit: MixedModelFit): number[] => [
  ...fit.random.map(({ variance }) => variance),
  fit.residualVariance,
]

test('fits with memberships are what the textbook formulas give, in any mix of terms', () => {
  const someMix = fc.record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    mix: fc.constantFrom('members', 'members and units', 'units and members', 'two memberships'),
    weighted: fc.boolean(),
  })
  fc.assert(
    fc.property(someMix, ({ seed, mix, weighted }) => {
      const { teams, unit, response, fixed, weights } = teamwork(seed, 60, 14, 9)
      const people = membership('person', 14, teams)
      const backing = membership(
        'backer',
        9,
        teams.map((team, row) => [[(row * 5) % 9, team.length / 3] as const, [(row * 5 + 1) % 9, -0.4] as const]),
      )
      const random: Record<typeof mix, RandomTerm[]> = {
        members: [people],
        'members and units': [people, unit],
        'units and members': [unit, people],
        'two memberships': [people, backing],
      }
      const design: Design = { response, fixed, random: random[mix], ...(weighted ? { weights } : {}) }
      for (const method of ['ML', 'REML'] as const) {
        const fit = fitMixedModel(design, { method })
        const dense = denseModel(design, variancesOf(fit))
        expect(fit.criterion).toBeCloseTo(method === 'ML' ? dense.ml : dense.reml, 7)
        expect(devianceAt(design, fit.theta, method)).toBeCloseTo(fit.criterion, 7)
        expectPosterior(fit, dense.modes, dense.covariance)
      }
    }),
    { numRuns: 16, seed: 2 },
  )
})

function expectPosterior(fit: MixedModelFit, modes: readonly number[], covariance: readonly (readonly number[])[]) {
  const unitVector = fit.random.map(({ levels }, term) =>
    term === 0 ? Float64Array.from({ length: levels }, (_, level) => (level === 1 ? 1 : 0)) : undefined,
  )
  const [column] = fit.posterior.covariances([unitVector])
  let place = 0
  fit.random.forEach(({ modes: found, predictionSd }, factor) => {
    found.forEach((mode, level) => {
      expect(mode).toBeCloseTo(modes[place] ?? 0, 7)
      expect((predictionSd[level] ?? 0) ** 2).toBeCloseTo(covariance[place]?.[place] ?? 0, 7)
      expect(column?.[factor]?.[level]).toBeCloseTo(covariance[place]?.[1] ?? 0, 7)
      const shared = fit.posterior.covariance({ factor: 0, level: 1 }, { factor, level })
      if (shared !== undefined && place !== 1) expect(shared).toBeCloseTo(covariance[place]?.[1] ?? 0, 7)
      place += 1
    })
  })
}

test('one member a row with the whole share is a factor', () => {
  const { unit, response, fixed } = teamwork(4, 80, 20, 12)
  const other = { name: 'other', codes: unit.codes.map((code, row) => (code + row) % 7), levels: 7 }
  const alone = membership(
    'unit',
    12,
    [...unit.codes].map((code) => [[code, 1]]),
  )
  const asFactor = fitMixedModel({ response, fixed, random: [unit, other] })
  const asMembership = fitMixedModel({ response, fixed, random: [alone, other] })
  expect(asMembership.criterion).toBeCloseTo(asFactor.criterion, 8)
  asFactor.random.forEach(({ modes, conditionalSd, predictionSd }, term) => {
    modes.forEach((mode, level) => {
      expect(asMembership.random[term]?.modes[level]).toBeCloseTo(mode, 6)
      expect(asMembership.random[term]?.conditionalSd[level]).toBeCloseTo(conditionalSd[level] ?? 0, 6)
      expect(asMembership.random[term]?.predictionSd[level]).toBeCloseTo(predictionSd[level] ?? 0, 6)
    })
  })
})

test('neither the order of rows nor that of the members of a team matters', () => {
  const { teams, unit, response, fixed } = teamwork(8, 90, 20, 9)
  const order = Array.from({ length: 90 }, (_, row) => (row * 37) % 90)
  const turned = order.map((row) => [...(teams[row] ?? [])].reverse())
  const fit = fitMixedModel({ response, fixed, random: [membership('person', 20, teams), unit] })
  const other = fitMixedModel({
    response: Float64Array.from(order, (row) => response[row] ?? 0),
    fixed: fixed.map(({ name, values }) => ({ name, values: Float64Array.from(order, (row) => values[row] ?? 0) })),
    random: [
      membership('person', 20, turned),
      { ...unit, codes: Int32Array.from(order, (row) => unit.codes[row] ?? 0) },
    ],
  })
  expect(other.criterion).toBeCloseTo(fit.criterion, 8)
  fit.random[0]?.modes.forEach((mode, person) => {
    expect(other.random[0]?.modes[person]).toBeCloseTo(mode, 6)
  })
  expect(other.residuals[1]).toBeCloseTo(fit.residuals[37] ?? 0, 6)
})

test('shares in other units change the scale of the effects and nothing else', () => {
  const { teams, unit, response, fixed } = teamwork(6, 90, 20, 9)
  const fitWith = (scale: number) => {
    const scaled = teams.map((team): Team => team.map(([member, share]) => [member, scale * share]))
    return fitMixedModel({ response, fixed, random: [membership('person', 20, scaled), unit] })
  }
  const fit = fitWith(1)
  for (const scale of [1e-3, 12, 1e5]) {
    const other = fitWith(scale)
    expect(other.criterion).toBeCloseTo(fit.criterion, 8)
    expect((other.theta[0] ?? 0) * scale).toBeCloseTo(fit.theta[0] ?? 0, 6)
    expect((other.random[0]?.modes[3] ?? 0) * scale).toBeCloseTo(fit.random[0]?.modes[3] ?? 0, 6)
    expect((other.random[0]?.predictionSd[3] ?? 0) * scale).toBeCloseTo(fit.random[0]?.predictionSd[3] ?? 0, 6)
    expect(other.random[1]?.modes[2]).toBeCloseTo(fit.random[1]?.modes[2] ?? 0, 6)
  }
})

test('someone who never served, and a result of nobody, do no harm', () => {
  const { teams, response, fixed } = teamwork(6, 90, 20, 9)
  const fit = fitMixedModel({ response, fixed, random: [membership('person', 22, [...teams.slice(0, 89), []])] })
  expect(fit.random[0]?.modes[21]).toBe(0)
  expect(fit.random[0]?.predictionSd[21]).toBeCloseTo(Math.sqrt(fit.random[0]?.variance ?? 0), 10)
})

const pair: Team = [
  [0, 0.5],
  [1, 0.5],
]
const sound = membership('person', 3, [pair, [[2, 1]], pair, [[1, 1]], [[0, 1]]])

test.each<[DesignError['fault'], Partial<Membership>]>([
  ['malformed', { starts: sound.starts.subarray(1) }],
  ['malformed', { starts: Int32Array.of(0, 3, 2, 5, 6, 7) }],
  ['malformed', { shares: sound.shares.subarray(1) }],
  ['no-such-level', { levels: 2 }],
  ['not-finite', { shares: sound.shares.map((share, entry) => (entry === 3 ? Number.NaN : share)) }],
  ['constant', { shares: sound.shares.map(() => 0) }],
  ['member-twice', { members: sound.members.map((member) => Math.min(member, 0)) }],
])('%s is refused: %o', (fault, change) => {
  const design = { response: Float64Array.of(1, 2, 3, 5, 4), fixed: [intercept(5)], random: [{ ...sound, ...change }] }
  expect(() => fitMixedModel(design)).toThrow(new DesignError(fault, 'person'))
})

test('a level per row is refused however it is written', () => {
  const rows = Array.from({ length: 5 }, (_, row): Team => [[row, 0.5]])
  const design = {
    response: Float64Array.of(1, 2, 3, 5, 4),
    fixed: [intercept(5)],
    random: [membership('person', 5, rows)],
  }
  expect(() => fitMixedModel(design)).toThrow(new DesignError('level-per-row', 'person'))
})
