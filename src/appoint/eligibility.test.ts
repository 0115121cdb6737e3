import { describe, expect, test } from 'vitest'
import { overall } from '#domain/finding.ts'
import { ProblemError } from '#domain/problem.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { loadRuleBook } from '#policy/index.ts'
import { compareVacancies } from './eligibility.ts'
import { explainPair } from './explain-pair.ts'

const book = loadRuleBook()

/** A county with one vacant deputy seat and people who differ in one thing each. */
const rows: [TableName, RowFacts][] = [
  ['units', { unit_id: 'U1', name: '甲县人民政府', kind: 'government', level: 'county', region_code: '990101' }],
  ['positions', { position_id: 'P1', unit_id: 'U1', title: '副县长', post_level: 'division-deputy', role: 'deputy' }],
  [
    'positions',
    { position_id: 'P2', unit_id: 'U1', title: '办公室主任', post_level: 'section-chief', role: 'principal' },
  ],
  ['vacancies', { position_id: 'P1', from: '2026-10-01' }],
  ...person('C1', { post_level: 'section-chief', from: '2018-01-01' }),
  ...person('C2', { post_level: 'section-chief', from: '2025-01-01' }),
  ...person('C3', { post_level: 'section-chief', from: '2018-01-01' }),
  ['sanctions', { cadre_id: 'C3', kind: 'admin-demerit', decided_on: '2026-03-15' }],
  ...person('C4', { post_level: 'division-chief', from: '2018-01-01' }),
  ...person('C5', { post_level: 'division-deputy', position_id: 'P1', from: '2018-01-01' }),
  ...person('C6', { post_level: 'section-chief', from: '2010-01-01', to: '2024-01-01' }),
  ['tenures', { tenure_id: 'X6', cadre_id: 'C6', kind: 'other', change: 'exit', from: '2024-01-01' }],
]

function person(id: string, tenure: RowFacts): [TableName, RowFacts][] {
  return [
    ['cadres', { cadre_id: id, name: id, authority_unit_id: 'U1', work_started_on: '2000-08', health_ok: 'true' }],
    [
      'tenures',
      {
        tenure_id: `T${id}`,
        cadre_id: id,
        kind: 'appointed',
        role: 'deputy',
        grassroots: 'true',
        unit_text: '甲镇',
        title_text: '镇长',
        ...tenure,
      },
    ],
    [
      'tenures',
      {
        tenure_id: `S${id}`,
        cadre_id: id,
        kind: 'concurrent',
        post_level: 'section-chief',
        unit_text: '乙镇',
        title_text: '书记',
        from: '2018-01-01',
        to: '2018-06-01',
      },
    ],
    ['educations', { cadre_id: id, mode: 'full-time', level: 'bachelor', from: '1996-09', to: '2000-07' }],
    ['evaluations', { cadre_id: id, year: '2025', result: 'competent' }],
    [
      'trainings',
      { cadre_id: id, course: '进修', from: '2024-03-01', to: '2024-06-30', hours: '600', recognised: 'true' },
    ],
    [
      'trainings',
      { cadre_id: id, course: '年度', from: '2026-03-01', to: '2026-03-20', hours: '90', recognised: 'true' },
    ],
  ]
}

const snapshot = snapshotFrom(20261122, rows)
const { eligibility } = compareVacancies(snapshot, book)
const of = (cadreId: string) => eligibility.find((pair) => pair.cadreId === cadreId)

describe('every vacancy against everybody in service', () => {
  test('leaves out who holds the seat and who has left, and nobody else', () => {
    expect(eligibility.map((pair) => pair.cadreId)).toEqual(['C1', 'C2', 'C3', 'C4'])
  })

  test('says who is eligible, and what blocks the others', () => {
    expect(of('C1')).toMatchObject({ verdict: 'met', blocking: [], missing: [], move: 'promotion' })
    expect(of('C2')).toMatchObject({ verdict: 'unmet', blocking: ['APPT-08-3-TENURE'] })
    expect(of('C3')).toMatchObject({
      verdict: 'unmet',
      blocking: expect.arrayContaining(['APPT-24-6', 'SANC-19-BARS']),
    })
  })

  test('a move to a lower level is a question for people', () => {
    expect(of('C4')).toMatchObject({ verdict: 'met', blocking: [], move: 'demotion' })
    const asked = explainPair(snapshot, book, 'P1', 'C4').find(({ rule }) => rule === 'APPT-CH10-DEMOTION')
    expect(asked).toMatchObject({ verdict: 'discretion', weight: 'asks' })
  })

  test('agrees with the explanation of each pair', () => {
    for (const pair of eligibility) {
      const findings = explainPair(snapshot, book, pair.positionId, pair.cadreId)
      expect(pair.verdict).toBe(overall(findings))
    }
  })
})

describe('the explanation of a pair', () => {
  test('cites instrument and article, and says when it turns', () => {
    const found = explainPair(snapshot, book, 'P1', 'C3').find((finding) => finding.rule === 'APPT-24-6')
    expect(found).toEqual({
      rule: 'APPT-24-6',
      verdict: 'unmet',
      weight: 'decides',
      basis: {
        instrument: '党政领导干部选拔任用工作条例',
        article: '24(6)',
        title: { zh: '处分、诫勉、组织处理影响期', en: 'Effect periods of sanctions and measures' },
      },
      reasons: [
        {
          zh: '影响期未满：政务记过（2026-03-15），到期日2027-03-15',
          en: 'an effect period is running: Administrative demerit (2026-03-15), over on 2027-03-15',
        },
      ],
      evidence: ['sanctions/C3/admin-demerit/2026-03-15'],
      missing: [],
      turnsOn: 20270315,
    })
  })

  test.each([
    ['P9', 'C1', '比对日没有编号为 P9 的岗位。'],
    ['P1', 'C9', '比对日没有编号为 C9 的干部。'],
  ])('an id that does not exist is refused: %s %s', (position, cadre, message) => {
    try {
      explainPair(snapshot, book, position, cadre)
      expect.unreachable()
    } catch (error) {
      expect(error instanceof ProblemError && error.problems[0]?.message.zh).toBe(message)
    }
  })
})
