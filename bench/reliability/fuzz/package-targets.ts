/** Data packages, tables of any layout, and what a backup is read from. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateCounty } from '../../../src/county/index.ts'
import type { Row, TableName } from '../../../src/domain/tables.ts'
import { openPackage, readColumns, writePackage } from '../../../src/exchange/index.ts'
import { bundle, unbundle } from '../../../src/records/keeping/bundle.ts'
import { readCheckpointFile } from '../../../src/records/keeping/checkpoint.ts'
import { open, seal } from '../../../src/records/keeping/sealed-file.ts'
import { archiveOf, fileOf, folder } from './archives.ts'
import type { Input } from './mutation.ts'
import { bytesOf, checkProblems, hold, onePart, type Target } from './target.ts'

/** A few rows of every table of an invented city, as the writer of packages writes them. */
async function smallPackage(): Promise<Input> {
  const tables: Partial<Record<TableName, readonly Row[]>> = {}
  for (const [table, rows] of generateCounty({ seed: 9, cadres: 40 }).tables()) tables[table] = [...rows].slice(0, 6)
  const path = join(folder, 'package-seed')
  await writePackage(path, tables, { name: 'small' })
  return readdirSync(path).map((name) => ({ name, bytes: readFileSync(join(path, name)) }))
}

async function check(path: string): Promise<void> {
  const reading = await openPackage(path)
  try {
    const { problems, dependents, notices, canSkipBadRows } = await reading.check()
    checkProblems([...problems, ...dependents, ...notices])
    if (!canSkipBadRows) return
    for (const table of reading.tables)
      for await (const rows of reading.rows(table)) hold(rows.length > 0, 'a batch of rows')
  } finally {
    await reading.close()
  }
}

function folderOf(input: Input): string {
  const path = join(folder, 'package')
  rmSync(path, { recursive: true, force: true })
  mkdirSync(path)
  for (const { name, bytes } of input) writeFileSync(join(path, name), bytes)
  return path
}

const key = { id: 'fuzz', secret: Buffer.alloc(32, 7), file: 'fuzz.key', isNew: false }
const facts = {
  madeAt: '2026-11-23T00:00:00Z',
  product: '0.1.0',
  postgres: '18',
  firstSegment: '000000010000000000000001',
}

async function* files() {
  yield { path: 'PG_VERSION', content: once(Buffer.from('18\n')) }
  yield { path: 'base/1/2', content: once(Buffer.alloc(3000, 'x')) }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

async function whole(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of source) pieces.push(piece)
  return Buffer.concat(pieces)
}

const bundled = (): Promise<Buffer> => whole(bundle(files(), (written) => ({ files: written })))
const nowhere = { begin: async () => undefined, data: async () => undefined, end: async () => undefined }
const checkpoint = {
  entry: 7,
  hash: 'ab',
  digest: 'sha256',
  seal: 'cd',
  at: '2026-11-23T00:00:00Z',
  keyId: 'k',
  signature: 'ef',
}

export const packageTargets: readonly Target[] = [
  {
    name: 'data package: a folder',
    weight: 0.3,
    seeds: async () => [await smallPackage()],
    read: (input) => check(folderOf(input)),
  },
  {
    name: 'data package: a zip',
    weight: 0.5,
    seeds: async () => [await smallPackage()],
    read: async (input) => check(await archiveOf('package.zip', input)),
  },
  {
    name: 'data package: bytes of a zip',
    weight: 2,
    seeds: async () => [onePart('package.zip', readFileSync(await archiveOf('small.zip', await smallPackage())))],
    read: (input) => check(fileOf('package.zip', bytesOf(input))),
  },
  {
    name: 'columns of any .csv',
    weight: 6,
    seeds: () => [onePart('insteval.csv', 's,d,y,"a ""b"""\r\n1,2,3.5,x\r\n"4",5,6,"y,\nz"\r\n')],
    async read(input) {
      await readColumns(fileOf('columns.csv', bytesOf(input)), ['y', 's', 'd'])
    },
  },
  {
    name: 'backup: its seal',
    weight: 3,
    seeds: async () => [onePart('a.backup', await whole(seal(once(await bundled()), facts, key)))],
    async read(input) {
      await unbundle(open(once(bytesOf(input)), key, 'a.backup'), nowhere, 'a.backup')
    },
  },
  {
    name: 'backup: what the seal holds',
    weight: 3,
    seeds: async () => [onePart('a.bundle', await bundled())],
    async read(input) {
      await unbundle(once(bytesOf(input)), nowhere, 'a.bundle')
    },
  },
  {
    name: 'audit: file of checkpoints',
    weight: 3,
    seeds: () => [onePart('c.jsonl', `${JSON.stringify(checkpoint)}\n`.repeat(3))],
    read(input) {
      readCheckpointFile(fileOf('c.jsonl', bytesOf(input)))
    },
  },
]
