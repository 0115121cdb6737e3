import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { AppointmentForm } from '#domain/appointment-form.ts'
import { jpeg } from '#exchange/fixtures/sample-form.ts'
import { writeLrmx } from '#exchange/index.ts'
import { readStandingForm } from '#records/imports/index.ts'
import * as contract from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
const header = { [contract.requestHeader.name]: contract.requestHeader.value }

beforeAll(async () => {
  city = await servedCity(60, 20261122)
})
afterAll(() => city.close())

const send = async (method: 'POST' | 'DELETE', url: string, payload?: object | Buffer, status = 200) => {
  const type = Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {}
  const response = await city.server.inject({
    method,
    url: `/api${url}`,
    headers: { cookie: city.cookie, ...header, ...type },
    ...(payload && { payload }),
  })
  expect(response.statusCode, response.body).toBe(status)
  return response.body === '' ? undefined : response.json()
}

const formOf = (texts: AppointmentForm['texts']): Buffer =>
  Buffer.from(writeLrmx({ texts, relatives: [], photo: undefined, others: [] }))

/** Hands forms in and waits until they are read; gives the path of the import. */
async function handIn(files: Readonly<Record<string, Buffer>>): Promise<string> {
  const { importId } = await send('POST', '/imports', undefined, 201)
  const path = `/imports/${importId}`
  for (const [name, bytes] of Object.entries(files))
    await send('POST', `${path}/files?name=${encodeURIComponent(name)}`, bytes, 201)
  await send('POST', `${path}/read`, undefined, 204)
  for (;;) {
    const { state } = contract.importDetail.parse(await city.ask(`/api${path}`))
    if (state !== 'reading') return path
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** A name may be longer than a disk allows, be a folder's, or differ from another in a stroke alone. */
test('files are read whatever they are called, each as itself', async () => {
  const called = ['长'.repeat(195), '..', 'a/b', 'a_b', 'A_B', '带照片']
  const names = called.map((_, index) => `${'甲乙丙丁戊己'[index]}望雪`)
  const forms = called.map((name, index) => [`${name}.lrmx`, formOf({ name: names[index] ?? '', bornOn: '197001' })])
  const path = await handIn({ ...Object.fromEntries(forms), '..': formOf({ name: '庚望雪' }), '带照片.jpg': jpeg })
  const { state, findings } = contract.importDetail.parse(await city.ask(`/api${path}`))
  expect([state, findings.map(({ code }) => code)]).toEqual(['draft', []])
  const { rows } = contract.arrivalPage.parse(await city.ask(`/api${path}/people`))
  expect(rows.map(({ name }) => name).sort()).toEqual([...names, '庚望雪'].sort())
})

test('from the upload to the record and back', async () => {
  const known = await city.records.database
    .selectFrom('cadres')
    .selectAll()
    .where('native_place', 'is not', null)
    .where('work_started_on', 'is not', null)
    .orderBy('cadre_id')
    .executeTakeFirstOrThrow()
  const compact = (date: string | null): string => (date ?? '').slice(0, 7).replace('-', '')
  const path = await handIn({
    '已在册.lrmx': formOf({
      name: known.name,
      sex: known.sex === 'male' ? '男' : '女',
      bornOn: compact(known.born_on),
      nativePlace: known.native_place ?? '',
      workStartedOn: compact(known.work_started_on),
      ethnicity: known.ethnicity === '满族' ? '回族' : '满族',
      evaluations: '2019年年度考核优秀',
    }),
    '新人.lrmx': formOf({ name: '欧阳望雪', sex: '女', bornOn: '199102', resume: '2014.07--         云川市某局干部' }),
    '坏.lrmx': Buffer.from('这不是任免审批表'),
  })
  const detail = contract.importDetail.parse(await city.ask(`/api${path}`))
  expect(detail).toMatchObject({
    state: 'draft',
    standings: { conflicting: 1, new: 1 },
    problems: 1,
    withoutAuthority: 1,
  })

  const page = contract.arrivalPage.parse(await city.ask(`/api${path}/people?standing=conflicting`))
  expect(page.rows.map(({ name, standing }) => [name, standing])).toEqual([[known.name, 'conflicting']])
  const number = page.rows[0]?.number ?? 0
  const before = contract.arrivalDetail.parse(await city.ask(`/api${path}/people/${number}`))
  expect(before.decision).toEqual({ kind: 'known', id: known.cadre_id })
  expect(before.fields.find(({ field }) => field === 'ethnicity')).toMatchObject({
    outcome: 'conflicting',
    chosen: 'record',
  })

  const stale = detail.version
  const choose = { version: stale, number: null, choices: { 'cadres/ethnicity': 'file' } }
  const { version } = await send('POST', `${path}/choices`, choose)
  expect(await send('POST', `${path}/choices`, choose, 409)).toMatchObject({ code: 'import-changed' })
  const obstacles = contract.obstacles.parse(await city.ask(`/api${path}/obstacles`))
  expect(obstacles.problems.map(({ code }) => code)).toEqual(['managing-unit-missing'])
  const [unit] = detail.managingUnits
  const named = await send('POST', `${path}/authority`, { version, unitId: unit?.unitId })
  const counts = contract.appliedCounts.parse(await send('POST', `${path}/application`, { version: named.version }))
  expect(counts.people).toEqual({ new: 1, changed: 1, same: 0, leftOut: 0 })
  const after = await city.records.database
    .selectFrom('cadres')
    .select('ethnicity')
    .where('cadre_id', '=', known.cadre_id)
    .executeTakeFirst()
  expect(after?.ethnicity).not.toBe(known.ethnicity)
  expect((await readStandingForm(city.records.database, known.cadre_id))?.source).toBe('已在册.lrmx')

  await send('POST', `${path}/undo`, undefined, 204)
  const back = await city.records.database
    .selectFrom('cadres')
    .selectAll()
    .where('cadre_id', '=', known.cadre_id)
    .executeTakeFirstOrThrow()
  expect({ ...back, recorded_at: 0 }).toEqual({ ...known, recorded_at: 0 })
  expect(contract.importList.parse(await city.ask('/api/imports')).imports[0]).toMatchObject({ state: 'undone' })
})

test('a draft is thrown away, and what cannot be is said', async () => {
  const path = await handIn({ '新人.lrmx': formOf({ name: '欧阳望雪', sex: '女', bornOn: '199102' }) })
  const { version } = contract.importDetail.parse(await city.ask(`/api${path}`))
  await send('DELETE', `${path}?version=${version}`, undefined, 204)
  expect(await send('POST', `${path}/application`, { version: version + 1 }, 422)).toMatchObject({
    code: 'import-state',
  })
  expect(z.object({ rows: z.array(z.unknown()) }).parse(await city.ask(`/api${path}/people`)).rows).toEqual([])
  await city.ask(`/api/imports/${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}`, 404)
})
