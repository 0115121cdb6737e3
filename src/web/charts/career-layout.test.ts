import { expect, test } from 'vitest'
import { careerLayout } from './career-layout.ts'
import { step } from './fixtures.ts'

test('time runs right, level is height, the highest level on top', () => {
  const layout = careerLayout(
    [step('a', '2010-01', '2015-01'), step('b', '2015-01', null, { postLevel: 'section-chief' })],
    '2020-01-01',
  )
  expect(layout.lines.map(({ line }) => line)).toEqual(['section-chief', 'section-deputy'])
  const [chief, deputy] = layout.lines
  expect(chief?.bands[0]?.current).toBe(true)
  expect(deputy?.bands[0]?.left).toBeLessThan(1)
  expect((chief?.bands[0]?.left ?? 0) + (chief?.bands[0]?.width ?? 0)).toBeCloseTo(layout.now, 6)
})

test('an unexplained stretch is a gap where it is, and consecutive posts leave none', () => {
  const layout = careerLayout(
    [step('a', '2010-01', '2012-06'), step('b', '2012-11', '2015-01'), step('c', '2015-01', null)],
    '2020-01-01',
  )
  expect(layout.lines[0]?.gaps.map(({ months }) => months)).toEqual([5])
})

test('a secondment hangs under the post held at home and closes no gap', () => {
  const layout = careerLayout(
    [
      step('home', '2010-01', null, { postLevel: 'section-chief' }),
      step('away', '2014-01', '2015-01', { kind: 'seconded', postLevel: 'division-deputy' }),
    ],
    '2020-01-01',
  )
  expect(layout.lines.map(({ line, beside }) => [line, beside.length])).toEqual([['section-chief', 1]])
})

test('a stretch without a recorded level has a line of its own; leaving the service is not a post', () => {
  const layout = careerLayout(
    [
      step('a', '2010-01', '2012-01', { postLevel: null, kind: 'study' }),
      step('exit', '2012-01', null, { postLevel: null, kind: 'other', change: 'exit' }),
    ],
    '2020-01-01',
  )
  expect(layout.lines.map(({ line, bands }) => [line, bands.length])).toEqual([['outside', 1]])
})
