import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { backupKeysIn, destroyKey, presentBackupKey } from './backup-keys.ts'
import { readBackupKey } from './key-files.ts'
import { open, seal } from './sealed-file.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhiren-keys-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const facts = { madeAt: '2026-01-01T00:00:00Z', product: 'test', postgres: '18', firstSegment: '0' }
const key = (day: string, isRenewed = false) =>
  presentBackupKey(folder, { now: new Date(day), mostDays: 30, isRenewed })

it('takes one key for its days, a new one after them or when asked, and what a destroyed key sealed opens no more', async () => {
  const first = key(new Date().toISOString())
  expect(first).toMatchObject({ isNew: true, file: join(folder, 'keys', 'backup.key') })
  expect(key(new Date().toISOString())).toMatchObject({ id: first.id, isNew: false })
  const renewed = key(new Date(Date.now() + 1000).toISOString(), true)
  expect(renewed.id).not.toBe(first.id)
  const later = key(new Date(Date.now() + 40 * 24 * 3600_000).toISOString())
  expect(backupKeysIn(folder).map(({ id }) => id)).toEqual([first.id, renewed.id, later.id])

  const content = '陆承川 110101198104010011'
  const sealed = await buffer(seal(asStream(Buffer.from(content)), facts, first))
  expect(sealed.includes('陆承川')).toBe(false)
  const opened = async (with_: typeof first) => String(await buffer(open(asStream(sealed), with_, 'a')))
  expect(await opened(readBackupKey(first.file))).toBe(content)
  destroyKey(first)
  expect(existsSync(first.file)).toBe(false)
  expect(() => readBackupKey(first.file)).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ code: 'key-missing' })] }),
  )
  for (const other of backupKeysIn(folder))
    await expect(opened(other)).rejects.toMatchObject({ problems: [{ code: 'backup-key-wrong' }] })
})

async function* asStream(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
