import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mayImport, ownImports, sourceFiles, violations } from './boundaries.ts'

const root = join(import.meta.dirname, '..')
const source = join(root, 'src')

describe('the house', () => {
  test('every import goes down the table of ARCHITECTURE.md', () => {
    expect(violations(ownImports(source))).toEqual([])
  })

  test('an import up the table is found', () => {
    expect(violations([{ file: 'domain/finding.ts', target: 'records/index.ts' }])).toEqual([
      'domain/finding.ts imports records/index.ts: domain may import nothing of ours',
    ])
    expect(violations([{ file: 'manage/rotation.ts', target: 'appoint/index.ts' }])).toHaveLength(1)
    expect(violations([{ file: 'web/main.tsx', target: 'server/http/index.ts' }])).toHaveLength(1)
  })

  test('ARCHITECTURE.md holds the same table', () => {
    const architecture = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    for (const [folder, allowed] of Object.entries(mayImport)) {
      const cells = allowed.length === 0 ? 'nothing of ours' : allowed.map((place) => `\`${place}\``).join(', ')
      expect(architecture).toContain(`| \`${folder}\` | ${cells} |`)
    }
  })

  test('no source file is longer than 400 lines', () => {
    const long = sourceFiles(source).filter((file) => readFileSync(file, 'utf8').split('\n').length > 401)
    expect(long.map((file) => relative(root, file))).toEqual([])
  })

  test('no heap folders, no unfinished marks', () => {
    const files = sourceFiles(source).map((file) => relative(root, file))
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|managers?|misc)(\/|\.)/.test(file))).toEqual([])
    const marks = new RegExp(`\\b(${['TO', 'FIX'].map((start, index) => start + ['DO', 'ME'][index]).join('|')})\\b`)
    expect(files.filter((file) => marks.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
  })

  test('no lockfile holds a download address', () => {
    for (const lock of ['package-lock.json', 'bench/package-lock.json']) {
      expect(readFileSync(join(root, lock), 'utf8'), lock).not.toMatch(/"resolved":\s*"http/)
    }
  })
})
