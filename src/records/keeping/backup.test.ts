import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clerk, county, manyRatings, sourceOf } from '../fixtures.ts'
import { openRecords, type Records } from '../index.ts'
import { type BackupOutcome, backUp } from './backup.ts'
import { readKeepingState } from './keeping-state.ts'
import { type BackupKey, backupKeyOrNew } from './key-files.ts'
import { type RestoreOptions, restore } from './restore.ts'

let folder: string
let data: string
let to: string
let records: Records
let key: BackupKey
let first: BackupOutcome
let between: Date

const acts = async (opened: Records) =>
  (await opened.database.selectFrom('audit').select('action').orderBy('id').execute()).map(({ action }) => action)
const act = (action: string) => records.commit({ actor: 'wang', action }, async () => undefined)
const backup = (more: object = {}) =>
  backUp({ dataFolder: data, to, key, product: 'test', actor: 'system', verify: true, ...more })

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'zhiren-test-')))
  chmodSync(folder, 0o711)
  data = join(folder, 'data')
  to = join(folder, 'backups')
  key = backupKeyOrNew(join(folder, 'keys', 'backup.key'))
  records = await openRecords({ dataFolder: data })
  await records.importTables(sourceOf(county), clerk)
  await act('A')
  first = await backup()
  await act('B')
  between = new Date(Date.now() + 20)
  await new Promise((resolve) => setTimeout(resolve, 40))
  await act('C')
})
afterAll(async () => {
  await records?.close()
  rmSync(folder, { recursive: true, force: true })
})

let places = 0
const somewhere = () => join(folder, `restored-${++places}`)
const bringBack = (more: Partial<RestoreOptions> = {}) =>
  restore({ from: first.file, to: somewhere(), key, actor: 'system', ...more })
async function restored<T>(more: Partial<RestoreOptions>, look: (opened: Records) => Promise<T>): Promise<T> {
  const outcome = await bringBack(more)
  // Keys are kept apart from backups, and brought back by hand.
  const opened = await openRecords({ dataFolder: outcome.folder, fieldKeyFile: join(data, 'keys', 'fields.key') })
  try {
    return await look(opened)
  } finally {
    await opened.close()
  }
}

