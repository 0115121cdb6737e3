/**
 * `npm test`: lint and format, types, unit and database tests, browser journeys. Ends with `N passed, N failed`.
 * Arguments are handed to the tests: `npm test -- src/domain` runs only those.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { findChromium } from './chromium.ts'

const root = join(import.meta.dirname, '..')
const bin = join(root, 'node_modules', '.bin')
let passed = 0
let failed = 0
/** Said once more under everything else, where the end of a long log is read first. */
const remarks: string[] = []

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

function count(name: string, succeeded: boolean): void {
  if (succeeded) passed += 1
  else {
    failed += 1
    remarks.push(`failed: ${name}`)
  }
}

interface TestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/** What failed, and what passed at the second try only, with the first lines of why. */
function remarksOn({ testResults }: TestReport): readonly string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name)
    const found = assertionResults.flatMap(({ fullName, status: end, failureMessages: [why] }) =>
      why === undefined ? [] : [`${end === 'failed' ? 'failed' : 'second try'}: ${file} › ${fullName}\n${start(why)}`],
    )
    return found.length === 0 && status === 'failed' ? [`failed: ${file}\n${start(message)}`] : found
  })
}

const start = (text: string): string => text.split('\n', 6).join('\n').slice(0, 1_000)

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
    const summary = JSON.parse(readFileSync(report, 'utf8')) as TestReport
    remarks.push(...remarksOn(summary))
    passed += summary.numPassedTests
    failed += summary.numFailedTests
    if (!succeeded && summary.numFailedTests === 0) failed += Math.max(1, summary.numFailedTestSuites)
  } catch {
    failed += 1
    remarks.push(`failed: ${name}, without a report`)
  }
  rmSync(folder, { recursive: true, force: true })
}

const only = process.argv.slice(2)
if (only.length === 0) {
  for (const [name, command, given] of [
    ['format and lint · 格式与检查', 'biome', ['ci', '.']],
    ['types · 类型', 'tsc', ['-p', '.']],
  ] as const)
    count(name, step(name, join(bin, command), given))
}
runTests('unit and database tests · 单元与数据库测试', 'unit', only, {})
if (only.length === 0) {
  const chromium = findChromium()
  if ('path' in chromium) {
    runTests('browser journeys · 浏览器测试', 'journeys', [], { ZHIREN_CHROMIUM: chromium.path })
  } else {
    process.stdout.write(`${chromium.problem}\n`)
    count('browser journeys · 浏览器测试', false)
  }
}
for (const remark of remarks) process.stdout.write(`\n${remark}\n`)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
