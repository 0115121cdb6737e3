import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Text } from '#domain/text.ts'

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'zh' in value

function* textsOf(table: object, path: string): Generator<[string, Text]> {
  for (const [name, value] of Object.entries(table)) {
    if (isText(value)) yield [`${path}.${name}`, value]
    else if (typeof value === 'object' && value !== null) yield* textsOf(value, `${path}.${name}`)
  }
}

const files = globSync('words/*.ts', { cwd: import.meta.dirname }).sort()
const modules: object[] = await Promise.all(files.map((file) => import(join(import.meta.dirname, file))))
const texts = modules.flatMap((words, at) => [...textsOf(words, files[at] ?? '')])

const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()

test('every word of the interface is there in both languages, with the same places to fill', () => {
  expect(texts.length).toBeGreaterThan(200)
  for (const [path, { zh, en }] of texts) {
    expect(zh.trim(), path).not.toBe('')
    expect(en.trim(), path).not.toBe('')
    expect(places(zh), path).toEqual(places(en))
  }
})

test('English words hold no Chinese and Chinese punctuation is full-width', () => {
  const halfWidth = /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u
  for (const [path, { zh, en }] of texts) {
    expect(en, path).not.toMatch(/\p{Script=Han}/u)
    expect(zh, path).not.toMatch(halfWidth)
  }
})

test('the system lists and compares; it does not decide, reject or exclaim', () => {
  for (const [path, { zh, en }] of texts) {
    expect(zh, path).not.toMatch(/淘汰|判定|评定|优胜|不合格|出局|预警|[您！]|(?<![提申])请(?!假)/)
    expect(en, path).not.toMatch(/\b(reject\w*|fail\w*|winner|at risk|best|score)\b|!/i)
  }
})

/** What a source file says: `dossier.formWords.name`; with `*`, all of a table that it goes through by key. */
function saidIn(source: string): string[] {
  const imports = [...source.matchAll(/import \{([^}]*)\} from '[^']*words\/([\w-]+)\.ts'/g)]
  const tables = imports.flatMap(([, names = '', file]) =>
    names.split(',').map((name) => {
      const [own = '', local = own] = name.trim().split(' as ')
      return { table: `${file}.${own}`, local }
    }),
  )
  return tables.flatMap(({ table, local }) => [
    ...[...source.matchAll(new RegExp(`\\b${local}\\.(\\w+)`, 'g'))].map(([, key]) => `${table}.${key}`),
    ...(new RegExp(`\\b${local}\\[|\\(${local}\\)`).test(source) ? [`${table}.*`] : []),
  ])
}

test('no word is left over: every entry of a table is said somewhere', () => {
  const web = join(import.meta.dirname, '..')
  const sources = globSync('**/*.{ts,tsx}', { cwd: web }).map((file) => readFileSync(join(web, file), 'utf8'))
  const said = new Set(sources.flatMap(saidIn))
  const unsaid = modules
    .flatMap((words, at) =>
      Object.entries(words).map(([name, table]) => [`${basename(files[at] ?? '', '.ts')}.${name}`, table]),
    )
    .filter(([table]) => table.endsWith('Words') && !said.has(`${table}.*`))
    .flatMap(([table, words]) => Object.keys(words).map((key) => `${table}.${key}`))
    .filter((entry) => !said.has(entry))
  expect(unsaid).toEqual([])
})
