import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProblemError } from '#domain/problem.ts'
import { fieldNamesOf, type Row, type TableName } from '#domain/tables.ts'
import { writePackage } from '#exchange/index.ts'
import { checkPair } from './check.ts'

const row = (table: TableName, facts: Record<string, string>): Row =>
  fieldNamesOf(table).map((name) => facts[name] ?? null)

let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhiren-check-'))
  await writePackage(
    folder,
    {
      units: [row('units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' })],
      positions: [
        row('positions', {
          position_id: 'P1',
          unit_id: 'U1',
          title: '县财政局局长',
          post_level: 'division-chief',
          role: 'principal',
        }),
      ],
      cadres: [
        row('cadres', {
          cadre_id: 'C1',
          name: '张某',
          authority_unit_id: 'U1',
          work_started_on: '2000-08',
          health_ok: 'true',
        }),
      ],
      tenures: [
        row('tenures', {
          tenure_id: 'T1',
          cadre_id: 'C1',
          post_level: 'division-deputy',
          role: 'deputy',
          grassroots: 'true',
          from: '2023-06-01',
          kind: 'appointed',
        }),
      ],
      evaluations: [row('evaluations', { cadre_id: 'C1', year: '2024', result: 'excellent' })],
    },
    { name: 'check' },
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

const check = (asOf: number, lang: 'zh' | 'en' = 'zh', cadre = 'C1') =>
  checkPair({ package: folder, position: 'P1', cadre, asOf, lang })

describe('one cadre and one seat, straight from a package', () => {
  test('a day short of two years the answer is no, with article, reason, evidence and the day it turns', async () => {
    const { findings, ...pair } = await check(20250531)
    expect(pair).toEqual({ position: 'P1', cadre: 'C1', asOf: '2025-05-31', verdict: 'unmet' })
    expect(findings.find((one) => one.rule === 'APPT-08-3-TENURE')).toEqual({
      rule: 'APPT-08-3-TENURE',
      verdict: 'unmet',
      weight: 'decides',
      basis: { instrument: '党政领导干部选拔任用工作条例', article: '8(3)', title: '任职年限' },
      reasons: ['县处级副职任职累计1年11个月，不满2年'],
      evidence: ['tenures/T1'],
      missing: [],
      turnsOn: '2025-06-01',
      liftedBy: [
        {
          instrument: '党政领导干部选拔任用工作条例',
          article: '9',
          approval: '上级组织（人事）部门（讨论决定前报告并经同意）',
        },
      ],
    })
  })

  test('on the anniversary the gaps in the record are what is left', async () => {
    const { verdict, findings } = await check(20250601)
    expect(verdict).toBe('unknown')
    expect(findings.flatMap((one) => one.missing)).toEqual(['educations.level', 'trainings.hours'])
  })

  test('English on request', async () => {
    const { findings } = await check(20250601, 'en')
    expect(findings.find((one) => one.rule === 'APPT-24-3')?.reasons).toEqual(['2024: Excellent'])
  })

  test('an unknown id is a problem with a mend', async () => {
    await expect(check(20250601, 'zh', 'C9')).rejects.toThrow(ProblemError)
  })

  test('a bad row in a table that the rules read is refused; one in another table is not read', async () => {
    writeFileSync(join(folder, 'honours.csv'), 'cadre_id,title,on\nC1,先进个人,not a date\n')
    await expect(check(20250601)).resolves.toMatchObject({ verdict: 'unknown' })
    writeFileSync(join(folder, 'sanctions.csv'), 'cadre_id,kind,decided_on\nC1,admin-warning,not a date\n')
    await expect(check(20250601)).rejects.toThrow(ProblemError)
  })
})
