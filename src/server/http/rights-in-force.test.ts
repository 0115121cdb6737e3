/** The rights of the database and of the server, both held against one model that knows neither. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tableClasses } from '#domain/lexicon/field-classes.ts'
import { type TableName, tableNames } from '#domain/tables.ts'
import { readingFor } from '#records/index.ts'
import { requestHeader } from '../contract/index.ts'
import { reading } from './addresses.ts'
import { type ServedCity, servedCity } from './fixtures.ts'
import { nothingCompared } from './rights-proof/dossier-fields.ts'
import { drawnFiles, type FileRequest, otherFiles, textOfFile } from './rights-proof/files.ts'
import { type Facts, Model, mayReadUnit } from './rights-proof/model.ts'
import { type Asking, closedValues, readOnce, toldOf } from './rights-proof/reads.ts'
import { arrange, drawing, drawSituation, readFacts, readRows } from './rights-proof/situations.ts'

const account = 'colleague'
let city: ServedCity
let cookie = ''
let facts: Facts
beforeAll(async () => {
  city = await servedCity(60, 20261122)
  cookie = await city.signIn(account)
  facts = await readFacts(city.records)
})
afterAll(() => city?.close())

/** Brings the account to the situation of a number. */
async function arranged(seed: number): Promise<Model> {
  const situation = drawSituation(facts, drawing(seed))
  await arrange(city.records, account, situation)
  return new Model(facts, situation)
}

const situations = [1, 2, 3, 4, 5, 6]

it('the database gives a reader exactly the rows and fields that his grants hold', async () => {
  let cells = 0
  for (const seed of situations) {
    const model = await arranged(seed)
    for (const table of tableNames) {
      const classes = tableClasses[table]
      const asReader = readingFor({ account }, () => readRows(city.records, table))
      if (classes === 'nobody') {
        await expect(asReader).rejects.toThrow('permission denied')
        continue
      }
      const { row: held, fields = {} } = classes
      const expected = facts.rows(table).flatMap((row) => {
        const cadreId = row.cadre_id === null ? undefined : String(row.cadre_id)
        cells += Object.keys(row).length
        if (held === 'public' || cadreId === undefined)
          return held === 'public' || mayReadUnit(facts, model.situation, held, row.unit_id) ? [row] : []
        if (!model.sees(cadreId, held)) return []
        const closed = Object.entries(fields).filter(([, of]) => of !== 'public' && !model.sees(cadreId, of))
        return [{ ...row, ...Object.fromEntries(closed.map(([name]) => [name, null])) }]
      })
      const given = await asReader
      expect(new Set(given.map((row) => JSON.stringify(row))), `${table} ${seed}`).toEqual(
        new Set(expected.map((row) => JSON.stringify(row))),
      )
      expect(given.length).toBe(expected.length)
    }
  }
  expect(cells).toBeGreaterThan(100_000)
})

const get = async (url: string) => {
  const response = await city.server.inject({ url, headers: { cookie } })
  return {
    status: response.statusCode,
    text: response.body,
    body: response.body.startsWith('{') ? response.json() : {},
  }
}

/** Every address that reads and has these parameters and no others. */
async function addressesOf(...parameters: readonly string[]): Promise<readonly string[]> {
  const { paths } = (await city.server.inject({ url: '/api/openapi.json' })).json()
  return Object.entries<Readonly<Record<string, unknown>>>(paths).flatMap(([path, methods]) => {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    return 'get' in methods && named.length > 0 && named.every((name = '') => parameters.includes(name)) ? [path] : []
  })
}

const unknown = 'C999999'

it('over HTTP somebody who is not seen is answered as somebody who is not there, at every address', async () => {
  const addresses = await addressesOf('cadreId')
  expect(addresses.length).toBeGreaterThan(15)
  let asked = 0
  for (const seed of situations.slice(0, 3)) {
    const model = await arranged(seed)
    const draw = drawing(seed)
    const chosen = facts.people.filter(() => draw() < 0.15)
    for (const path of addresses) {
      const nobody = await get(path.replace('{cadreId}', unknown))
      for (const cadreId of chosen) {
        const { status, text, body } = await get(path.replace('{cadreId}', cadreId))
        asked += 1
        if (model.sees(cadreId)) expect(body.code, `${path} ${cadreId}`).not.toBe('no-such-cadre')
        else expect([status, text.replaceAll(cadreId, unknown)], path).toEqual([nobody.status, nobody.text])
      }
    }
  }
  expect(asked).toBeGreaterThan(300)
})

it('over HTTP no list, page of a seat or a unit, or search names anybody who is not seen, and all others are there', async () => {
  // Which account belongs to whom is told to the department: it decides who must recuse.
  const lists = reading.map(([url]) => url).filter((url) => !/\bC\d|P1|U1/.test(url) && url !== '/api/officers')
  const ofPlaces = await addressesOf('positionId', 'unitId')
  expect(ofPlaces.length).toBeGreaterThan(10)
  let read = 0
  for (const seed of situations) {
    const model = await arranged(seed)
    const draw = drawing(seed)
    const oneOf = (table: TableName, field: string) => {
      const rows = facts.rows(table)
      return encodeURIComponent(String(rows[Math.floor(draw() * rows.length)]?.[field]))
    }
    const filled = ofPlaces.map((path) =>
      path.replace('{unitId}', oneOf('units', 'unit_id')).replace('{positionId}', oneOf('vacancies', 'position_id')),
    )
    const { seen, unseen } = model
    const closed = closedValues(model)
    const leaks: string[] = []
    for (const url of [...lists, ...filled]) {
      const { text, status } = await get(url)
      if (status < 400) read += 1
      expect(status, `${url} ${text}`).toBeLessThan(500)
      leaks.push(...toldOf(model, closed, text).map((one) => `${seed} ${url} ${one}`))
    }
    expect(leaks).toEqual([])
    const { total, ids } = (await get('/api/cadres/ids?status=all')).body
    expect([...ids].toSorted()).toEqual(seen.toSorted())
    expect(total).toBe(seen.length)
    expect((await get('/api/cadres?status=all&limit=1')).body.total).toBe(seen.length)
    for (const one of unseen.slice(0, 3)) expect((await get(`/api/search?q=${one}&limit=20`)).text).not.toContain(one)
  }
  expect(read).toBeGreaterThan(situations.length * 60)
})

