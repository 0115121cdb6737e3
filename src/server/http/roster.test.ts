import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { facetNames } from '#domain/lexicon/roster-facets.ts'
import { rosterFieldNames } from '#domain/lexicon/roster-fields.ts'
import * as contract from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(120, 20261122)
}, 240_000)
afterAll(() => city?.close())

const headers = { [contract.requestHeader.name]: contract.requestHeader.value }
const send = async (method: 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, cookie = city.cookie) => {
  const answer = await city.server.inject({
    method,
    url,
    headers: { ...headers, cookie },
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, body: answer.body === '' ? null : (answer.json() as never) }
}
const page = async (query: string) => contract.rosterPage.parse(await city.ask(`/api/cadres?${query}`))
const where = (tree: object): string => `where=${encodeURIComponent(JSON.stringify(tree))}`

describe('the roster over HTTP', () => {
  it('sends only the fields asked for, each as the contract has it', async () => {
    const { rows } = await page('fields=age&fields=townshipYears&limit=5')
    expect(Object.keys(rows[0] ?? {})).toEqual(['cadreId', 'name', 'age', 'townshipYears'])
    const all = await page(`limit=200&${rosterFieldNames.map((field) => `fields=${field}`).join('&')}`)
    for (const field of rosterFieldNames) {
      expect(Object.keys(all.rows[0] ?? {})).toContain(field === 'unit' ? 'unitName' : field)
    }
  })

  it('joins a tree with the plain filters', async () => {
    const tree = {
      all: [
        { field: 'townshipYears', is: 'at-least', value: 2 },
        { not: { field: 'sex', is: 'one-of', value: ['female'] } },
      ],
    }
    const { rows, total } = await page(`ageTo=50&fields=age&fields=sex&fields=townshipYears&limit=200&${where(tree)}`)
    expect(total).toBe(rows.length)
    for (const { age, sex, townshipYears } of rows)
      expect([(age ?? 99) <= 50, sex, (townshipYears ?? 0) >= 2]).toEqual([true, 'male', true])
  })

  it.each([
    ['{', '读不出来'],
    ['{"field":"beauty","is":"known"}', '没有「beauty」这个字段'],
    ['{"field":"age","is":"contains","value":"4"}', '不能用「contains」'],
    ['{"field":"sex","is":"one-of","value":["x"]}', '「性别」的值'],
    ['{"not":{"not":{"not":{"not":{"field":"age","is":"known"}}}}}', '超过 4 层'],
    [JSON.stringify({ all: Array.from({ length: 41 }, () => ({ field: 'age', is: 'known' })) }), '超过 40 个'],
  ])('refuses a tree that is none (case %#), in words', async (text, words) => {
    const answer = await city.server.inject({
      url: `/api/cadres?where=${encodeURIComponent(text)}`,
      headers: { cookie: city.cookie },
    })
    expect(answer.statusCode).toBe(400)
    expect(contract.failure.parse(answer.json()).message.zh).toContain(words)
  })

  it('sorts by several keys, unknown last', async () => {
    const { rows } = await page('sort=postLevel:desc,age&fields=postLevel&fields=age&limit=200')
    const levels = rows.map(({ postLevel }) => postLevel ?? 'none')
    expect(levels[0]).not.toBeNull()
    const known = rows.filter(({ postLevel }) => postLevel === rows[0]?.postLevel).map(({ age }) => age ?? 999)
    expect(known).toEqual([...known].sort((a, b) => a - b))
    expect(
      (await city.server.inject({ url: '/api/cadres?sort=beauty', headers: { cookie: city.cookie } })).statusCode,
    ).toBe(400)
  })

  it('names everybody of a selection in its order', async () => {
    const { ids, total } = contract.rosterIds.parse(await city.ask('/api/cadres/ids?ageTo=45&sort=age'))
    const { rows } = await page('ageTo=45&sort=age&limit=200')
    expect(total).toBe(rows.length)
    expect(ids).toEqual(rows.map(({ cadreId }) => cadreId))
  })

  it('gives with every bar the filter that opens as many as it counts', async () => {
    const tree = { field: 'townshipYears', is: 'known' }
    const facets = facetNames.map((facet) => `facets=${facet}`).join('&')
    const told = contract.rosterStatistics.parse(await city.ask(`/api/cadres/statistics?${where(tree)}&${facets}`))
    expect(told.facets.length).toBe(facetNames.length)
    for (const { buckets } of told.facets) {
      for (const { filter, count } of buckets) {
        const query = new URLSearchParams({ where: JSON.stringify(tree), limit: '1' })
        for (const [name, value] of Object.entries(filter)) value === '' ? query.delete(name) : query.set(name, value)
        expect([filter, (await page(query.toString())).total]).toEqual([filter, count])
      }
    }
  })
})

describe('views', () => {
  it('are kept, shared, put away, taken back, and changed by their owner or the head alone', async () => {
    const view = {
      query: { ageTo: '40', sort: 'age' },
      columns: [{ field: 'name', frozen: true }, { field: 'age' }],
      density: 'compact',
    }
    const kept = await send('POST', '/api/roster-views', { name: '年轻干部', shared: true, view })
    expect(kept.status).toBe(201)
    const { viewId } = contract.savedRosterView.parse(kept.body)
    expect((await send('PUT', '/api/roster-views/default', { viewId })).body).toMatchObject({ defaultViewId: viewId })
    const next = { name: '年轻干部', shared: true, view, basedOn: 1 }
    expect((await send('PUT', `/api/roster-views/${viewId}`, next)).status).toBe(200)
    const late = await send('PUT', `/api/roster-views/${viewId}`, next)
    expect([late.status, late.body]).toMatchObject([
      409,
      { message: { zh: '视图「年轻干部」已由林晓舟另存了第 2 版。' } },
    ])
    const [colleague, head] = [await city.signIn('colleague'), await city.signIn('head')]
    const again = { ...next, basedOn: 2 }
    expect((await send('PUT', `/api/roster-views/${viewId}`, again, colleague)).body).toMatchObject({
      message: { zh: '共享视图「年轻干部」只能由林晓舟或者部领导修改。' },
    })
    expect((await send('PUT', `/api/roster-views/${viewId}`, again, head)).body).toMatchObject({
      version: 3,
      owner: 'officer',
    })
    expect((await send('DELETE', `/api/roster-views/${viewId}?version=3`)).body).toMatchObject({
      view: null,
      version: 4,
    })
    expect(await city.ask('/api/roster-views')).toEqual({ views: [], defaultViewId: null })
    expect((await send('PUT', `/api/roster-views/${viewId}`, { ...next, basedOn: 4 })).status).toBe(200)
    expect(await city.ask('/api/roster-views')).toMatchObject({ views: [{ viewId, version: 5, mayChange: true }] })
  })
})

describe('the order kept by hand', () => {
  it('moves people of a unit, is undone, and refuses whom it was not asked for', async () => {
    const order = async () => contract.rosterIds.parse(await city.ask('/api/cadres/ids')).ids
    const before = await order()
    const { rows } = await page('fields=unit&limit=200')
    const unitId = rows.find((row, at) => row.unitId && row.unitId === rows[at + 1]?.unitId)?.unitId ?? ''
    const [first = '', second = '', ...rest] = rows.filter((row) => row.unitId === unitId).map(({ cadreId }) => cadreId)
    const moved = await send('PUT', '/api/roster-order/people', {
      unitId,
      cadreIds: [second],
      place: { before: first },
      basedOn: 0,
    })
    expect(moved.body).toMatchObject({ version: 1, undoable: { kind: 'people' } })
    const now = await page('fields=unit&limit=200')
    expect(now.rows.filter((row) => row.unitId === unitId).map(({ cadreId }) => cadreId)).toEqual([
      second,
      first,
      ...rest,
    ])
    const stranger = rows.find((row) => row.unitId !== unitId)?.cadreId ?? ''
    const wrong = { unitId, cadreIds: [stranger], place: { before: first }, basedOn: 1 }
    expect((await send('PUT', '/api/roster-order/people', wrong)).status).toBe(422)
    expect((await send('PUT', '/api/roster-order/people', { ...wrong, basedOn: 0 })).body).toMatchObject({
      message: { zh: '顺序刚刚由林晓舟调整过，这次没有移动。' },
    })
    expect((await send('POST', '/api/roster-order/undo', { basedOn: 1 })).body).toEqual({ version: 2, undoable: null })
    expect(await order()).toEqual(before)
  })

  it('moves units below one parent, in the roster as in the tree, and keeps them over a new analysis', async () => {
    const tree = async () => contract.unitTree.parse(await city.ask('/api/units/tree')).nodes
    const { rows } = await page('fields=unit&limit=200')
    const people = new Set(rows.map(({ unitId }) => unitId))
    const families = Map.groupBy(await tree(), ({ parentId }) => parentId)
    const siblings = [...families.values()].map((all) => all.map(({ unitId }) => unitId).filter((id) => people.has(id)))
    const [first = '', ...others] = siblings.find(({ length }) => length > 1) ?? []
    const last = others.at(-1) ?? ''
    const move = { unitIds: [last], place: { before: first }, basedOn: 2 }
    expect((await send('PUT', '/api/roster-order/units', move)).body).toMatchObject({ version: 3 })
    const places = async () => {
      const inTree = (await tree()).map(({ unitId }) => unitId)
      const inRoster = (await page('fields=unit&limit=200')).rows.map(({ unitId }) => unitId)
      return [inTree, inRoster].map((ids) => [ids.indexOf(last), ids.indexOf(first)])
    }
    const after = await places()
    for (const [moved = 0, before = 0] of after) expect(moved).toBeLessThan(before)
    await city.analyse()
    expect(await places()).toEqual(after)
  })
})

describe('what is seen as a file', () => {
  it('leaves with a purpose and is written down', async () => {
    const asked = {
      title: '后备名单',
      columns: ['age', 'rating', 'sectorYears'],
      filter: { ageTo: 50 },
      purpose: '部务会研究',
    }
    const answer = await city.server.inject({
      method: 'POST',
      url: '/api/cadres/file',
      headers: { ...headers, cookie: city.cookie },
      payload: asked,
    })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')])
    const { rows } = contract.exportPage.parse(await city.ask('/api/exports'))
    expect(rows[0]).toMatchObject({ kind: 'roster', format: 'xlsx', purpose: '部务会研究' })
  })
})
