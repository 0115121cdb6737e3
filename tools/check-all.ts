/**
 * `npm test`: lint and format, types, unit and database tests, browser journeys. Ends with `N passed, N failed`.
 * Arguments are handed to the tests: `npm test -- src/domain` runs only those.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './chromium.ts'

const root = join(import.meta.dirname, '..')
const bin = join(root, 'node_modules', '.bin')
let passed = 0
let failed = 0

function step(
  name: string,
  command: string,
  given: readonly string[],
  environment: Record<string, string> = {},
): boolean {
  process.stdout.write(`\n── ${name}\n`)
  const result = spawnSync(command, given, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } })
  return result.status === 0
}

function count(succeeded: boolean): void {
  if (succeeded) passed += 1
  else failed += 1
}

function runTests(name: string, project: string, given: readonly string[], environment: Record<string, string>): void {
  const folder = mkdtempSync(join(tmpdir(), 'zhiren-test-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const succeeded = step(
    name,
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', project, ...reporters, ...given],
    environment,
  )
  try {
    const summary = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
      numFailedTestSuites: number
    }
    passed += summary.numPassedTests
    failed += summary.numFailedTests
    if (!succeeded && summary.numFailedTests === 0) failed += Math.max(1, summary.numFailedTestSuites)
  } catch {
    failed += 1
  }
  rmSync(folder, { recursive: true, force: true })
}

const only = process.argv.slice(2)
if (only.length === 0) {
  count(step('format and lint · 格式与检查', join(bin, 'biome'), ['ci', '.']))
  count(step('types · 类型', join(bin, 'tsc'), ['-p', '.']))
}
runTests('unit and database tests · 单元与数据库测试', 'unit', only, {})
if (only.length === 0) {
  const chromium = findChromium()
  if ('path' in chromium) {
    runTests('browser journeys · 浏览器测试', 'journeys', [], { ZHIREN_CHROMIUM: chromium.path })
  } else {
    process.stdout.write(`${chromium.problem}\n`)
    failed += 1
  }
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
