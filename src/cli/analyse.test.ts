/** From an import to what the workbench shows, at the shell. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { shellIn } from './fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiren-analyse-'))
const zhiren = shellIn(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('an import says how to go on, and the analysis of its folder is that way', () => {
  expect(zhiren('city', '--seed', '3', '--cadres', '60', '--as-of', '2026-11-22', '--out', 'city').code).toBe(0)
  const imported = zhiren('import', 'city', '--data', 'data')
  expect(imported.code, imported.err).toBe(0)
  expect(imported.err.trimEnd().split('\n').at(-1)).toBe(
    '名册和各项分析在重新分析后显示这次导入：在工作台顶部点「重新分析」，或运行 zhiren analyse --data 数据文件夹。',
  )
  const { code, out, err } = zhiren('analyse', '--data', 'data', '--as-of', '2026-11-22', '--json')
  expect(code, err).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ runId: expect.any(String), asOf: '2026-11-22' })
  expect(err).toContain('存入结果，换上新版')
}, 120_000)

test('what holds no records is not made for it', () => {
  expect(zhiren('analyse', '--data', 'nowhere')).toEqual({
    code: 2,
    out: '',
    err: '有 1 处问题：\n  nowhere 里没有记录可分析。\n    → 核对 --data，或先用 zhiren import 导入。  [nothing-recorded]\n',
  })
  expect(existsSync(join(folder, 'nowhere'))).toBe(false)
})

test('a package and a data folder are not taken together', () => {
  const { code, err } = zhiren('analyse', '--package', 'city', '--data', 'data', '--lang', 'en')
  expect(code).toBe(2)
  expect(err).toBe(
    '1 problem:\n  Both --package and --data were given.\n    → Use --package for a data package, --data for what is recorded.  [two-sources]\n',
  )
})
