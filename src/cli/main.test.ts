/** The command line as acceptance reads it: exit codes, the JSON of stdout, whole messages on stderr. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldNamesOf } from '#domain/tables.ts'
import { shellIn } from './fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiren-shell-'))
const city = join(folder, 'city')

const zhiren = shellIn(folder)

const tableOf = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => line.trimEnd().split(','))

beforeAll(() => {
  const made = zhiren('city', '--seed', '7', '--cadres', '120', '--out', city)
  expect(made.code, made.err).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('bad arguments', () => {
  test('an unknown command names those there are', () => {
    const { code, err } = zhiren('frobnicate')
    expect(code).toBe(2)
    expect(err).toContain('没有 frobnicate 这个命令。')
    for (const command of ['start', 'import', 'analyse', 'check', 'calibrate', 'city', 'recover']) {
      expect(err).toContain(`  zhiren ${command}`)
    }
  })

  test('a missing option, a wrong date and a wrong number say how to mend them', () => {
    expect(zhiren('check', '--cadre', 'C1')).toEqual({
      code: 2,
      out: '',
      err: '有 1 处问题：\n  缺少 --package。\n    → 补上 --package 及其值。  [option-missing]\n',
    })
    expect(zhiren('analyse', '--package', city, '--as-of', '2026-11', '--out', 'x', '--lang', 'en')).toEqual({
      code: 2,
      out: '',
      err: '1 problem:\n  --as-of is "2026-11": not a day.\n    → Write it like 2026-11-22.  [option-not-a-day]\n',
    })
    expect(zhiren('city', '--cadres', 'many', '--out', 'x').err).toContain('写一个 50 到 200000 的整数。')
  })

  test('English is complete', () => {
    expect(zhiren('nothing', '--lang', 'en').err).not.toMatch(/\p{Script=Han}/u)
    const help = zhiren('check', '--help', '--lang', 'en')
    expect(help.code).toBe(0)
    expect(help.err).not.toMatch(/\p{Script=Han}/u)
  })
})

describe('import', () => {
  test('a dry run prints counts and no problems, and writes nothing', () => {
    const { code, out } = zhiren('import', city, '--dry-run', '--json', '--data', 'never')
    expect(code).toBe(0)
    const outcome = JSON.parse(out)
    expect(outcome).toMatchObject({ people: [], problems: [], notices: [] })
    expect(outcome.counts.cadres).toBe(120)
    expect(existsSync(join(folder, 'never'))).toBe(false)
  })

  test('a mistake is named by file, row and column; exit code 2', () => {
    const broken = join(folder, 'broken')
    const copied = spawnSync('cp', ['-r', city, broken])
    expect(copied.status).toBe(0)
    const file = join(broken, 'cadres.csv')
    const lines = readFileSync(file, 'utf8').split('\n')
    const column = fieldNamesOf('cadres').indexOf('born_on')
    const cells = (lines[3] ?? '').split(',')
    cells[column] = '2003.13'
    lines[3] = cells.join(',')
    writeFileSync(file, lines.join('\n'))
    const { code, out } = zhiren('import', broken, '--dry-run', '--json')
    expect(code).toBe(2)
    expect(JSON.parse(out).problems).toMatchObject([{ file: 'cadres.csv', row: 4, column: 'born_on' }])
  })
})

describe('analyse, recover, check', () => {
  const results = join(folder, 'results')

  test('writes the tables of the contract', () => {
    const { code, out, err } = zhiren('analyse', '--package', city, '--as-of', '2026-11-22', '--out', results, '--json')
    expect(code, err).toBe(0)
    const done = JSON.parse(out)
    expect(done.asOf).toBe('2026-11-22')
    expect(done.snapshotHash).toMatch(/^[0-9a-f]{64}$/)
    expect(readdirSync(results)).toEqual(
      expect.arrayContaining([
        'care-steps.csv',
        'conflicts.csv',
        'eligibility.csv',
        'estimates-unit.csv',
        'estimates.csv',
        'findings.jsonl',
        'needs.csv',
        'rotation.csv',
        'sameness.csv',
        'shortlists.csv',
        'sign-ledger.csv',
        'signals.csv',
        'slate.json',
      ]),
    )
    const headers: Record<string, string> = {
      'estimates.csv': 'cadre_id,measure,value,lower,upper,n,group,separable',
      'eligibility.csv': 'position_id,cadre_id,verdict,blocking,missing',
      'shortlists.csv': 'position_id,rank,cadre_id,fit,lower,upper,tied_with',
      'rotation.csv': 'cadre_id,position_id,rule,due_on,state',
      'needs.csv': 'cadre_id,kind,need,rule,proposal',
      'sign-ledger.csv': 'kind,raised,per_1000_cadre_years,lower,upper',
      'care-steps.csv': 'cadre_id,kind,raised_on,severity,first_step,rule',
    }
    for (const [file, header] of Object.entries(headers)) {
      expect(tableOf(join(results, file))[0]?.join(',')).toBe(header)
    }
    for (const line of readFileSync(join(results, 'findings.jsonl'), 'utf8').trimEnd().split('\n').slice(0, 50)) {
      expect(Object.keys(JSON.parse(line))).toEqual([
        'subject',
        'rule',
        'verdict',
        'basis',
        'reasons',
        'evidence',
        'missing',
      ])
    }
  })

  test('holds the results against the truth', () => {
    const { code, out, err } = zhiren('recover', '--package', city, '--results', results, '--lang', 'en')
    expect(code, err).toBe(0)
    expect(out).toMatch(/^measure +n +groups .*Spearman .*coverage 90 %/)
    expect(out).toMatch(/^rating +\d+ +\d+ +\d+ +[\d.-]+/m)
    expect(out).toMatch(/^ {2}raw mean +\d+ +[\d.-]+/m)
    expect(zhiren('recover', '--package', city, '--results', folder).code).toBe(2)
  })

  test('check answers for one pair as eligibility.csv does', () => {
    const pairs = tableOf(join(results, 'eligibility.csv')).slice(1)
    const [position = '', cadre = '', verdict] = pairs[Math.floor(pairs.length / 2)] ?? []
    const given = ['check', '--package', city, '--position', position, '--cadre', cadre, '--as-of', '2026-11-22']
    const { code, out, err } = zhiren(...given, '--json')
    expect(code, err).toBe(0)
    const answer = JSON.parse(out)
    expect(answer).toMatchObject({ position, cadre, asOf: '2026-11-22', verdict })
    for (const finding of answer.findings) {
      expect(Object.keys(finding)).toEqual(
        expect.arrayContaining(['rule', 'verdict', 'basis', 'reasons', 'evidence', 'missing']),
      )
      expect(finding.basis.instrument).toMatch(/\p{Script=Han}/u)
      expect(finding.reasons.every((reason: unknown) => typeof reason === 'string')).toBe(true)
    }
    expect(zhiren(...given, '--lang', 'en').out).not.toMatch(/符合|信息不足/)
  })
})
