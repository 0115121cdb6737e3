/** Whether a path is a data package or holds forms and sheets: told by the names in it, not by reading it. */
import { open, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { tableNames } from '#domain/tables.ts'
import { openWholeArchive } from '../files/archive.ts'
import { openFolder } from '../files/folder.ts'

const forms = /\.lrmx?$/i
const files = new Set([
  '.lrmx',
  '.lrm',
  '.pic',
  '.jpg',
  '.jpeg',
  '.png',
  '.xml',
  '.xls',
  '.xlsx',
  '.xlsm',
  '.xlsb',
  '.et',
  '.ods',
  '.csv',
  '.tsv',
])

/**
 * True also for what is neither, so that the reader of packages says what is wrong with it.
 * @example await isPackage('city.zip')
 */
export async function isPackage(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) return true
  if (found.isDirectory()) return holdsPackage((await openFolder(path)).names)
  if (files.has(extname(path).toLowerCase())) return false
  const start = await beginning(path)
  if (!start.startsWith('PK')) return !/^(\u00ef\u00bb\u00bf)?\s*[<"]/.test(start)
  const archive = await openWholeArchive(path).catch(() => undefined)
  if (!archive) return true
  await archive.close()
  return holdsPackage(archive.names)
}

async function beginning(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}

function holdsPackage(names: readonly string[]): boolean {
  const plain = names.map((name) => name.slice(name.lastIndexOf('/') + 1))
  const tables = new Set(['datapackage.json', ...tableNames.map((table) => `${table}.csv`)])
  return plain.some((name) => tables.has(name)) || !names.some((name) => forms.test(name))
}
