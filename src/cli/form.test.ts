/** `zhiren form` as acceptance calls it. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shellIn } from './fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiren-form-'))
const zhiren = shellIn(folder)

beforeAll(() => {
  expect(zhiren('city', '--seed', '7', '--cadres', '120', '--out', 'city').code).toBe(0)
  expect(zhiren('import', 'city', '--data', 'data').code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  ['pdf', '%PDF-'],
  ['docx', 'PK'],
  ['lrmx', '\uFEFF<?xml'],
])('writes %s', (format, head) => {
  const out = join(folder, `form.${format}`)
  const given = ['--cadre', 'C000010', '--format', format, '--out', out, '--edition', '2025', '--as-of', '2026-11-22']
  const { code, err } = zhiren('form', ...given, '--data', 'data')
  expect(err).toBe(`已写出 ${out}。\n`)
  expect(code).toBe(0)
  const file = readFileSync(out, 'utf8')
  expect(file.startsWith(head)).toBe(true)
  if (format === 'lrmx') {
    expect(file).toMatch(/<DaoLingNianYue>\d{6}<\/DaoLingNianYue>/)
    expect(file).toContain('<JiSuanNianLingShiJian>20261122</JiSuanNianLingShiJian>')
  }
})

test('an unknown id is told, and nothing is written', () => {
  const { code, err } = zhiren('form', '--cadre', 'X1', '--format', 'pdf', '--out', 'x.pdf', '--data', 'data')
  expect(code).toBe(2)
  expect(err).toContain('记录中没有编号为 X1 的人。')
  expect(err).toContain('[no-such-cadre]')
  expect(existsSync(join(folder, 'x.pdf'))).toBe(false)
})

test('a format that there is not, and a folder that there is not', () => {
  const wrong = zhiren('form', '--cadre', 'C000010', '--format', 'doc', '--out', 'x.doc', '--data', 'data')
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('写 pdf、docx、lrmx 之一。')])
  const nowhere = zhiren('form', '--cadre', 'C000010', '--format', 'lrmx', '--out', 'no/x.lrmx', '--data', 'data')
  expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining('[file-not-written]')])
})
