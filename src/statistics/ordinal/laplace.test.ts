import { expect, test } from 'vitest'
import { loadKernels } from '../kernels/wasm.ts'
import { DesignError } from '../mixed-model/design.ts'
import { fitCumulativeLink } from './fit.ts'
import { laplaceAt, type Parameters } from './laplace.ts'
import { type OrdinalDesign, ordinalResponse } from './ordinal-design.ts'

/** Crossed and unbalanced: 9 raters, 7 persons, 4 offices; five categories. */
function crossed(): OrdinalDesign {
  const rows = 120
  const at = (row: number, step: number, levels: number): number => (row * step + Math.floor(row / 5)) % levels
  const codes = (step: number, levels: number) => Int32Array.from({ length: rows }, (_, row) => at(row, step, levels))
  const values = Array.from({ length: rows }, (_, row) =>
    Math.max(1, Math.min(5, Math.round(3 + 1.3 * Math.sin(row * 7.1) + at(row, 3, 7) / 4 - at(row, 5, 9) / 6))),
  )
  return {
    ...ordinalResponse(values),
    fixed: [{ name: 'x', values: Float64Array.from({ length: rows }, (_, row) => Math.cos(row * 1.7)) }],
    random: [
      { name: 'rater', codes: codes(5, 9), levels: 9 },
      { name: 'person', codes: codes(3, 7), levels: 7 },
      { name: 'office', codes: codes(1, 4), levels: 4 },
    ],
  }
}

test('the gradient is the derivative of the value, by every parameter', () => {
  const design = crossed()
  const kernels = loadKernels()
  const at: Parameters = {
    thresholds: Float64Array.of(-2.1, -0.8, 0.3, 1.9),
    slopes: Float64Array.of(0.4),
    sds: Float64Array.of(0.7, 0.5, 0.9),
  }
  const { gradient } = laplaceAt(design, at, kernels)
  const width = 1e-5
  for (const part of ['thresholds', 'slopes', 'sds'] as const) {
    at[part].forEach((_, index) => {
      const value = (sign: number): number => {
        const moved = at[part].map((own, place) => (place === index ? own + sign * width : own))
        return laplaceAt(design, { ...at, [part]: moved }, kernels).value
      }
      const slope = (value(1) - value(-1)) / (2 * width)
      expect(Math.abs(slope - (gradient[part][index] ?? 0))).toBeLessThan(1e-6)
    })
  }
})

test('the order of the rows and the unit of a covariate change nothing but the unit', () => {
  const design = crossed()
  const order = Array.from(design.response.keys()).sort((a, b) => Math.sin(a * 9.3) - Math.sin(b * 9.3))
  const turned: OrdinalDesign = {
    ...design,
    response: Int32Array.from(order, (row) => design.response[row] ?? 0),
    fixed: design.fixed.map(({ name, values }) => ({
      name,
      values: Float64Array.from(order, (row) => 2000 + 100 * (values[row] ?? 0)),
    })),
    random: design.random.map((factor) => ({
      ...factor,
      codes: Int32Array.from(order, (row) => factor.codes[row] ?? 0),
    })),
  }
  const [a, b] = [fitCumulativeLink(design), fitCumulativeLink(turned)]
  expect(b.logLik).toBeCloseTo(a.logLik, 8)
  expect(100 * (b.fixed[0]?.estimate ?? 0)).toBeCloseTo(a.fixed[0]?.estimate ?? 0, 4)
  expect(100 * (b.fixed[0]?.se ?? 0)).toBeCloseTo(a.fixed[0]?.se ?? 0, 4)
  b.random.forEach(({ modes }, factor) => {
    modes.forEach((mode, level) => {
      expect(mode).toBeCloseTo(a.random[factor]?.modes[level] ?? 9, 3)
    })
  })
})

test('what no fit can mend is refused by name', () => {
  const design = crossed()
  const fault = (broken: Partial<OrdinalDesign>): string => {
    try {
      fitCumulativeLink({ ...design, ...broken })
    } catch (cause) {
      if (cause instanceof DesignError) return `${cause.fault} ${cause.term}`
      throw cause
    }
    return 'none'
  }
  expect(fault(ordinalResponse(Array.from(design.response, () => 3)))).toBe('constant response')
  expect(fault({ fixed: [{ name: 'all', values: new Float64Array(120).fill(1) }] })).toBe('collinear all')
  const single = { name: 'town', codes: new Int32Array(120), levels: 1 }
  expect(fault({ random: [single] })).toBe('single-level town')
})