describe('a backup', () => {
  test('of running records is one closed file, tried by a restore, and known to the records', async () => {
    expect(first.verified?.constraints).toBeGreaterThan(50)
    expect(statSync(first.file).mode & 0o777).toBe(0o600)
    expect(readdirSync(to)).toHaveLength(1)
    expect(readdirSync(data).filter((name) => name.startsWith('trial-restore'))).toEqual([])
    expect(await readKeepingState(records.database)).toMatchObject({
      lastBackup: { verified: true, bytes: first.bytes },
    })
    expect(first.manifest).toMatchObject({ rows: { units: 2, cadres: 2 }, postgres: expect.stringMatching(/^18/) })
  })

  test('holds no readable word of anybody, and does not contain the keys', () => {
    const bytes = readFileSync(first.file)
    for (const word of ['财政局', '王 明', 'zhiren migrations'])
      expect(bytes.includes(Buffer.from(word)), word).toBe(false)
    expect(first.manifest.files.filter(({ path }) => path.includes('keys'))).toEqual([])
    const control = first.manifest.files.find(({ path }) => path === 'postgres-18/global/pg_control')
    expect(control?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('that is stopped leaves nothing', async () => {
    const stop = new AbortController()
    const stopped = backup({ signal: stop.signal, onProgress: () => stop.abort() })
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' })
    expect(readdirSync(to)).toHaveLength(1)
    expect((await records.verifyAudit()).brokenAt).toBeUndefined()
  })

  test('goes through while others write, and its trial finds nothing half-done', async () => {
    const writing = records.importTables(manyRatings(20_000), clerk)
    const second = await backup({ to: join(folder, 'second') })
    await writing
    expect(second.verified).toBeDefined()
  })
})

describe('restoring', () => {
  test('from the backup alone brings back what was there when it ended', async () => {
    const found = await restored({}, async (opened) => ({
      acts: await acts(opened),
      cadres: (await opened.database.selectFrom('cadres').select('cadre_id').execute()).length,
      audit: await opened.verifyAudit(),
    }))
    expect(found).toEqual({ acts: ['import', 'A', 'restore'], cadres: 2, audit: { entries: 3 } })
  })

  test('to a moment brings back what was written before it and nothing after', async () => {
    const found = await restored({ at: between, archive: join(data, 'archive') }, acts)
    expect(found).toEqual(['import', 'A', 'backup', 'B', 'restore'])
  })

  test('says when the moment is before the backup or after the archive, and leaves nothing', async () => {
    const archive = join(data, 'archive')
    const before = readdirSync(folder)
    const refusal = (code: string) => ({ problems: [{ code }] })
    await expect(bringBack({ at: new Date(0), archive })).rejects.toMatchObject(refusal('restore-time-too-early'))
    const future = bringBack({ at: new Date(Date.now() + 1e9), archive })
    await expect(future).rejects.toMatchObject(refusal('restore-archive-too-short'))
    await expect(bringBack({ at: between })).rejects.toMatchObject(refusal('restore-needs-archive'))
    await expect(bringBack({ to: data })).rejects.toMatchObject(refusal('restore-folder-not-empty'))
    expect(readdirSync(folder)).toEqual(before)
  })

  test('refuses another key, and a file that is damaged, cut off or something else', async () => {
    const before = readdirSync(folder).length
    const other = backupKeyOrNew(join(folder, 'keys', 'other.key'))
    await expect(bringBack({ key: other })).rejects.toMatchObject({ problems: [{ code: 'backup-key-wrong' }] })
    const copy = join(folder, 'keys', 'copy')
    const spoilt = async (spoil: (file: string, size: number) => void) => {
      copyFileSync(first.file, copy)
      spoil(copy, first.bytes)
      return bringBack({ from: copy }).then(
        () => 'restored',
        (error) => error.problems[0].code,
      )
    }
    const flip = (at: number) => (file: string) => {
      const bytes = readFileSync(file)
      bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at)
      writeFileSync(file, bytes)
    }
    expect(await spoilt((file, size) => truncateSync(file, size - 1))).toBe('backup-truncated')
    expect(await spoilt((file, size) => truncateSync(file, size >> 1))).toBe('backup-truncated')
    expect(await spoilt((file) => writeFileSync(file, 'x', { flag: 'a' }))).toBe('backup-damaged')
    expect(await spoilt(flip(first.bytes >> 1))).toBe('backup-damaged')
    expect(await spoilt(flip(first.bytes - 1))).toBe('backup-damaged')
    expect(await spoilt(flip(20))).toMatch(/backup-damaged|not-a-backup/)
    expect(await spoilt((file) => writeFileSync(file, 'nothing of ours\n'))).toBe('not-a-backup')
    expect(readdirSync(folder)).toHaveLength(before)
  })
})

test('the archive keeps what the oldest backup needs, and no more; a segment is never written over another', async () => {
  const archive = join(data, 'archive')
  const segments = () => readdirSync(archive).filter((name) => /^[0-9A-F]{24}\.gz$/.test(name))
  expect(segments()).toContain(`${first.manifest.firstSegment}.gz`)
  rmSync(first.file)
  rmSync(join(folder, 'second'), { recursive: true, force: true })
  const last = await backup({ verify: false })
  expect(last.pruned).toBeGreaterThan(0)
  expect(segments().filter((name) => name < last.manifest.firstSegment)).toEqual([])

  const { rows } = await sql<{ segment: string }>`select pg_walfile_name(pg_current_wal_lsn()) as segment`.execute(
    records.database,
  )
  const taken = join(archive, `${rows[0]?.segment}.gz`)
  writeFileSync(taken, gzipSync('of another server'))
  chmodSync(taken, 0o644)
  await act('D')
  const owner = new Client(records.connection)
  await owner.connect()
  await owner.query('select pg_switch_wal()')
  await expect
    .poll(async () => (await readKeepingState(records.database)).archive.failures, { timeout: 20_000 })
    .toBeGreaterThan(0)
  await owner.end()
  expect(gunzipSync(readFileSync(taken)).toString()).toBe('of another server')
})
