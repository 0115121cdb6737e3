import { expect, test } from 'vitest'
import type { SavedRosterView } from '#server/contract/index.ts'
import { rosterQuery, rosterView } from '#server/contract/index.ts'
import {
  addressOf,
  columnsIn,
  columnsText,
  isChanged,
  lookOf,
  queryOf,
  sortIn,
  usualColumns,
  withSort,
} from './view.ts'

const view: SavedRosterView = {
  viewId: 'v1',
  version: 1,
  name: '乡镇正职出身的副处',
  shared: false,
  owner: 'officer',
  mayChange: true,
  view: {
    query: { postLevel: 'division-deputy', sort: 'age:desc' },
    columns: [{ field: 'sex' }, { field: 'title', width: 240 }],
    density: 'compact',
  },
  recordedBy: 'officer',
  recordedAt: '2026-11-23T00:00:00.000Z',
}

test('the address holds the columns in their order and width, and leaves out what is no column', () => {
  const columns = columnsIn('sex.48,age,pay,name,title.240')
  expect(columns).toEqual([{ field: 'sex', width: 48 }, { field: 'age' }, { field: 'title', width: 240 }])
  expect(columnsText(columns)).toBe('sex.48,age,title.240')
})

test('the address wins over the view, the view over the usual columns', () => {
  expect(lookOf({}, undefined).columns).toEqual(usualColumns)
  expect(lookOf({ view: 'v1' }, view).columns.map(({ field }) => field)).toEqual(['sex', 'title'])
  expect(lookOf({ view: 'v1', columns: 'age' }, view).columns).toEqual([{ field: 'age' }])
  expect(lookOf({ vacancy: 'P1' }, undefined).columns[0]?.field).toBe('verdict')
})

test('a view is open unchanged at its own address, and changed once anything of it is', () => {
  const address = addressOf(view)
  expect(isChanged(address, view)).toBe(false)
  expect(isChanged({ ...address, ageTo: '40' }, view)).toBe(true)
  expect(isChanged({ ...address, columns: 'sex,title.200' }, view)).toBe(true)
  expect(isChanged({ ...address, density: 'comfortable' }, view)).toBe(true)
})

test('several sort keys go to the server and come back; an old address is still read', () => {
  const search = withSort({}, [
    { id: 'postLevel', descending: true },
    { id: 'age', descending: false },
  ])
  expect(search).toEqual({ sort: 'postLevel:desc,age:asc' })
  expect(sortIn(search)).toEqual([
    { id: 'postLevel', descending: true },
    { id: 'age', descending: false },
  ])
  expect(rosterQuery.safeParse(search).success).toBe(true)
  expect(sortIn({ sort: 'age', order: 'desc' })).toEqual([{ id: 'age', descending: true }])
})

test('what is kept with a view is what the server takes', () => {
  const query = queryOf({ q: '陆', postLevel: ['division-deputy', 'section-chief'], ageTo: '40', panel: 'off' })
  expect(query).toEqual({ q: '陆', postLevel: ['division-deputy', 'section-chief'], ageTo: '40' })
  expect(rosterView.safeParse({ query, columns: usualColumns, density: 'compact' }).success).toBe(true)
})
