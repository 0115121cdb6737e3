/** `kill -9` of the whole process tree in the middle of an import: the import is wholly there or not at all. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRecords } from '#records/index.ts'

const root = join(import.meta.dirname, '..')
const main = join(root, 'src/cli/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'zhiren-crash-'))
const city = join(folder, 'city')
const data = join(folder, 'data')
const environment = { ...process.env, DATABASE_URL: '' }

const zhiren = (...given: string[]): ChildProcess =>
  spawn(process.execPath, [main, ...given], { cwd: root, stdio: 'ignore', env: environment })

/** The process and everything below it, children of children included. */
function tree(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = Number(/^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${entry}/stat`, 'utf8'))?.[1])
      children.set(parent, [...(children.get(parent) ?? []), Number(entry)])
    } catch {
      // The process ended between the listing and the reading.
    }
  }
  const below = (id: number): number[] => (children.get(id) ?? []).flatMap((child) => [child, ...below(child)])
  return [pid, ...below(pid)]
}

async function counts(): Promise<{ cadres: number; ratings: number; tenures: number }> {
  const records = await openRecords({ dataFolder: data })
  try {
    const snapshot = await records.readSnapshot(20261122)
    const { tables } = snapshot
    return { cadres: tables.cadres.length, ratings: tables.ratings.length, tenures: tables.tenures.length }
  } finally {
    await records.close()
  }
}

describe.skipIf(process.platform !== 'linux')('an import killed in the middle', () => {
  let whole: Awaited<ReturnType<typeof counts>>
  let duration = 0

  beforeAll(async () => {
    const made = spawnSync(process.execPath, [main, 'city', '--seed', '3', '--cadres', '400', '--out', city], {
      cwd: root,
    })
    expect(made.status).toBe(0)
    const started = performance.now()
    const imported = zhiren('import', city, '--data', data)
    expect(await new Promise((resolve) => imported.once('exit', resolve))).toBe(0)
    duration = performance.now() - started
    whole = await counts()
    expect(whole.cadres).toBeGreaterThanOrEqual(400)
    rmSync(data, { recursive: true, force: true })
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('leaves a database that opens, with all of it or nothing, five times over', async () => {
    const seen: string[] = []
    for (let round = 0; round < 5; round += 1) {
      const child = zhiren('import', city, '--data', data)
      const ended = new Promise((resolve) => child.once('exit', resolve))
      await new Promise((resolve) => setTimeout(resolve, duration * (0.2 + 0.75 * Math.random())))
      for (const pid of tree(child.pid ?? -1)) {
        try {
          process.kill(pid, 'SIGKILL')
        } catch {
          // Already gone.
        }
      }
      await ended
      const found = await counts()
      seen.push(found.cadres === 0 ? 'nothing' : 'all')
      if (found.cadres === 0) expect(found).toEqual({ cadres: 0, ratings: 0, tenures: 0 })
      else expect(found).toEqual(whole)
    }
    expect(seen).toHaveLength(5)
    const last = zhiren('import', city, '--data', data)
    expect(await new Promise((resolve) => last.once('exit', resolve))).toBe(0)
    expect(await counts()).toEqual(whole)
  }, 300_000)
})
