/** The rights of the database and of the server, both held against one model that knows neither. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tableClasses } from '#domain/lexicon/field-classes.ts'
import { type TableName, tableNames, tableOf } from '#domain/tables.ts'
import {
  type GrantedClass,
  grantAccess,
  grantedClasses,
  linkAccount,
  readGrants,
  readingFor,
  withdrawGrant,
} from '#records/index.ts'
import { reading } from './addresses.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

const account = 'colleague'
let city: ServedCity
let cookie = ''
let place: Place
beforeAll(async () => {
  city = await servedCity(60, 20261122)
  cookie = await city.signIn(account)
  place = await readPlace()
})
afterAll(() => city?.close())

type Row = Readonly<Record<string, unknown>>

interface Place {
  readonly rows: ReadonlyMap<TableName, readonly Row[]>
  readonly people: readonly string[]
}

interface Grant {
  readonly unitId: string | undefined
  readonly levels: readonly string[] | undefined
  readonly classes: readonly GrantedClass[]
}

interface Situation {
  readonly own: string | undefined
  readonly grants: readonly Grant[]
}

/** Numbers that look drawn and are the same each time (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const readRows = async (table: TableName): Promise<readonly Row[]> => {
  const keys = sql.join(Object.keys(tableOf(table).fields).map((name) => sql.ref(name)))
  const { rows } = await sql<Row>`select ${keys} from ${sql.table(table)} order by ${keys}`.execute(
    city.records.database,
  )
  return rows
}

async function readPlace(): Promise<Place> {
  const rows = new Map<TableName, readonly Row[]>()
  for (const table of tableNames) rows.set(table, await readRows(table))
  return { rows, people: (rows.get('cadres') ?? []).map(({ cadre_id }) => String(cadre_id)) }
}

const rowsOf = (table: TableName): readonly Row[] => place.rows.get(table) ?? []

/** What the words of the grants say, from the facts alone. */
function mayRead({ own, grants }: Situation, held: GrantedClass, cadreId: string): boolean {
  const isKin = rowsOf('relatives').some(
    ({ cadre_id: one, relative_cadre_id: other }) =>
      own !== undefined && ((one === own && other === cadreId) || (one === cadreId && other === own)),
  )
  if (cadreId === own || isKin) return false
  const parents = new Map(rowsOf('units').map(({ unit_id, parent_id }) => [unit_id, parent_id]))
  const authority = rowsOf('cadres').find(({ cadre_id }) => cadre_id === cadreId)?.authority_unit_id
  const above = new Set<unknown>()
  for (let unit: unknown = authority; unit && !above.has(unit); unit = parents.get(unit)) above.add(unit)
  const seats = new Map(rowsOf('positions').map(({ position_id, post_level }) => [position_id, post_level]))
  const today = new Date().toISOString().slice(0, 10)
  const levels = rowsOf('tenures')
    .filter(({ cadre_id, to }) => cadre_id === cadreId && (to === null || String(to) > today))
    .map(({ post_level, position_id }) => post_level ?? seats.get(position_id))
  return grants.some(
    (grant) =>
      grant.classes.includes(held) &&
      (grant.unitId === undefined || above.has(grant.unitId)) &&
      (grant.levels === undefined || levels.some((level) => grant.levels?.includes(String(level)))),
  )
}

/** Brings the records to a situation drawn by a number. */
async function arrange(seed: number): Promise<Situation> {
  const draw = drawing(seed)
  const oneOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(draw() * list.length)]
  const some = <T>(list: readonly T[]): readonly T[] => list.filter(() => draw() < 0.6)
  const authorities = [...new Set(rowsOf('cadres').map(({ authority_unit_id }) => String(authority_unit_id)))]
  const units = [...authorities, ...rowsOf('units').map(({ unit_id }) => String(unit_id))]
  const levels = [...new Set(rowsOf('positions').flatMap(({ post_level }) => (post_level ? [String(post_level)] : [])))]
  const withKin = rowsOf('relatives').flatMap(({ cadre_id, relative_cadre_id }) =>
    relative_cadre_id ? [String(cadre_id)] : [],
  )
  const own = draw() < 0.7 ? oneOf(withKin.length > 0 && draw() < 0.7 ? withKin : place.people) : undefined
  const grants = Array.from({ length: 1 + Math.floor(draw() * 3) }, () => ({
    unitId: draw() < 0.25 ? undefined : oneOf(units),
    levels: draw() < 0.6 ? undefined : [oneOf(levels) ?? ''],
    classes: draw() < 0.5 ? grantedClasses : ['personnel' as const, ...some(grantedClasses.slice(1))],
  }))
  for (const { grantId, withdrawn } of await readGrants(city.records.database, account))
    if (!withdrawn) await withdrawGrant(city.records, { grantId, account, reason: '换下一种情形' }, 'security')
  await linkAccount(city.records, { account, cadreId: own, reason: '核对' }, 'head')
  for (const grant of grants)
    await grantAccess(city.records, { account, purpose: '核对', basis: '核对', ...grant }, 'security')
  return { own, grants }
}

