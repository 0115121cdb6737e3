import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clerk, county, sourceOf } from '#records/fixtures.ts'
import { openRecords } from '#records/index.ts'
import { sealedCheck } from '../../health/doctor/sealed.ts'
import { changeFieldKey, makeKeyFile, rotateFieldKeys, sealedState } from './field-keys.ts'

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhiren-keys-'))
  const records = await openRecords({ dataFolder: folder })
  const cadres = county.cadres.map((cadre) => ({ ...cadre, citizen_id: '110101198104010011' }))
  await records.importTables(sourceOf({ ...county, cadres }), clerk)
  await records.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('keys are changed at the shell, with what is told of it before and after', async () => {
  const place = { dataFolder: folder }
  const before = await sealedState(place)
  expect(before.count).toEqual({ open: 0, retired: 0, sealed: county.cadres.length })
  expect(before.sets).toMatchObject([{ number: 1, cipher: 'aes-256-gcm', retiredAt: null }])
  const fractions: number[] = []
  const rotation = await rotateFieldKeys({
    place,
    by: 'operator',
    cipher: 'sm4-ctr-hmac-sm3',
    onProgress: ({ fraction }) => fractions.push(fraction),
  })
  expect(rotation).toEqual({ number: 2, rows: county.cadres.length })
  expect(fractions.at(-1)).toBe(1)
  const after = await sealedState(place)
  expect(after.sets).toMatchObject([
    { number: 1, retiredAt: expect.any(Date) },
    { number: 2, cipher: 'sm4-ctr-hmac-sm3', wrappedBy: before.sets[0]?.wrappedBy, retiredAt: null },
  ])
  expect(sealedCheck(after.count)).toEqual({
    id: 'sealed-fields',
    verdict: 'met',
    said: {
      zh: '身份号码和监督内容：已加密 2 项，仍用旧密钥 0 项，未加密 0 项',
      en: 'Citizen numbers and texts of supervision: 2 sealed, 0 under retired keys, 0 open',
    },
  })
})

test('another key file opens the records from then on, and the one before no more', async () => {
  const file = join(folder, 'apart', 'second.key')
  const { id } = makeKeyFile(file)
  expect(await changeFieldKey({ dataFolder: folder }, { actor: 'operator', file })).toBe(id)
  await expect(openRecords({ dataFolder: folder })).rejects.toMatchObject({ problems: [{ code: 'field-key-wrong' }] })
  const records = await openRecords({ dataFolder: folder, fieldKeyFile: file })
  const numbers = await records.database.selectFrom('cadres').select(['cadre_id', 'citizen_id']).execute()
  expect(new Set(numbers.map(({ citizen_id }) => citizen_id))).toEqual(new Set(['110101198104010011']))
  await records.close()
})

test('values that lie open, or under retired keys, are to be mended', () => {
  expect(sealedCheck({ open: 1, retired: 0, sealed: 5 }).verdict).toBe('unmet')
  expect(sealedCheck({ open: 0, retired: 1, sealed: 5 }).mend?.en).toBe(
    'A change of keys was not finished: start the workbench again, or run zhiren keys rotate.',
  )
})

test('a key file is made once and kept', () => {
  const file = join(folder, 'apart', 'fields.key')
  expect(makeKeyFile(file).id).toMatch(/^[0-9a-f]{16}$/)
  expect(makeKeyFile(file)).toEqual(makeKeyFile(file))
})
