import { expect, test } from 'vitest'
import { columnOrder, filterOf, isFiltered, viewOf, views, withoutFilter, withView } from './filter.ts'

test('another view takes the place of the last one; the words searched for and the person stay', () => {
  const search = { verdict: 'unmet', q: '临江', cadre: 'C000001' }
  expect(withView(search, 'near')).toEqual({ only: 'near', q: '临江', cadre: 'C000001' })
  expect(withView(search, 'all')).toEqual({ q: '临江', cadre: 'C000001' })
  expect(withView({ move: 'demotion' }, 'met')).toEqual({ verdict: 'met' })
  for (const view of views) expect(viewOf(withView(search, view))).toBe(view)
})

test('several verdicts together are no view of their own', () => {
  expect(viewOf({ verdict: ['met', 'discretion'] })).toBeUndefined()
})

test('the person in the panel is no filter and survives the clearing of them', () => {
  const search = { rule: 'APPT-08-3-TENURE', code: 'unmet', cadre: 'C000001', sort: 'post' }
  expect(isFiltered(search)).toBe(true)
  expect(withoutFilter(search)).toEqual({ cadre: 'C000001', sort: 'post' })
  expect(isFiltered(withoutFilter(search))).toBe(false)
  expect(filterOf(search)).toMatchObject({ rule: 'APPT-08-3-TENURE', code: 'unmet', sort: 'post', verdict: [] })
})

test('columns: what excludes most first, then what holds most back, then what bears on most', () => {
  const column = (excludes: number, unknown: number, none: number) => ({
    excludes,
    counts: { met: 0, unmet: excludes, unknown, discretion: 0, none },
  })
  const order = columnOrder([column(0, 0, 90), column(0, 0, 10), column(0, 4, 50), column(7, 0, 0)])
  expect(order.map(({ at }) => at)).toEqual([3, 2, 1, 0])
})