it('over HTTP every field of a drawn person is there with its true value, or not at all, as the model says', async () => {
  const asked = (as: string) => async (url: string) => {
    const { statusCode: status, body: text } = await city.server.inject({ url, headers: { cookie: as } })
    return { status, text }
  }
  const ask: Asking = Object.assign(asked(cookie), { asEverybody: asked(city.cookie) })
  const compared = nothingCompared()
  for (const seed of situations) {
    const model = await arranged(seed)
    const closed = closedValues(model)
    const draw = drawing(seed)
    for (let read = 0; read < 12; read += 1) await readOnce(model, closed, ask, draw, compared)
  }
  expect({ leaks: compared.leaks, falseDenials: compared.falseDenials }).toEqual({ leaks: [], falseDenials: [] })
  expect(compared.allowed).toBeGreaterThan(1000)
  expect(compared.denied).toBeGreaterThan(1000)
})

const send = ({ url, payload }: FileRequest) =>
  city.server.inject({
    ...(payload === undefined ? { method: 'GET' } : { method: 'POST', payload }),
    url,
    headers: { cookie, [requestHeader.name]: requestHeader.value },
  })

it('every route that answers a file is asked for one, or says whose it is', async () => {
  const { paths } = (await city.server.inject({ url: '/api/openapi.json' })).json()
  type Operation = { readonly responses: Readonly<Record<string, { readonly content?: object }>> }
  const files = Object.entries<Readonly<Record<string, Operation>>>(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.entries(responses).some(
        ([status, { content }]) => ['202', '204'].includes(status) || (/^2/.test(status) && content),
      )
        ? []
        : [`${method} ${path}`],
    ),
  )
  expect(files.toSorted()).toEqual([...Object.keys(drawnFiles), ...Object.keys(otherFiles)].toSorted())
})

it('no file names anybody who is not seen, or says what is held more closely than the reader may read', async () => {
  const made = new Set<string>()
  for (const seed of [...situations, 7, 8]) {
    const model = await arranged(seed)
    const closed = closedValues(model)
    const draw = drawing(seed)
    const leaks: string[] = []
    for (const [route, drawn] of Object.entries(drawnFiles))
      for (const request of drawn(model, draw)) {
        const response = await send(request)
        expect(response.statusCode, `${route} ${response.body.slice(0, 300)}`).toBeLessThan(500)
        expect(response.statusCode, `${route} ${response.body.slice(0, 300)}`).not.toBe(400)
        if (response.statusCode >= 300) continue
        made.add(route)
        const text = await textOfFile(response.rawPayload)
        leaks.push(...toldOf(model, closed, text).map((told) => `${seed} ${JSON.stringify(request)} ${told}`))
      }
    expect(leaks).toEqual([])
  }
  // The invented city has no photos.
  expect([...made].toSorted()).toEqual(
    Object.keys(drawnFiles)
      .filter((route) => !route.includes('photo'))
      .toSorted(),
  )
})

it('what is due leaves in a calendar for those alone of whom it is shown', async () => {
  let due = 0
  for (const seed of situations) {
    await arranged(seed)
    const { rows: todos, total } = JSON.parse((await get('/api/todos?scope=all&limit=500')).text)
    expect(total).toBeLessThanOrEqual(500)
    const file = await send({ url: '/api/todos/calendar', payload: { scope: 'all', format: 'ics', purpose: '核对' } })
    const keys = new Set([...file.body.replace(/\r\n /g, '').matchAll(/UID:(\w+)@/g)].map(([, key]) => key))
    for (const { key } of todos) expect(keys).toContain(key)
    due += todos.length
    expect(keys.size).toBe(todos.length)
  }
  expect(due).toBeGreaterThan(0)
})

it('a batch of forms that was begun when its people were seen is not handed out once they are not', async () => {
  const everybody = {
    unitId: undefined,
    levels: undefined,
    classes: ['personnel', 'sensitive'],
    state: 'holds',
  } as const
  await arrange(city.records, account, { own: undefined, grants: [everybody] })
  const [cadreId = ''] = facts.people
  const order = { people: { cadreIds: [cadreId] }, formats: ['lrmx'], purpose: '核对' }
  const { batchId } = (await send({ url: '/api/forms', payload: order })).json()
  const file = `/api/forms/${batchId}/file`
  await expect.poll(async () => (await get(`/api/forms/${batchId}`)).body.state, { timeout: 30_000 }).toBe('done')
  expect(await textOfFile((await send({ url: file, payload: {} })).rawPayload)).toContain(facts.names.get(cadreId))
  await arrange(city.records, account, { own: undefined, grants: [{ ...everybody, classes: ['personnel'] }] })
  expect((await send({ url: file, payload: {} })).json()).toMatchObject({ code: 'rights-narrower' })
  await arrange(city.records, account, { own: undefined, grants: [] })
  expect((await send({ url: file, payload: {} })).json()).toMatchObject({ code: 'rights-narrower' })
})
