import { expect, test } from 'vitest'
import { denseLeaveOut } from '../fixtures/dense-leave-out.ts'
import { hasReference, readReferenceTable } from '../fixtures/reference-data.ts'
import { factorOf, treatmentContrasts } from '../mixed-model/design.ts'
import { seededNormal, seededUniform } from '../seeded.ts'
import { leaveOutVariances, type TwoWayPanel } from './variance-components.ts'

/** Each person has `years` observations and moves now and then; errors are wider for some persons than for others. */
function somePanel(seed: number, persons: number, units: number, years: number) {
  const next = seededUniform(seed)
  const normal = seededNormal(seed + 1)
  const ability = Array.from({ length: persons }, normal)
  const quality = Array.from({ length: units }, normal)
  const person = { name: 'person', codes: new Int32Array(persons * years), levels: persons }
  const unit = { name: 'unit', codes: new Int32Array(persons * years), levels: units }
  let at = 0
  person.codes.forEach((_, row) => {
    person.codes[row] = Math.floor(row / years)
    if (row % years === 0 || next() < 0.35) at = Math.floor(next() * units)
    unit.codes[row] = at
  })
  const effect = Array.from(person.codes, (own, row) => (ability[own] ?? 0) + (quality[unit.codes[row] ?? 0] ?? 0))
  const draw = (): Float64Array =>
    Float64Array.from(effect, (value, row) => value + (0.5 + ((person.codes[row] ?? 0) % 3)) * normal())
  return { person, unit, ability, quality, draw }
}

test.each(['observation', 'match'] as const)('leaving out one %s: what the dense formulas give', (leave) => {
  const { person, unit, draw } = somePanel(7, 24, 6, 5)
  const panel: TwoWayPanel = { response: draw(), person, unit }
  const found = leaveOutVariances(panel, { leave })
  const rows = found?.set.rows ?? new Int32Array(0)
  expect(rows.length).toBeGreaterThan(60)
  const dense = denseLeaveOut(panel, rows, leave)
  for (const name of ['person', 'unit', 'covariance'] as const) {
    expect(found?.plugIn[name]).toBeCloseTo(dense.plugIn[name], 8)
    expect(found?.corrected[name]).toBeCloseTo(dense.corrected[name], 8)
  }
  expect(found?.leverage.mean).toBeCloseTo(dense.leverage.reduce((sum, value) => sum + value, 0) / rows.length, 10)
  expect(found?.leverage.most).toBeCloseTo(Math.max(...dense.leverage), 10)
})

test.each(['observation', 'match'] as const)('random projections come near the exact leverages: %s', (leave) => {
  const { person, unit, draw } = somePanel(11, 300, 25, 6)
  const panel: TwoWayPanel = { response: draw(), person, unit }
  const exact = leaveOutVariances(panel, { leave })
  const projected = leaveOutVariances(panel, { leave, exactUpTo: 1, draws: 400 })
  expect(projected?.leverage.path).toBe('projected')
  for (const name of ['person', 'unit', 'covariance'] as const) {
    const correction = (exact?.plugIn[name] ?? 0) - (exact?.corrected[name] ?? 0)
    expect(Math.abs((projected?.corrected[name] ?? 9) - (exact?.corrected[name] ?? 0))).toBeLessThan(
      0.06 * Math.abs(correction),
    )
  }
})

test('over many draws of errors of unequal spread the corrected figures average to the truth, the plug-in does not', () => {
  const { person, unit, ability, quality, draw } = somePanel(3, 120, 15, 5)
  const draws = 150
  const mean = { plugIn: 0, corrected: 0 }
  let truth = 0
  for (let round = 0; round < draws; round += 1) {
    const found = leaveOutVariances({ response: draw(), person, unit })
    mean.plugIn += (found?.plugIn.covariance ?? 0) / draws
    mean.corrected += (found?.corrected.covariance ?? 0) / draws
    truth = covariance(found?.set.rows ?? new Int32Array(0), (row) => [
      ability[person.codes[row] ?? 0] ?? 0,
      quality[unit.codes[row] ?? 0] ?? 0,
    ])
  }
  expect(Math.abs(mean.corrected - truth)).toBeLessThan(0.02)
  expect(truth - mean.plugIn).toBeGreaterThan(0.08)
})

function covariance(rows: Int32Array, of: (row: number) => readonly [number, number]): number {
  const pairs = Array.from(rows, of)
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const a = mean(pairs.map(([value]) => value))
  const b = mean(pairs.map(([, value]) => value))
  return mean(pairs.map(([x, y]) => (x - a) * (y - b)))
}

test('covariates are partialled out, and one that units explain is dropped and named', () => {
  const { person, unit, draw } = somePanel(5, 60, 8, 6)
  const response = draw()
  const next = seededUniform(2)
  const x = response.map(() => 10 * next())
  const size = Float64Array.from(unit.codes, (code) => code * code)
  const plain = leaveOutVariances({ response, person, unit })
  const found = leaveOutVariances({
    response: response.map((value, row) => value + 3 * (x[row] ?? 0)),
    person,
    unit,
    covariates: [
      { name: 'size', values: size },
      { name: 'x', values: x },
    ],
  })
  expect(found?.dropped).toEqual(['size'])
  expect(found?.slopes[0]?.estimate).toBeCloseTo(3, 0)
  expect(Math.abs((found?.corrected.covariance ?? 9) - (plain?.corrected.covariance ?? 0))).toBeLessThan(0.05)
})

test('without a set that stays connected there is no answer', () => {
  const chain = { name: 'p', codes: Int32Array.of(0, 0, 1, 1), levels: 2 }
  const units = { name: 'u', codes: Int32Array.of(0, 1, 1, 2), levels: 3 }
  expect(leaveOutVariances({ response: Float64Array.of(1, 2, 3, 4), person: chain, unit: units })).toBeUndefined()
})

test.skipIf(!hasReference)(
  'on the simulated panel the corrected correlation of persons and units comes near the truth',
  () => {
    const table = readReferenceTable('sim/sim-panel.csv.gz')
    const year = table.text('year')
    const sectorYear = factorOf(
      'sector-year',
      table.text('sector').map((sector, row) => `${sector}:${year[row]}`),
    )
    const found = leaveOutVariances({
      response: table.numbers('y'),
      person: factorOf('person', table.text('person')).factor,
      unit: factorOf('unit', table.text('unit')).factor,
      covariates: [
        { name: 'baseline', values: table.numbers('baseline') },
        ...treatmentContrasts(sectorYear.factor, sectorYear.labels),
      ],
    })
    const truth = 0.3290772710931
    expect(found?.set).toMatchObject({ observations: 60_000, persons: 5_000, units: 800, movers: 3_808 })
    expect(found?.dropped).toHaveLength(9)
    expect(found?.plugIn.correlation).toBeCloseTo(0.225, 3)
    expect(Math.abs((found?.corrected.correlation ?? 9) - truth)).toBeLessThan(0.03)
    expect(Math.abs((found?.corrected.person ?? 9) - 0.256)).toBeLessThan(0.006)
    expect(Math.abs((found?.residualVariance ?? 9) - 0.49)).toBeLessThan(0.006)
  },
  60_000,
)
