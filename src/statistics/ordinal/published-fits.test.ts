import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Covariate, factorOf, intercept } from '../mixed-model/design.ts'
import { fitMixedModel } from '../mixed-model/fit.ts'
import { fitCumulativeLink } from './fit.ts'
import { type OrdinalDesign, ordinalResponse } from './ordinal-design.ts'

const marked = (name: string, values: readonly string[], level: string): Covariate => ({
  name,
  values: Float64Array.from(values, (value) => (value === level ? 1 : 0)),
})

/**
 * Bitterness of wine, 1 to 5, by nine judges: two temperatures by contact of juice and skin or none, two bottles of each.
 * Randall 1989 (Biometrical J. 31:781–793), as in the R package ordinal, whose answers (2022.11-16) the numbers are.
 */
function wine() {
  const ratings = [...'233444551213235423325544323232532343333332322454112223232223333412323244'].map(Number)
  const bottle = ratings.map((_, row) => row % 8)
  const judge = ratings.map((_, row) => String(Math.floor(row / 8)))
  const temp = bottle.map((own) => (own < 4 ? 'cold' : 'warm'))
  const contact = bottle.map((own) => (own % 4 < 2 ? 'no' : 'yes'))
  return {
    ...ordinalResponse(ratings),
    fixed: [marked('tempwarm', temp, 'warm'), marked('contactyes', contact, 'yes')],
    judge: factorOf('judge', judge).factor,
    bottle: factorOf('bottle', bottle.map(String)).factor,
  }
}

test('proportional odds without random effects agree with clm', () => {
  const fit = fitCumulativeLink({ ...wine(), random: [] })
  expect(fit.logLik).toBeCloseTo(-86.491923365649, 8)
  const found = [...fit.thresholds, ...fit.fixed]
  ;[-1.344383411265, 1.250808798417, 3.466886926474, 5.00640420427, 2.503102007899, 1.527797658095].forEach(
    (estimate, index) => {
      expect(found[index]?.estimate).toBeCloseTo(estimate, 5)
    },
  )
  ;[0.5171020453243, 0.4378802029616, 0.5977604246084, 0.730906343667, 0.5286801008248, 0.4766226296483].forEach(
    (se, index) => {
      expect(found[index]?.se).toBeCloseTo(se, 5)
    },
  )
  expect(found.map(({ name }) => name)).toEqual(['1|2', '2|3', '3|4', '4|5', 'tempwarm', 'contactyes'])
})

test('judges as random effects agree with clmm', () => {
  const { judge, ...design } = wine()
  const fit = fitCumulativeLink({ ...design, random: [judge] })
  expect(Math.abs(fit.logLik - -81.565409292124)).toBeLessThan(1e-5)
  const found = [...fit.thresholds, ...fit.fixed]
  ;[-1.62366677845, 1.513365069192, 4.228526520428, 6.088772364793, 3.062996445135, 1.834884831385].forEach(
    (estimate, index) => {
      expect(Math.abs((found[index]?.estimate ?? 0) - estimate)).toBeLessThan(1e-4)
    },
  )
  ;[0.6824424501816, 0.6037568627754, 0.8089709412906, 0.9724595754602, 0.5953783006671, 0.5125303656433].forEach(
    (se, index) => {
      expect(Math.abs((found[index]?.se ?? 0) - se)).toBeLessThan(1e-4)
    },
  )
  expect(fit.random[0]?.variance).toBeCloseTo(1.279460741619, 4)
  ;[1.696178100871, -0.5657830073146, 0.9688082421609, -0.05954986921187, 0.2305101064455].forEach((mode, level) => {
    expect(fit.random[0]?.modes[level]).toBeCloseTo(mode, 4)
  })
  ;[0.306745300319, 0.3779357492213, 0.3545528346002].forEach((variance, level) => {
    expect((fit.random[0]?.conditionalSd[level] ?? 0) ** 2).toBeCloseTo(variance, 4)
  })
  expect([fit.convergence.converged, fit.notices]).toEqual([true, []])
})

test('a factor that the data give no variance ends at exactly zero and is said to', () => {
  const { judge, bottle, ...design } = wine()
  const fit = fitCumulativeLink({ ...design, random: [judge, bottle] })
  expect(Math.abs(fit.logLik - -81.565409292124)).toBeLessThan(1e-5)
  expect(fit.random[1]?.variance).toBe(0)
  expect(fit.notices).toEqual([{ kind: 'boundary', factor: 'bottle' }])
  expect(fit.fixed[0]?.se).toBeCloseTo(0.5953783006671, 4)
})

