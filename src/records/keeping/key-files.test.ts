import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { backupKeyOrNew, readBackupKey } from './key-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiren-keys-'))
const before = process.env.CREDENTIALS_DIRECTORY
afterEach(() => {
  if (before === undefined) delete process.env.CREDENTIALS_DIRECTORY
  else process.env.CREDENTIALS_DIRECTORY = before
  rmSync(folder, { recursive: true, force: true })
})

test('a key that others may read is refused, unless systemd handed it to this service alone', () => {
  const { file, id } = backupKeyOrNew(join(folder, 'backup.key'))
  expect(readBackupKey(file).id).toBe(id)
  // As an access list of LoadCredential shows.
  chmodSync(file, 0o440)
  expect(() => readBackupKey(file)).toThrow(`Other accounts may read the key file ${file}.`)
  process.env.CREDENTIALS_DIRECTORY = tmpdir()
  expect(() => readBackupKey(file)).toThrow()
  process.env.CREDENTIALS_DIRECTORY = folder
  expect(readBackupKey(file).id).toBe(id)
})
