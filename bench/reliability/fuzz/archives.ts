/** Archives as their parts, so that what is broken lies inside and not in the checksum around it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWholeArchive } from '../../../src/exchange/files/archive.ts'
import { writeZip } from '../../../src/exchange/fixtures/zip-writer.ts'
import type { Input } from './mutation.ts'

/** A folder of this run; gone when the thread ends. */
export const folder = mkdtempSync(join(tmpdir(), 'zhiren-fuzz-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

export function fileOf(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

export async function partsOf(name: string, archive: Uint8Array): Promise<Input> {
  const source = await openWholeArchive(fileOf(name, archive))
  try {
    const parts: { name: string; bytes: Buffer }[] = []
    for (const path of source.names) {
      const pieces: Buffer[] = []
      for await (const piece of source.open(path)) pieces.push(piece)
      parts.push({ name: path, bytes: Buffer.concat(pieces) })
    }
    return parts
  } finally {
    await source.close()
  }
}

/** Stored, not packed: packing is the library's work and would take most of the time. */
export async function archiveOf(name: string, parts: Input): Promise<string> {
  const path = join(folder, name)
  const entries = parts.map(({ name: entry, bytes }) => ({
    name: entry,
    content: bytes,
    method: 0,
    packed: { data: bytes, size: bytes.length },
  }))
  await writeZip(path, entries)
  return path
}
