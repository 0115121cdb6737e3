import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromBuffer } from 'yauzl'
import { readForm } from '#exchange/index.ts'
import { loadRuleBook } from '#policy/index.ts'
import { type FormBatches, type FormPreview, type PeopleFound, requestHeader } from '../contract/index.ts'
import { openFormDesk } from '../forms/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
const someone = 'C000040'

beforeAll(async () => {
  city = await servedCity(120, 20260101)
})
afterAll(() => city.close())

const post = (url: string, payload: object = {}) =>
  city.server.inject({
    method: 'POST',
    url,
    payload,
    headers: { cookie: city.cookie, [requestHeader.name]: requestHeader.value },
  })

/** Entries of a zip, by name. */
const entriesOf = (bytes: Buffer): Promise<Map<string, string>> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (failure, zip) => {
      if (failure) return reject(failure)
      const entries = new Map<string, string>()
      zip.on('end', () => resolve(entries))
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, async (broken, stream) => {
          if (broken) return reject(broken)
          entries.set(entry.fileName, await text(stream))
          zip.readEntry()
        }),
      )
      zip.readEntry()
    })
  })

const names = async (count: number): Promise<{ cadreId: string; name: string }[]> => {
  const { rows } = (await city.ask(`/api/cadres?limit=${count}`)) as { rows: { cadreId: string; name: string }[] }
  return rows
}

describe('the form of one person', () => {
  it('is shown as it prints, and looking at it is written down', async () => {
    const preview = (await city.ask(`/api/cadres/${someone}/form?edition=2025&ageAsOf=2026-03-01`)) as FormPreview
    expect(preview).toMatchObject({ pages: 2, edition: '2025', continued: false, missing: [], standing: null })
    expect(preview.svg).toMatch(/^<svg/)
    const { rows } = await city.records.database
      .selectFrom('audit')
      .select(['action', 'subject'])
      .where('action', '=', 'form.view')
      .execute()
      .then((rows) => ({ rows }))
    expect(rows).toEqual([{ action: 'form.view', subject: someone }])
    await city.ask('/api/cadres/nobody/form', 404)
  })

  it('leaves as a file with a purpose only, and is logged', async () => {
    const refused = await post(`/api/cadres/${someone}/form`, { format: 'pdf', purpose: ' ' })
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'purpose-missing'])
    const { name } = ((await city.ask(`/api/cadres/${someone}`)) as { facts: { name: string } }).facts
    for (const [format, head] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
      ['lrmx', '\uFEFF<?xml'],
    ] as const) {
      const file = await post(`/api/cadres/${someone}/form`, { format, purpose: '部务会研究' })
      expect(file.statusCode).toBe(200)
      expect(file.rawPayload.subarray(0, head.length + 2).toString()).toContain(head)
      expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain(`_${name}_任免审批表.${format}`)
      if (format === 'lrmx') expect(readForm(file.rawPayload, 'a.lrmx').form?.texts.name).toBe(name)
    }
    const log = (await city.ask('/api/exports?kind=appointment-form')) as {
      rows: { format: string; purpose: string }[]
    }
    expect(log.rows.map(({ format }) => format)).toEqual(['lrmx', 'docx', 'pdf'])
    expect(log.rows[0]?.purpose).toBe('部务会研究')
  })
})

describe('the forms of many people', () => {
  const finished = async (batchId: string) => {
    for (;;) {
      const { batches } = (await city.ask('/api/forms')) as FormBatches
      const batch = batches.find((one) => one.batchId === batchId)
      if (!batch) throw new Error('the batch is gone')
      if (batch.state !== 'waiting' && batch.state !== 'running') return batch
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  it('finds people by names and ids, never choosing among namesakes', async () => {
    const [one, two] = await names(2)
    const list = `${one?.cadreId}\n${[...(two?.name ?? '')].join('　')}，查无此人`
    const { found, several, unknown } = (await post('/api/forms/people', { text: list })).json() as PeopleFound
    expect(unknown).toEqual(['查无此人'])
    expect(found[0]).toMatchObject({ cadreId: one?.cadreId, name: one?.name })
    expect([...found.slice(1), ...several.flatMap(({ people }) => people)].map(({ name }) => name)).toContain(two?.name)
  })

  it('come as one zip, named as the office names files, and the batch is its maker’s own', async () => {
    const people = await names(5)
    const made = await post('/api/forms', {
      people: { cadreIds: people.map(({ cadreId }) => cadreId) },
      formats: ['pdf', 'lrmx'],
      purpose: '常委会讨论决定',
      submittedBy: '中共云川市委组织部',
    })
    expect(made.statusCode).toBe(201)
    const { batchId } = made.json()
    expect(await finished(batchId)).toMatchObject({ state: 'done', people: 5, done: 5, failures: [] })
    const file = await post(`/api/forms/${batchId}/file`)
    const entries = await entriesOf(file.rawPayload)
    expect(entries.size).toBe(10)
    const [first] = people
    const lrmx = [...entries.keys()].find((name) => /^lrmx\/001_.*_任免审批表\.lrmx$/.test(name)) ?? ''
    expect(lrmx).toContain(`_${first?.name}_`)
    expect(readForm(Buffer.from(entries.get(lrmx) ?? ''), 'a.lrmx').form?.texts).toMatchObject({
      name: first?.name,
      submittedBy: '中共云川市委组织部',
    })
  }, 20_000)

  it('leaves nobody waiting for one that cannot be made', async () => {
    const { database } = city.records
    const desk = openFormDesk({ database }, async () => loadRuleBook())
    const people = [someone, 'nobody'].map((cadreId) => ({ cadreId, name: cadreId, unit: '' }))
    const look = { edition: 'usual', asOf: 20260301, entries: {}, purpose: '归档', watermark: '' } as const
    const batchId = desk.begin({ people, sensitive: [], formats: ['lrmx'], ...look }, 'officer')
    await desk.idle()
    expect(desk.batches('officer')[0]).toMatchObject({
      ...{ state: 'done', done: 2 },
      failures: [{ cadreId: 'nobody', reason: '没有这个人。' }],
    })
    const entries = await entriesOf(Buffer.from((await desk.file(batchId)) ?? []))
    expect([...entries.keys()]).toEqual([`001_${someone}_任免审批表.lrmx`, '未生成的审批表.xlsx'])
    await desk.close()
    expect(await desk.file(batchId)).toBeUndefined()
  }, 20_000)

  it('are chosen by the filter of the roster too; a batch can be stopped', async () => {
    const made = await post('/api/forms', { people: { filter: {} }, formats: ['pdf'], purpose: '档案归档' })
    const { batchId } = made.json()
    expect((await post(`/api/forms/${batchId}/cancel`)).statusCode).toBe(204)
    expect((await finished(batchId)).state).toBe('cancelled')
    expect((await post(`/api/forms/${batchId}/file`)).statusCode).toBe(404)
    const none = await post('/api/forms', { people: { filter: { q: '查无此人' } }, formats: ['pdf'], purpose: '归档' })
    expect([none.statusCode, none.json().code]).toEqual([422, 'unfit-number-of-forms'])
  })
})
