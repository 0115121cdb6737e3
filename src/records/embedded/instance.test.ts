import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clerk, county, sourceOf } from '../fixtures.ts'
import { openRecords, type Records } from '../index.ts'

let folder: string
let opened: Records[]
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'zhiren-test-')))
  chmodSync(folder, 0o711)
  opened = []
})
afterEach(async () => {
  await Promise.all(opened.map((records) => records.close()))
  rmSync(folder, { recursive: true, force: true })
})

async function open(dataFolder = folder): Promise<Records> {
  const records = await openRecords({ dataFolder })
  opened.push(records)
  return records
}

/** Another process that opens the folder, runs `then`, and stays. */
function owner(then: string) {
  const script = `
    import { openRecords } from '#records/index.ts'
    import { clerk, county, manyRatings, sourceOf } from '#records/fixtures.ts'
    const records = await openRecords({ dataFolder: ${JSON.stringify(folder)} }).catch((error) => {
      console.log(error.problems[0].code)
      process.exit(2)
    })
    console.log('open')
    ${then}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code)),
  )
  return { child, ended, say: async () => (await lines.next()).value as string | undefined }
}

const stay = 'setInterval(() => undefined, 1000)'
const importCounty = `await records.importTables(sourceOf(county), clerk); console.log('imported'); ${stay}`
const postmaster = () => Number.parseInt(readFileSync(join(folder, 'postgres-18', 'postmaster.pid'), 'utf8'), 10)
const countCadres = async (records: Records) =>
  (await records.database.selectFrom('cadres').select('cadre_id').execute()).length

test('what is stored is there again, and closed to everybody else', async () => {
  const first = await open()
  await first.importTables(sourceOf(county), clerk)
  await first.close()
  expect(await countCadres(await open())).toBe(2)
  for (const [name, mode] of [
    ['password', 0o600],
    ['postgres-18', 0o700],
    ['socket', 0o700],
  ] as const)
    expect(statSync(join(folder, name)).mode & 0o777, name).toBe(mode)
})

test('a second instance on the same folder is refused, and says who holds it', async () => {
  await open()
  await expect(openRecords({ dataFolder: folder })).rejects.toMatchObject({
    problems: [
      {
        code: 'data-folder-in-use',
        message: { en: `The data folder ${folder} is in use by another Zhiren process (pid ${process.pid}).` },
      },
    ],
  })
  const other = owner(stay)
  expect(await other.say()).toBe('data-folder-in-use')
  expect(await other.ended).toBe(2)
})

test('of several that start at once on a new folder one wins', async () => {
  const owners = [owner(stay), owner(stay), owner(stay)]
  const answers = await Promise.all(owners.map(({ say }) => say()))
  expect(answers.sort()).toEqual(['data-folder-in-use', 'data-folder-in-use', 'open'])
  for (const { child } of owners) child.kill('SIGTERM')
  await Promise.all(owners.map(({ ended }) => ended))
})

test('a cluster that was only half made is made again', async () => {
  mkdirSync(join(folder, 'postgres-18.new', 'base'), { recursive: true })
  writeFileSync(join(folder, 'postgres-18.new', 'PG_VERSION'), '18\n')
  expect(await (await open()).isEmpty()).toBe(true)
})

test('a signal to the owner shuts its servers down in good order', async () => {
  const other = owner(`const second = await openRecords({ scratch: true }); ${importCounty}`)
  while ((await other.say()) !== 'imported');
  other.child.kill('SIGTERM')
  expect(await other.ended).toBe('SIGTERM')
  expect(existsSync(join(folder, 'postgres-18', 'postmaster.pid'))).toBe(false)
})

// Recovery waits for the disk, which others may be using too.
describe('after kill -9', { timeout: 120_000 }, () => {
  test('of the owner alone its server is stopped and the data is there', async () => {
    const other = owner(importCounty)
    while ((await other.say()) !== 'imported');
    other.child.kill('SIGKILL')
    await other.ended
    expect(await countCadres(await open())).toBe(2)
  })

  test('of everything a lock file that now names somebody else does not stand in the way', async () => {
    const other = owner(importCounty)
    while ((await other.say()) !== 'imported');
    await killTree(other)
    const file = join(folder, 'postgres-18', 'postmaster.pid')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)))
    expect(await countCadres(await open())).toBe(2)
  })

  test('of everything in the middle of an import it is wholly there or not at all', async () => {
    for (const moment of [0.1, 0.5, 0.9]) {
      const other = owner(`
        
        await records.importTables(manyRatings(40_000), clerk, { onProgress: ({ rows }) => console.log(rows) })
        console.log('imported')`)
      for (let line = await other.say(); line !== 'imported'; line = await other.say())
        if (Number(line) >= 40_000 * moment) break
      await killTree(other)
      const records = await open()
      const { length } = await records.database.selectFrom('ratings').select('score').execute()
      expect([0, 40_000]).toContain(length)
      expect(await records.verifyAudit()).toEqual({ entries: length === 0 ? 0 : 1 })
      await records.close()
    }
  })

  function killQuietly(pid: number): void {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // A backend that had just ended by itself.
    }
  }

  async function killTree(other: ReturnType<typeof owner>): Promise<void> {
    const pid = postmaster()
    const backends = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)
    for (const each of [pid, ...backends, other.child.pid ?? pid]) killQuietly(each)
    await other.ended
  }
})

test('a data folder may lie deeper than a socket path can be long', async () => {
  const deep = join(folder, '很深的文件夹'.repeat(6), '数据')
  const records = await open(deep)
  expect(await records.isEmpty()).toBe(true)
})

test('a data folder may lie where only its owner may enter', async () => {
  chmodSync(folder, 0o700)
  expect(await (await open(join(folder, 'data'))).isEmpty()).toBe(true)
})

test('a scratch database leaves nothing behind', async () => {
  const records = await openRecords({ scratch: true })
  const owner = new Client(records.connection)
  await owner.connect()
  const { rows } = await owner.query<{ folder: string }>("select current_setting('data_directory') as folder")
  await owner.end()
  const scratch = rows[0]?.folder ?? ''
  expect(existsSync(scratch)).toBe(true)
  await records.close()
  expect(existsSync(scratch)).toBe(false)
})
