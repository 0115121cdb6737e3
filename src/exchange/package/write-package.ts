import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { ProblemError } from '#domain/problem.ts'
import { fieldNamesOf, type Row, type TableName, tableNames, tableOf } from '#domain/tables.ts'
import { csvLine, type Rows, writeWhole } from '../csv/write.ts'
import { problemOf } from '../wording/wording.ts'
import { describePackage, type PackageMeta, writtenTerm } from './descriptor.ts'

const packageFiles: ReadonlySet<string> = new Set(['datapackage.json', ...tableNames.map((table) => `${table}.csv`)])

/**
 * Writes a data package: `datapackage.json` and one CSV a table, UTF-8, streamed. The folder appears whole or not at
 * all; an older package in its place is replaced, any other non-empty folder is refused.
 * @throws ProblemError when the folder holds something that is not a package
 * @example await writePackage('city', { units: [['U1', null, '市委组织部', 'party', 'prefecture', …]] }, { name: 'city' })
 */
export async function writePackage(
  folder: string,
  tables: Partial<Record<TableName, Rows<Row>>>,
  meta: PackageMeta,
): Promise<void> {
  const target = resolve(folder)
  await refuseToReplaceOtherThings(target)
  await mkdir(dirname(target), { recursive: true })
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.partial`)
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft)
  try {
    const written = tableNames.filter((table) => tables[table] !== undefined)
    for (const table of written) await writeWhole(join(draft, `${table}.csv`), linesOf(table, tables[table] ?? []))
    await writeWhole(join(draft, 'datapackage.json'), [`${JSON.stringify(describePackage(written, meta), null, 2)}\n`])
    await rm(target, { recursive: true, force: true })
    await rename(draft, target)
  } catch (cause) {
    await rm(draft, { recursive: true, force: true })
    throw cause
  }
}

async function refuseToReplaceOtherThings(target: string): Promise<void> {
  const found = await readdir(target).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return []
    throw new ProblemError(problemOf('folder-unusable', { file: target }, { path: target, cause: cause.message }))
  })
  const other = found.find((name) => !packageFiles.has(name))
  if (other !== undefined)
    throw new ProblemError(problemOf('folder-occupied', { file: target }, { path: target, name: other }))
}

async function* linesOf(table: TableName, rows: Rows<Row>): AsyncGenerator<string> {
  const names = fieldNamesOf(table)
  const { fields } = tableOf(table)
  const grades = names.flatMap((name, index) => (fields[name]?.terms === 'grade' ? [index] : []))
  yield csvLine(names)
  for await (const row of rows) {
    const cells = row.length > names.length ? row.slice(0, names.length) : row
    yield csvLine(
      grades.length === 0
        ? cells
        : cells.map((cell, at) => (cell !== null && grades.includes(at) ? writtenTerm('grade', cell) : cell)),
    )
  }
}
