import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clerk, county, sourceOf } from '../fixtures.ts'
import { openRecords, type Records } from '../index.ts'
import { backUp } from './backup.ts'
import { backupKeysIn, presentBackupKey } from './backup-keys.ts'
import { forgetBackups } from './forget-backups.ts'
import { type BackupKey, readBackupKey } from './key-files.ts'
import { restore } from './restore.ts'

let folder: string
let data: string
let records: Records

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'zhiren-test-')))
  chmodSync(folder, 0o711)
  data = join(folder, 'data')
  records = await openRecords({ dataFolder: data })
  await records.importTables(sourceOf(county), clerk)
})
afterAll(async () => {
  await records?.close()
  rmSync(folder, { recursive: true, force: true })
})

const keyNow = (isRenewed = false): BackupKey => presentBackupKey(data, { now: new Date(), mostDays: 30, isRenewed })
const backup = (key: BackupKey, verify: boolean) =>
  backUp({ dataFolder: data, to: join(folder, 'backups'), key, product: 'test', actor: 'system', verify })
const forget = (before: Date, leavesNone = false) =>
  forgetBackups({ dataFolder: data, before, reason: '已删除一人', actor: '周明远', leavesNone })
const codeOf = (failing: Promise<unknown>): Promise<string> =>
  failing.then(
    () => '',
    (error) => error.problems[0].code,
  )

test('after a deletion, a new backup and the destruction of old keys, nobody brings the person back', async () => {
  const oldKey = keyNow()
  const old = await backup(oldKey, false)
  const decision = { ground: 'request', reason: '本人请求', decidedBy: 'head', decidedByName: '周明远' } as const
  await records.erasePerson({ cadreId: 'C1', ...decision })
  const deletedAt = new Date()
  expect(await codeOf(forget(deletedAt))).toBe('no-backup-left')
  await new Promise((resolve) => setTimeout(resolve, 1100))
  const present = await backup(keyNow(true), true)
  expect(await codeOf(forget(new Date(deletedAt.getTime() - 3600_000)))).toBe('')

  const forgotten = await forget(deletedAt)
  expect(forgotten).toMatchObject({ keys: [oldKey.id], backups: [old.file] })
  expect(existsSync(oldKey.file)).toBe(false)
  const archived = existsSync(join(data, 'archive')) ? readdirSync(join(data, 'archive')) : []
  expect(archived.filter((name) => /^[0-9A-F]{24}\.gz$/.test(name) && name < present.manifest.firstSegment)).toEqual([])

  const [newKey] = backupKeysIn(data)
  const bringBack = restore({ from: old.file, to: join(folder, 'restored'), key: newKey as BackupKey, actor: 'system' })
  expect(await codeOf(bringBack)).toBe('backup-key-wrong')
  expect(() => readBackupKey(oldKey.file)).toThrow()
  expect(present.verified).toBeDefined()
  const cadres = await records.database.selectFrom('cadres').select('name').execute()
  expect(cadres).toEqual([{ name: county.cadres[1].name }])
}, 180_000)