const situations = [1, 2, 3, 4, 5, 6]

it('the database gives a reader exactly the rows and fields that his grants hold', async () => {
  let cells = 0
  for (const seed of situations) {
    const situation = await arrange(seed)
    for (const table of tableNames) {
      const classes = tableClasses[table]
      const asReader = readingFor({ account }, () => readRows(table))
      if (classes === 'nobody') {
        await expect(asReader).rejects.toThrow('permission denied')
        continue
      }
      const { row: held, fields = {} } = classes
      const expected = rowsOf(table).flatMap((row) => {
        const cadreId = row.cadre_id === null ? undefined : String(row.cadre_id)
        cells += Object.keys(row).length
        if (held === 'public') return [row]
        if (cadreId === undefined) return situation.grants.some((grant) => reachesUnit(grant, held, row)) ? [row] : []
        if (!mayRead(situation, held, cadreId)) return []
        const closed = Object.entries(fields).filter(([, of]) => of !== 'public' && !mayRead(situation, of, cadreId))
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

/** What concerns a unit as a whole is read by whoever holds the class over the unit, whatever the level. */
function reachesUnit({ unitId, levels, classes }: Grant, held: GrantedClass, { unit_id }: Row): boolean {
  if (levels !== undefined || !classes.includes(held)) return false
  const parents = new Map(rowsOf('units').map((unit) => [unit.unit_id, unit.parent_id]))
  const above = new Set<unknown>()
  for (let unit = unit_id; unit && !above.has(unit); unit = parents.get(unit)) above.add(unit)
  return unitId === undefined || above.has(unitId)
}

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
    const situation = await arrange(seed)
    const draw = drawing(seed)
    const chosen = place.people.filter(() => draw() < 0.15)
    for (const path of addresses) {
      const nobody = await get(path.replace('{cadreId}', unknown))
      for (const cadreId of chosen) {
        const { status, text, body } = await get(path.replace('{cadreId}', cadreId))
        asked += 1
        if (mayRead(situation, 'personnel', cadreId)) expect(body.code, `${path} ${cadreId}`).not.toBe('no-such-cadre')
        else expect([status, text.replaceAll(cadreId, unknown)], path).toEqual([nobody.status, nobody.text])
      }
    }
  }
  expect(asked).toBeGreaterThan(300)
})

/** Where an answer tells of somebody by id or by a name that nobody else has. */
function toldOf(text: string, hidden: readonly string[], names: ReadonlyMap<string, string>): readonly string[] {
  const borne = [...names.entries()].filter(([one]) => !hidden.includes(one)).map(([, name]) => name)
  return hidden.filter((one) => {
    const name = names.get(one) ?? one
    return text.includes(one) || (text.includes(name) && !borne.some((other) => other.includes(name)))
  })
}

it('over HTTP no list, page of a seat or a unit, or search names anybody who is not seen, and all others are there', async () => {
  // Which account belongs to whom is told to the department: it decides who must recuse.
  const lists = reading.map(([url]) => url).filter((url) => !/\bC\d|P1|U1/.test(url) && url !== '/api/officers')
  const ofPlaces = await addressesOf('positionId', 'unitId')
  expect(ofPlaces.length).toBeGreaterThan(10)
  const names = new Map(rowsOf('cadres').map(({ cadre_id, name }) => [String(cadre_id), String(name)]))
  let read = 0
  for (const seed of situations) {
    const situation = await arrange(seed)
    const draw = drawing(seed)
    const oneOf = (table: TableName, field: string) => {
      const rows = rowsOf(table)
      return encodeURIComponent(String(rows[Math.floor(draw() * rows.length)]?.[field]))
    }
    const filled = ofPlaces.map((path) =>
      path.replace('{unitId}', oneOf('units', 'unit_id')).replace('{positionId}', oneOf('vacancies', 'position_id')),
    )
    const seen = place.people.filter((one) => mayRead(situation, 'personnel', one))
    const hidden = place.people.filter((one) => !seen.includes(one))
    const leaks: string[] = []
    for (const url of [...lists, ...filled]) {
      const { text, status } = await get(url)
      if (status < 400) read += 1
      expect(status, `${url} ${text}`).toBeLessThan(500)
      leaks.push(...toldOf(text, hidden, names).map((one) => `${seed} ${url} ${one}`))
    }
    expect(leaks).toEqual([])
    const { total, ids } = (await get('/api/cadres/ids?status=all')).body
    expect([...ids].toSorted()).toEqual(seen.toSorted())
    expect(total).toBe(seen.length)
    expect((await get('/api/cadres?status=all&limit=1')).body.total).toBe(seen.length)
    for (const one of hidden.slice(0, 3)) expect((await get(`/api/search?q=${one}&limit=20`)).text).not.toContain(one)
  }
  expect(read).toBeGreaterThan(situations.length * 60)
})
