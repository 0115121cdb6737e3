/** Which file of a package holds which table: by `datapackage.json` where it says so, otherwise by name. */
import { ProblemError } from '#domain/problem.ts'
import { isTableName } from '#domain/snapshot.ts'
import { type TableName, tableNames, tableOf } from '#domain/tables.ts'
import { fill } from '#domain/text.ts'
import { ProblemLedger } from '../check/ledger.ts'
import { isInside, type PackageSource } from '../files/source.ts'
import { problemOf, quoted } from '../wording/wording.ts'

const descriptorName = 'datapackage.json'
const longestDescriptor = 16 * 2 ** 20

export interface Layout {
  /** Path of each table that is present. */
  readonly paths: ReadonlyMap<TableName, string>
  readonly notices: ProblemLedger
}

/** Throws ProblemError where a required table is missing, or the descriptor cannot be read or points outside. */
export async function readLayout(source: PackageSource): Promise<Layout> {
  const notices = new ProblemLedger(descriptorName)
  const listed = await readDescriptor(source, notices)
  const paths = new Map<TableName, string>()
  for (const table of tableNames) {
    const path = listed.get(table)
    const places = [...(path === undefined ? [] : [path]), `${table}.csv`]
    for (const place of places) {
      if (!paths.has(table) && (await source.size(place)) !== undefined) paths.set(table, place)
    }
    if (path !== undefined && !paths.has(table)) notices.add('table-absent', {}, { path })
  }
  const known = new Set([...paths.values(), descriptorName])
  const others = source.names.filter((name) => !known.has(name))
  if (paths.size === 0 && !source.names.includes(descriptorName)) requireLikeness(source)
  requireTables(paths, others)
  for (const name of others) if (/\.(csv|tsv|txt|xlsx?)$/i.test(name)) notices.add('file-unknown', {}, { name })
  return { paths, notices }
}

/** A zip or folder without anything that is named like a table is no package that lacks some. */
function requireLikeness({ label, names }: PackageSource): void {
  const singular = tableNames.map((table) => table.slice(0, -1))
  if (names.some((name) => singular.some((table) => stem(name).includes(table)))) return
  throw new ProblemError(
    problemOf('package-other', { file: label }, { names: names.length === 0 ? '—' : quoted(names.join('、')) }),
  )
}

function requireTables(paths: ReadonlyMap<TableName, string>, others: readonly string[]): void {
  const missing = tableNames.filter((table) => tableOf(table).required === true && !paths.has(table))
  const [first] = missing
  if (first === undefined) return
  const similar = others.filter((name) => missing.some((table) => stem(name).includes(table.slice(0, -1))))
  const hint =
    similar.length === 0
      ? ''
      : fill(
          { zh: '；“{names}”若就是，改名即可', en: '; if "{names}" is it, rename it' },
          { names: similar.join('”“') },
        )
  const tables = missing.map((table) => `${table}.csv`)
  throw new ProblemError(
    problemOf(
      'table-missing',
      { file: `${first}.csv` },
      { tables: { zh: tables.join('、'), en: tables.join(', ') }, hint },
    ),
  )
}

const stem = (name: string): string => name.toLowerCase().replace(/\.[a-z]+$/, '')

async function readDescriptor(source: PackageSource, notices: ProblemLedger): Promise<Map<TableName, string>> {
  const paths = new Map<TableName, string>()
  const size = await source.size(descriptorName)
  if (size === undefined) {
    notices.add('descriptor-absent', {})
    return paths
  }
  if (size > longestDescriptor) throw unreadable(`${size} B`)
  for (const { name, path } of resourcesOf(await readJson(source))) {
    if (!isTableName(name)) continue
    if (!isInside(path)) throw new ProblemError(problemOf('path-outside', { file: descriptorName }, { name: path }))
    paths.set(name, path.replace(/^\.\//, ''))
  }
  return paths
}

const unreadable = (cause: string): ProblemError =>
  new ProblemError(problemOf('descriptor-unreadable', { file: descriptorName }, { cause }))

async function readJson(source: PackageSource): Promise<unknown> {
  const pieces: Buffer[] = []
  for await (const piece of source.open(descriptorName)) pieces.push(piece)
  try {
    return JSON.parse(
      Buffer.concat(pieces)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    )
  } catch (cause) {
    throw unreadable(cause instanceof Error ? cause.message : String(cause))
  }
}

/** `resources[].name` and `.path` of a Data Package descriptor, version 1 or 2. A table is one file. */
function resourcesOf(descriptor: unknown): { name: string; path: string }[] {
  const resources: unknown = isRecord(descriptor) ? descriptor.resources : undefined
  if (!Array.isArray(resources)) throw unreadable('“resources” is not a list')
  return resources.flatMap((resource: unknown) => {
    if (!isRecord(resource) || typeof resource.name !== 'string') return []
    const path = Array.isArray(resource.path) && resource.path.length === 1 ? resource.path[0] : resource.path
    if (typeof path === 'string') return [{ name: resource.name, path }]
    if (path === undefined) return []
    throw unreadable(`“path” of “${resource.name}” is not one file`)
  })
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
