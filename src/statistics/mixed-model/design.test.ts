import { expect, test } from 'vitest'
import {
  type Covariate,
  type Design,
  DesignError,
  factorOf,
  independentColumns,
  intercept,
  treatmentContrasts,
} from './design.ts'
import { fitMixedModel } from './fit.ts'

const groups = factorOf('g', [...'aaabbbccc'])
const good: Design = {
  response: Float64Array.of(1, 2, 3, 2, 3, 5, 4, 4, 6),
  fixed: [intercept(9)],
  random: [groups.factor],
}
const column = (name: string, values: number[]): Covariate => ({ name, values: Float64Array.from(values) })
const single = { name: 'one', codes: new Int32Array(9), levels: 1 }
const perRow = { name: 'row', codes: Int32Array.from({ length: 9 }, (_, row) => row), levels: 9 }

test.each<[string, string, Partial<Design>]>([
  ['single-level', 'one', { random: [single] }],
  ['level-per-row', 'row', { random: [perRow] }],
  ['constant', 'response', { response: new Float64Array(9).fill(3) }],
  ['not-finite', 'response', { response: good.response.map((value, row) => (row === 4 ? Number.NaN : value)) }],
  ['collinear', 'twice', { fixed: [intercept(9), column('twice', Array(9).fill(2))] }],
  [
    'too-few-rows',
    '9',
    {
      fixed: Array.from({ length: 8 }, (_, power) =>
        column(
          `x${power}`,
          [...Array(9).keys()].map((x) => x ** power),
        ),
      ),
    },
  ],
])('%s is refused and named: %s', (fault, term, change) => {
  expect(() => fitMixedModel({ ...good, ...change })).toThrow(new DesignError(fault as DesignError['fault'], term))
})

test('levels are coded in code-unit order whatever the order of rows, and contrasts leave out the first', () => {
  const { factor, labels } = factorOf('class', ['C', 'A', 'B', 'A'])
  expect(labels).toEqual(['A', 'B', 'C'])
  expect(treatmentContrasts(factor, labels)).toEqual([column('classB', [0, 0, 1, 0]), column('classC', [1, 0, 0, 0])])
})

test('columns that earlier ones explain are left out', () => {
  const kept = independentColumns([
    intercept(3),
    column('x', [1, 2, 3]),
    column('y', [3, 5, 7]),
    column('z', [1, 0, 0]),
  ])
  expect(kept.map(({ name }) => name)).toEqual(['(Intercept)', 'x', 'z'])
})
