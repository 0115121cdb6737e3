import { expect, test } from 'vitest'
import type { Development } from '#server/contract/index.ts'
import { careerRoutesLayout } from './career-routes-layout.ts'

type Step = Development['steps'][number]
const step = (from: string, to: string | null, facts: Partial<Step> = {}): Step => ({
  evidence: `tenures/${from}`,
  from,
  to,
  label: '',
  kind: 'appointed',
  unitLevel: 'county',
  routes: [],
  ...facts,
})

test('posts stand by level, those at one time in rows of their own, and routes below', () => {
  const layout = careerRoutesLayout({
    asOf: '2026-01-01',
    steps: [
      step('2006-01-01', '2016-01-01', { routes: ['trade'] }),
      step('2010-01-01', '2012-01-01', { unitLevel: 'village', routes: ['grassroots'] }),
      step('2014-01-01', '2015-01-01'),
      step('2016-01-01', null, { unitLevel: null }),
    ],
  })
  expect(layout.levels.map(({ level, rows }) => [level, rows.length])).toEqual([
    ['county', 2],
    ['village', 1],
    [null, 1],
  ])
  const [bar] = layout.routes.find(({ route }) => route === 'grassroots')?.bars ?? []
  expect(bar?.left).toBeCloseTo(20, 0)
  expect(bar?.width).toBeCloseTo(10, 0)
  expect(layout.routes.find(({ route }) => route === 'hardship')?.bars).toEqual([])
})