/** Larger references are no part of this repository; the tests look for them where the variable says. */
const folder = process.env.ZHIREN_REFERENCE ?? ''
const isPresent = existsSync(join(folder, 'insteval.csv.gz')) && existsSync(join(folder, 'soup.csv.gz'))

function load(file: string, wanted: (row: ReadonlyMap<string, string>) => boolean = () => true) {
  const [header = '', ...lines] = gunzipSync(readFileSync(join(folder, file)))
    .toString()
    .trim()
    .split('\n')
  const names = header.split(',')
  const rows = lines
    .map((line) => new Map(line.split(',').map((cell, index) => [names[index] ?? '', cell])))
    .filter(wanted)
  return (name: string): string[] => rows.map((row) => row.get(name) ?? '')
}

test.skipIf(!isPresent)('soup: 1,847 tastings by 185 people agree with clmm', () => {
  const column = load('soup.csv.gz')
  const design: OrdinalDesign = {
    ...ordinalResponse(column('SURENESS').map(Number)),
    fixed: [marked('PRODTest', column('PROD'), 'Test')],
    random: [factorOf('RESP', column('RESP')).factor],
  }
  const fit = fitCumulativeLink(design)
  expect(fit.logLik).toBeGreaterThan(-2673.70848928499 - 1e-5)
  expect(fit.logLik).toBeLessThan(-2673.70848928499 + 2e-4)
  expect(Math.abs((fit.fixed[0]?.estimate ?? 0) - 1.205536529363)).toBeLessThan(1e-4)
  expect(Math.abs((fit.fixed[0]?.se ?? 0) - 0.09178000800727)).toBeLessThan(1e-5)
  expect(Math.abs((fit.random[0]?.variance ?? 0) - 0.3115265172203)).toBeLessThan(1e-4)
})

/** Ratings of 1 to 5 in one department: the raters, the lecturers and whether the lecture was a service. */
function departmentSeven() {
  const column = load('insteval.csv.gz', (row) => row.get('dept') === '7')
  const scores = column('y').map(Number)
  const design: OrdinalDesign = {
    ...ordinalResponse(scores),
    fixed: [{ name: 'service', values: Float64Array.from(column('service'), Number) }],
    random: [factorOf('s', column('s')).factor, factorOf('d', column('d')).factor],
  }
  return { scores, design }
}

test.skipIf(!isPresent)('InstEval, department 7: 660 raters crossed with 68 lecturers agree with clmm', () => {
  const fit = fitCumulativeLink(departmentSeven().design)
  expect(fit.logLik).toBeGreaterThan(-3829.094058 - 1e-5)
  expect(fit.logLik).toBeLessThan(-3829.094058 + 1e-4)
  ;[-2.29694, -1.08989, 0.11698, 1.40402].forEach((threshold, index) => {
    expect(Math.abs((fit.thresholds[index]?.estimate ?? 0) - threshold)).toBeLessThan(1e-4)
  })
  expect(Math.abs((fit.fixed[0]?.estimate ?? 0) - -0.17844)).toBeLessThan(1e-4)
  expect(Math.abs((fit.fixed[0]?.se ?? 0) - 0.14267)).toBeLessThan(1e-4)
  expect(fit.random.map(({ variance }) => variance.toFixed(3))).toEqual(['0.254', '0.603'])
})

test.skipIf(!isPresent)('the linear model and the ordinal one put the 68 lecturers in nearly the same order', () => {
  const { scores, design } = departmentSeven()
  const ordinal = fitCumulativeLink(design).random[1]?.modes ?? []
  const linear = fitMixedModel({
    response: Float64Array.from(scores),
    fixed: [intercept(scores.length), ...design.fixed],
    random: design.random,
  }).random[1]?.modes
  const ranks = (values: ArrayLike<number>): number[] => {
    const order = Array.from(values).sort((a, b) => a - b)
    return Array.from(values, (value) => order.indexOf(value))
  }
  const [a, b] = [ranks(ordinal), ranks(linear ?? [])]
  const squares = a.reduce((sum, rank, index) => sum + (rank - (b[index] ?? 0)) ** 2, 0)
  expect(1 - (6 * squares) / (68 * (68 ** 2 - 1))).toBeGreaterThan(0.99)
})
