import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { motion, radii, rowHeights, typeScale } from './scale.ts'

const web = join(import.meta.dirname, '..')
const css = readFileSync(join(web, 'tokens/tokens.css'), 'utf8')

test('the style sheet holds the sizes of the table', () => {
  const expected = [
    ...Object.entries(typeScale).map(([name, [letter, line]]) => `--type-${name}: ${letter}px / ${line}px;`),
    ...Object.entries(radii).map(([name, radius]) => `--radius-${name}: ${radius}px;`),
    `--drawer: ${motion.drawer}ms;`,
  ]
  expect(expected.filter((line) => !css.includes(line))).toEqual([])
  for (const [density, rows] of Object.entries(rowHeights)) {
    const block = css.slice(css.indexOf(`[data-density="${density}"]`)).split('}')[0]
    expect(block, 'a line of 20 and two hairlines').toContain(`--cell: ${(rows.row - 22) / 2}px;`)
  }
})

test('no colour is written outside the tokens: a page is right by day, by night and on paper', () => {
  const hard = /#[0-9a-f]{3,8}\b(?=[\s;,)'"])|\b(?:rgba?|hsla?)\(|(?<=[:\s'"])(?:white|black)(?=[\s;,'"])/i
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(css|tsx)$/.test(file))
    .map((file) => join(web, file))
  const outside = files
    .filter((file) => !relative(web, file).startsWith('tokens'))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => hard.test(line) && !/^\s*(\*|\/\/|\/\*)/.test(line))
        .map((line) => `${relative(web, file)}: ${line.trim()}`),
    )
  expect(outside).toEqual([])
})

test('before the first paint the root wears what this browser remembers, and nothing where it keeps nothing', () => {
  const script = readFileSync(join(web, 'public/appearance.js'), 'utf8')
  const worn = (getItem: (name: string) => string | null): object => {
    const dataset = {}
    runInNewContext(script, { localStorage: { getItem }, document: { documentElement: { dataset } } })
    return dataset
  }
  expect(worn((name) => (name === 'zhiren.appearance' ? 'dark' : null))).toEqual({ appearance: 'dark' })
  expect(
    worn(() => {
      throw new Error('denied')
    }),
  ).toEqual({})
})
