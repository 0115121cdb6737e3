import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clerk, county, type Facts, sourceOf } from '../fixtures.ts'
import { readStandingForm, storeForm } from '../imports/forms.ts'
import { readNamesakes, readStanding } from '../imports/standing.ts'
import { openRecords, type Records } from '../index.ts'
import { readCadreVersions } from '../queries/cadre-versions.ts'
import { fieldCiphers } from './field-cipher.ts'
import { fieldKeyFile, newKeySet, passingFieldKey, readFieldKey, unwrapKeySet } from './field-key.ts'
import { FieldSealing } from './field-sealing.ts'
import { sealedFieldNamed } from './sealed-fields.ts'
import { type KeySet, openText, partsOf, sealText } from './sealed-text.ts'

const number = '110101198104010011'
const finding = '函询一次，已作说明'
const basis = '政务处分法第三十九条'
const facts: Facts = {
  ...county,
  cadres: county.cadres.map((cadre, index) => (index === 0 ? { ...cadre, citizen_id: number } : cadre)),
  supervision: [{ event_id: 'S1', cadre_id: 'C1', kind: 'talk', on: '2024-03', finding }],
  sanctions: [{ cadre_id: 'C1', kind: 'party-warning', decided_on: '2023-05-01', authority: '某县纪委', basis }],
  statements: [
    {
      statement_id: 'X9',
      cadre_id: 'C1',
      channel: 'daily-contact',
      recorded_on: '2024-05',
      field: 'citizen_id',
      value: number,
    },
  ],
}
const form = { texts: { name: '王 明', citizenId: number }, relatives: [], photo: undefined, others: [] }
const keepForm = (of: Records): Promise<string> =>
  of.commit({ actor: 'clerk', action: 'test' }, (transaction) =>
    storeForm(transaction, { cadreId: 'C1', form, source: 'a.lrmx', actor: 'clerk' }),
  )
const secrets = [number, finding, basis, '某县纪委']
const [key, citizenId] = [passingFieldKey(), sealedFieldNamed('cadres.citizen_id')]
if (!citizenId) throw new Error('no such field')

describe.each(fieldCiphers)('a value under %s', (cipher) => {
  const { set, wrapped } = newKeySet(1, cipher, key)
  const place = { field: citizenId, row: ['C1'] }
  const opened = (keys: KeySet, row: string, text: string): string | undefined => {
    const parts = partsOf(text)
    return parts && openText(keys, { field: citizenId, row: [row] }, parts)
  }

  test('comes back as it was, and the same value in the same place is the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (value, row) => {
        const text = sealText(set, { field: citizenId, row: [row] }, value)
        expect(opened(set, row, text)).toBe(Buffer.from(value).toString())
        expect(sealText(set, { field: citizenId, row: [row] }, value)).toBe(text)
        if (value.length > 5) expect(text).not.toContain(value)
      }),
      { numRuns: 200 },
    )
  })

  test('opens in no other row, under no other key, and not with any bit turned', () => {
    const text = sealText(set, place, number)
    expect(opened(set, 'C2', text)).toBeUndefined()
    expect(opened(newKeySet(1, cipher, key).set, 'C1', text)).toBeUndefined()
    const [from, bytes] = [text.lastIndexOf(':') + 1, Buffer.from(text.slice(text.lastIndexOf(':') + 1), 'base64url')]
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const turned = Buffer.from(bytes)
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(opened(set, 'C1', text.slice(0, from) + turned.toString('base64url'))).toBeUndefined()
    }
    for (let at = 0; at < from - 1; at += 1) {
      const other = text[at] === 'x' ? 'y' : 'x'
      expect(opened(set, 'C1', text.slice(0, at) + other + text.slice(at + 1))).toBeUndefined()
    }
  })

  test('shares its look-up tag with equal values elsewhere, and its mark with none', () => {
    const [one, other] = [sealText(set, place, number), sealText(set, { field: citizenId, row: ['C2'] }, number)]
    expect(one.split(':')[4]).toBe(other.split(':')[4])
    expect(one.split(':')[5]).not.toBe(other.split(':')[5])
  })

  test('its keys come out of their wrapping with the same key alone', () => {
    expect(sealText(unwrapKeySet(1, cipher, wrapped, key), place, number)).toBe(sealText(set, place, number))
    expect(() => unwrapKeySet(1, cipher, wrapped, passingFieldKey())).toThrow('data keys was altered')
    expect(() => unwrapKeySet(2, cipher, wrapped, key)).toThrow('The set 2 of data keys was altered')
  })
})

