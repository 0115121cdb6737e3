/**
 * Who may import whom. Arrows only go down this table; it is the text of ARCHITECTURE.md and the check at once.
 * A value may name a folder, or a file or folder inside one.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

export const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  statistics: [],
  optimisation: [],
  policy: ['domain'],
  identify: ['domain', 'statistics', 'policy'],
  develop: ['domain', 'statistics', 'optimisation', 'policy', 'identify'],
  manage: ['domain', 'statistics', 'optimisation', 'policy', 'identify'],
  appoint: ['domain', 'statistics', 'optimisation', 'policy', 'identify'],
  records: ['domain'],
  exchange: ['domain'],
  county: ['domain'],
  server: [
    'domain',
    'statistics',
    'optimisation',
    'policy',
    'identify',
    'develop',
    'manage',
    'appoint',
    'records',
    'exchange',
    'county',
  ],
  cli: ['server/actions', 'county', 'domain'],
  web: ['server/contract', 'domain/lexicon', 'domain/text.ts', 'domain/calendar.ts'],
}

export interface Import {
  readonly file: string
  readonly target: string
}

const statement = /(?:\bfrom\s+|\bimport\s+|\bimport\(\s*)['"]([^'"]+)['"]/g

export function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Every import of one of our own files below `source`, as paths relative to it. */
export function ownImports(source: string): Import[] {
  const found: Import[] = []
  for (const file of sourceFiles(source)) {
    for (const match of readFileSync(file, 'utf8').matchAll(statement)) {
      const written = match[1] ?? ''
      if (written.startsWith('#')) found.push({ file: relative(source, file), target: written.slice(1) })
      else if (written.startsWith('.'))
        found.push({ file: relative(source, file), target: relative(source, resolve(dirname(file), written)) })
    }
  }
  return found
}

/** The imports that the table does not allow, as sentences. Tests may reach into the tools. */
export function violations(imports: readonly Import[]): string[] {
  return imports.flatMap(({ file, target }) => {
    const from = file.split('/')[0] ?? ''
    const to = target.split('/')[0] ?? ''
    if (from === to || target.startsWith('..')) return []
    if (to === 'tools') return file.includes('.test.') ? [] : [`${file} imports ${target}: tools serve tests alone`]
    const allowed = mayImport[from]
    if (!allowed) return [`${file}: ${from} is no folder of the house; add it to tools/boundaries.ts`]
    const permitted = allowed.some(
      (place) => target === place || target.startsWith(`${place}/`) || target.startsWith(`${place}.`),
    )
    if (permitted || (file.includes('.test.') && from !== 'web')) return []
    return [
      `${file} imports ${target}: ${from} may import ${allowed.length === 0 ? 'nothing of ours' : allowed.join(', ')}`,
    ]
  })
}
