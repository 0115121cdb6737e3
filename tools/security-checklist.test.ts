import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const rows = readFileSync(join(root, 'docs/security-checklist.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.slice(2, -2).split(' | '))
const shown = rows.flatMap(([item = '', , , answer = '']) =>
  [...answer.matchAll(/((?:src|tools|e2e)\/[\w./-]+\.ts) › (.+?)(?=\. [A-Z]|$)/g)].map(([, file = '', name = '']) => ({
    item,
    file,
    name,
  })),
)

describe('docs/security-checklist.md', () => {
  test('names tests that are there', () => {
    const missing = shown.filter(({ file, name }) => {
      const path = join(root, file)
      return !existsSync(path) || !readFileSync(path, 'utf8').includes(name)
    })
    expect(missing).toEqual([])
    expect(shown.length).toBeGreaterThan(80)
  })

  test('answers each item, and shows a test wherever it says that one is met', () => {
    const states = ['met', 'part', 'not met', 'other way', 'design']
    expect(rows.filter(([, , state = '', answer = '']) => !states.includes(state) || answer.length < 8)).toEqual([])
    const told = new Set(shown.map(({ item }) => item))
    expect(rows.filter(([item = '', , state]) => state === 'met' && !told.has(item))).toEqual([])
  })
})
