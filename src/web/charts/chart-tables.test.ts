import { expect, test } from 'vitest'
import { fill } from '#domain/text.ts'
import type { MeasuredQuantity } from '#server/contract/index.ts'
import type { Say } from '../language/language.tsx'
import { againstGroupTable } from './against-group.tsx'
import { careerLayout } from './career-layout.ts'
import { careerTable } from './career-timeline.tsx'
import { step } from './fixtures.ts'

const say: Say = (text, values) => (values ? fill(text, values) : text).zh

const label = { zh: '民主测评', en: 'Ballots' }
const quantiles = Array.from({ length: 21 }, (_, at) => 0.5 + at / 40)
const group = { id: 'g', size: 63, quantiles, indistinguishable: 0 }
const estimate = {
  separable: true,
  value: 0.823,
  lower: 0.784,
  upper: 0.862,
  sd: 0.02,
  n: 61,
  group: 'g',
  parts: [],
} as const satisfies MeasuredQuantity['estimate']

test('the table of a comparison holds the interval, its basis, and where the middle and the middle half of the group lie', () => {
  const { columns, rows } = againstGroupTable([{ label, estimate, group }], say)
  expect(rows[0]?.cells).toEqual(['民主测评', '0.823', '0.784', '0.862', '61', '63', '0.750', '0.625 – 0.875'])
  expect(columns).toHaveLength(rows[0]?.cells.length ?? 0)
})

test('what cannot be estimated says why, and shows no number of its own', () => {
  const cause = { zh: '任职不足三年，不作估计', en: 'Under three years' }
  const { rows } = againstGroupTable(
    [{ label, estimate: { separable: false, n: 2, group: 'g', cause }, group: null }],
    say,
  )
  expect(rows[0]?.cells).toEqual(['民主测评', '任职不足三年，不作估计', '', '', '2', '', '', ''])
})

test('the table of a career holds every band and every gap, in the order of time', () => {
  const career = [
    step('a', '2010-01', '2012-06'),
    step('b', '2012-11', null),
    step('away', '2013-01', '2014-01', { kind: 'seconded' }),
  ]
  const { rows } = careerTable(careerLayout(career, '2020-01-01'), say)
  expect(rows.map(({ cells }) => cells[0])).toEqual([
    '2010.01–2012.06',
    '断档 5 个月，待核',
    '2012.11–今',
    '2013.01–2014.01',
  ])
})