describe('a row', () => {
  const { set } = newKeySet(1, 'aes-256-gcm', key)
  const sealing = new FieldSealing([set], 1, async () => [set])

  test('is sealed in its own fields alone, and only where they are meant', () => {
    const said = { statement_id: 'X', field: 'born_on', value: '1970-01' }
    expect(sealing.sealRow('statements', said)).toBe(said)
    const sealed = sealing.sealRow('cadres', { cadre_id: 'C1', name: '王明', citizen_id: number })
    expect(sealed).toMatchObject({ cadre_id: 'C1', name: '王明', citizen_id: expect.stringMatching(/^sealed:1:1:/) })
  })

  test('of results that looks sealed without being so is left as somebody wrote it', async () => {
    const typed = 'sealed:1:1:sanctions.authority::AAAAAAAAAAAAAAAA:AAAA'
    const rows = [{ cadre_id: 'C1', title: typed, on: '2020-01', authority: typed }]
    const { rows: read } = await sealing.transformResult({ queryId: { queryId: '' }, result: { rows } })
    expect(read).toEqual([{ cadre_id: 'C1', title: typed, on: '2020-01', authority: typed }])
  })
})

describe('records', () => {
  let folder: string
  let records: Records
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zhiren-sealed-'))
    records = await openRecords({ dataFolder: folder })
    await records.importTables(sourceOf(facts), clerk)
    await keepForm(records)
  })
  afterAll(async () => {
    await records?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const reopened = async (options = {}): Promise<void> => {
    await records.close()
    records = await openRecords({ dataFolder: folder, ...options })
  }
  const asOwner = async <T extends object>(statement: string): Promise<readonly T[]> => {
    const { fieldKey: _, ...connection } = records.connection
    const session = new Client(connection)
    await session.connect()
    try {
      return (await session.query(statement)).rows as T[]
    } finally {
      await session.end()
    }
  }
  const stored = async (): Promise<string> =>
    JSON.stringify(
      await asOwner(`
        select citizen_id from cadres union all select finding from supervision
        union all select content #>> '{}' from appointment_form`),
    )
  const citizenIdRead = async () =>
    (await records.database.selectFrom('cadres').select(['cadre_id', 'citizen_id']).execute()).find(
      ({ cadre_id }) => cadre_id === 'C1',
    )?.citizen_id

  test('give plain values to everybody who reads, now and as they were', async () => {
    const before = await records.settledMoment()
    expect(await citizenIdRead()).toBe(number)
    expect((await readStanding(records.database, ['C1'])).get('C1')).toMatchObject({
      cadre: { citizen_id: number },
      rows: { sanctions: [{ basis, authority: '某县纪委' }] },
    })
    const [first, ...others] = facts.cadres ?? []
    const renamed = { ...facts, cadres: [{ ...first, citizen_id: '110101198104010038' }, ...others] }
    expect((await records.importTables(sourceOf(renamed), clerk)).cadres).toMatchObject({ changed: 1 })
    const valueOf = async (knownAt?: Date) => {
      const { tables } = await records.readSnapshot(20261122, knownAt ? { knownAt } : {})
      const column = tables.cadres.columns.citizen_id
      return JSON.stringify(column).includes(number)
    }
    expect([await valueOf(before), await valueOf()]).toEqual([true, false])
    const versions = await readCadreVersions(records.database, 'C1')
    expect(versions.filter(({ table }) => table === 'cadres').map((one) => one.facts.citizen_id)).toEqual([
      '110101198104010038',
      number,
    ])
    await records.importTables(sourceOf(facts), clerk)
  })

  test('find a citizen number without opening the others', async () => {
    expect(await readNamesakes(records.database, [], [number])).toEqual([
      expect.objectContaining({ cadreId: 'C1', citizenId: number }),
    ])
    expect(await readNamesakes(records.database, [], ['110101198104010054'])).toEqual([])
  })

  test('know what has not changed when the same file comes again', async () => {
    const counts = await records.importTables(sourceOf(facts), clerk)
    for (const table of ['cadres', 'supervision', 'sanctions', 'statements'] as const)
      expect(counts[table]).toMatchObject({ inserted: 0, changed: 0, unchanged: counts[table].read })
  })

  test('refuse what was copied from another row or altered, and name it', async () => {
    await asOwner(`alter table cadres disable trigger keep_past;
      update cadres set citizen_id = (select citizen_id from cadres where cadre_id = 'C1') where cadre_id = 'C2'`)
    await expect(records.database.selectFrom('cadres').selectAll().execute()).rejects.toMatchObject({
      problems: [{ code: 'sealed-field-altered', message: { en: expect.stringContaining('cadres.citizen_id C2') } }],
    })
    await expect(records.readSnapshot(20261122)).rejects.toMatchObject({ problems: [{ code: 'sealed-field-altered' }] })
    await asOwner(
      `update cadres set citizen_id = null where cadre_id = 'C2'; alter table cadres enable trigger keep_past`,
    )
    expect(await citizenIdRead()).toBe(number)
  })

  test('refuse a value that lies open, whoever writes it', async () => {
    // Another number, since the server logs a statement that it refuses.
    const open = '110101198104010070'
    await expect(asOwner(`update cadres set citizen_id = '${open}' where cadre_id = 'C2'`)).rejects.toThrow(
      'citizen_id_is_sealed',
    )
    await expect(asOwner(`update past.cadres set citizen_id = '${open}'`)).rejects.toThrow('citizen_id_is_sealed')
    await expect(asOwner(`update appointment_form set content = '{"citizenId": "${open}"}'`)).rejects.toThrow(
      'content_is_sealed',
    )
  })

  test('hold them nowhere in the files of the data folder', async () => {
    await asOwner('checkpoint')
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    const found: string[] = []
    for (const file of files) {
      const bytes = await readFile(file).catch(() => Buffer.alloc(0))
      for (const secret of secrets) if (bytes.includes(secret)) found.push(`${file}: ${secret}`)
    }
    expect(found).toEqual([])
    // It was looked for in the right place: the open name of the same person is there.
    const names = await Promise.all(
      files.map(async (file) => (await readFile(file).catch(() => Buffer.alloc(0))).includes('王')),
    )
    expect(names).toContain(true)
  })

  test('change their keys, may be stopped in between, and go on from there', async () => {
    const stop = new AbortController()
    const request = { actor: 'security', cipher: 'sm4-ctr-hmac-sm3', signal: stop.signal } as const
    await expect(records.rotateFieldKeys({ ...request, onProgress: () => stop.abort() })).rejects.toThrow('aborted')
    expect(await stored()).toMatch(/sealed:1:2:.*sealed:1:1:/)
    expect(await citizenIdRead()).toBe(number)
    expect((await readStanding(records.database, ['C1'])).get('C1')?.rows.sanctions).toMatchObject([{ basis }])
    await expect(records.importTables(sourceOf(facts), clerk)).rejects.toMatchObject({
      problems: [{ code: 'field-keys-changing' }],
    })
    await reopened()
    expect(await stored()).not.toContain('sealed:1:1:')
    expect((await readStandingForm(records.database, 'C1'))?.form).toEqual(form)
    expect(await citizenIdRead()).toBe(number)
    expect((await records.importTables(sourceOf(facts), clerk)).cadres).toMatchObject({ changed: 0 })
    const versions = await asOwner<{ count: string }>('select count(*) from past.cadres')
    expect(await records.rotateFieldKeys({ actor: 'security', cipher: 'aes-256-gcm' })).toEqual({
      number: 3,
      rows: expect.any(Number),
    })
    // A change of keys is no change of facts.
    expect(await asOwner('select count(*) from past.cadres')).toEqual(versions)
    expect(await citizenIdRead()).toBe(number)
  })

  test('seal what an earlier version left open beside the facts, and hold it to that', async () => {
    await asOwner(`alter table appointment_form drop constraint content_is_sealed;
      update appointment_form set content = '${JSON.stringify(form)}'`)
    await reopened()
    expect(await stored()).not.toContain(number)
    expect((await readStandingForm(records.database, 'C1'))?.form).toEqual(form)
    expect(await asOwner(`select convalidated from pg_constraint where conname = 'content_is_sealed'`)).toEqual([
      { convalidated: true },
    ])
  })

  test('do not open without their key, nor with another', async () => {
    const file = fieldKeyFile(folder)
    const { id } = readFieldKey(file)
    const kept = await readFile(file)
    await records.close()
    rmSync(file)
    await expect(openRecords({ dataFolder: folder })).rejects.toMatchObject({
      problems: [{ code: 'field-key-missing', message: { en: expect.stringContaining(id) } }],
    })
    writeFileSync(file, Buffer.alloc(32, 7).toString('base64url'), { mode: 0o600 })
    await expect(openRecords({ dataFolder: folder })).rejects.toMatchObject({
      problems: [{ code: 'field-key-wrong', message: { en: expect.stringContaining(id) } }],
    })
    writeFileSync(file, kept, { mode: 0o600 })
    records = await openRecords({ dataFolder: folder })
    expect(await citizenIdRead()).toBe(number)
  })

  test('that lay open are sealed when they are opened with a key, and no page keeps what was there', async () => {
    const scratch = await openRecords({ scratch: true })
    const { fieldKey: _, ...connection } = scratch.connection
    const session = new Client(connection)
    await session.connect()
    const name = `open_${process.pid}`
    await session.query(`create database ${name}`)
    await session.end()
    const database = { ...connection, database: name }
    const open = await openRecords({ connection: database })
    await open.importTables(sourceOf(facts), clerk)
    await keepForm(open)
    const { hash } = await open.readSnapshot(20261122)
    await open.close()
    const sealed = await openRecords({ connection: database, fieldKey: key })
    expect((await readStanding(sealed.database, ['C1'])).get('C1')?.cadre.citizen_id).toBe(number)
    expect(
      JSON.stringify((await sealed.database.selectFrom('cadres').select('citizen_id').execute())[0]),
    ).not.toContain(number)
    expect((await readStandingForm(sealed.database, 'C1'))?.form).toEqual(form)
    expect((await sealed.readSnapshot(20261122)).hash).toBe(hash)
    expect((await sealed.importTables(sourceOf(facts), clerk)).cadres).toMatchObject({ changed: 0 })
    await sealed.close()
    await expect(openRecords({ connection: database })).rejects.toMatchObject({
      problems: [{ code: 'field-key-missing' }],
    })
    await scratch.close()
  })
})
