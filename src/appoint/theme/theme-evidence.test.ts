import { describe, expect, test } from 'vitest'
import type { SameText } from '#domain/results.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { deedsReader } from './deeds.ts'
import { themeReader } from './theme-evidence.ts'
import { trackRecords } from './track-record.ts'
import { unitResults } from './unit-results.ts'

const book = loadRuleBook()
const today = 20261122

type Rows = readonly (readonly [TableName, RowFacts])[]

const place: Rows = [
  ['units', { unit_id: 'U1', name: '甲县农业农村局', kind: 'department', level: 'county', sector: 'agriculture' }],
  ['cadres', { cadre_id: 'C1', name: '周某', authority_unit_id: 'U1' }],
]

let count = 0
const said = (facts: RowFacts): Rows[number] => {
  count += 1
  const usual = { cadre_id: 'C1', channel: 'site-visit', tone: 'favourable', aspect: 'achievement' }
  return ['statements', { statement_id: `D${count}`, recorded_on: '2025-04-10', ...usual, ...facts }]
}

function evidenceOf(rows: Rows, sameness: readonly SameText[] = []) {
  const snapshot = snapshotFrom(today, [...place, ...rows])
  const records = trackRecords(snapshot, sameness)
  return themeReader({ book, snapshot }, records)(factsFor(snapshot, book).cadre(0), 'enrichment')
}

const cooperative = { event: '合作社分红', text: '牵头办起三家合作社，户均分红一千二百元。' }

describe('deeds on the theme of a vacancy', () => {
  test('one source alone is left to people; a second channel of the same event supports it', () => {
    const first = said({ ...cooperative, observed_on: '2025-04' })
    expect(evidenceOf([first])).toMatchObject({ verdict: 'discretion', supports: [{ corroborated: false }] })
    const second = said({ ...cooperative, channel: 'audit', observed_on: '2025-05' })
    const found = evidenceOf([first, second])
    expect(found.verdict).toBe('met')
    expect(found.supports).toHaveLength(1)
    expect(found.supports[0]).toMatchObject({ corroborated: true, evidence: [expect.any(String), expect.any(String)] })
    expect(found.basis).toMatchObject({ instrument: '本地设定', article: '以事择人·聚焦富民' })
  })

  test('the same event a year later is another deed', () => {
    const rows = [
      said({ ...cooperative, observed_on: '2024-04' }),
      said({ ...cooperative, channel: 'audit', observed_on: '2025-04' }),
    ]
    expect(evidenceOf(rows).supports.map(({ corroborated }) => corroborated)).toEqual([false, false])
  })

  test('boilerplate and copies are no evidence, whoever found them', () => {
    const copied = said({ ...cooperative, statement_id: 'DX' })
    const same: SameText = { statementId: 'DX', otherId: undefined, similarity: 1, kind: 'boilerplate' }
    expect(evidenceOf([copied], [same]).verdict).toBe('unknown')
    expect(evidenceOf([said({ ...cooperative, copies: 'D1' })]).verdict).toBe('unknown')
  })

  test('nothing on file is unknown, never no; what speaks against is shown beside', () => {
    expect(evidenceOf([])).toMatchObject({ verdict: 'unknown', missing: ['statements.text'] })
    const bad = said({ event: '帮扶资金', text: '帮扶资金滞留一年。', tone: 'adverse' })
    expect(evidenceOf([bad])).toMatchObject({ verdict: 'unmet', supports: [] })
    expect(evidenceOf([bad, said(cooperative)])).toMatchObject({ verdict: 'discretion' })
  })

  test('political conduct and deeds long past do not count', () => {
    expect(evidenceOf([said({ ...cooperative, aspect: 'political-major' })]).verdict).toBe('unknown')
    expect(evidenceOf([said({ ...cooperative, recorded_on: '2014-01-01' })]).verdict).toBe('unknown')
  })

  test('a result answered for and an honour support each other', () => {
    const indicator = '农村居民人均可支配收入增幅（%）'
    const peers = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'].flatMap(
      (unit, at): Rows => [
        ...(at === 0 ? [] : [['units', { unit_id: unit, name: unit, kind: 'department', level: 'county' }] as const]),
        ['indicators', { unit_id: unit, year: '2024', indicator, value: String(9 - at), higher_is_better: 'true' }],
      ],
    )
    const duty: Rows[number] = ['duties', { cadre_id: 'C1', unit_id: 'U1', from: '2023-01' }]
    const honour: Rows[number] = ['honours', { cadre_id: 'C1', title: '乡村振兴先进个人', on: '2025-02' }]
    const found = evidenceOf([...peers, duty, honour])
    expect(found.verdict).toBe('met')
    expect(found.supports.map(({ kind }) => kind)).toEqual(['result', 'honour'])
    expect(found.supports[0]?.says.zh).toContain('居同类 6 个单位第 1')
    expect(evidenceOf(peers).supports).toEqual([])
  })
})

describe('deeds', () => {
  test('stand together however the rows are ordered, newest first', () => {
    const rows = [
      said({ event: '修路', text: '四月开工。', observed_on: '2025-04' }),
      said({ event: '修路', text: '五月通车，群众送来锦旗。', observed_on: '2025-05', channel: 'audit' }),
      said({ event: '建桥', text: '冬季抢工。', observed_on: '2025-12' }),
    ]
    const read = (given: Rows) => deedsReader(snapshotFrom(today, [...place, ...given]), [])(0)
    expect(read(rows).map(({ event, tellings }) => [event, tellings.length])).toEqual([
      ['建桥', 1],
      ['修路', 2],
    ])
    expect(read(rows)[1]?.text).toBe('五月通车，群众送来锦旗。')
    expect(read(rows.toReversed())).toEqual(read(rows))
  })
})

describe('results of a unit', () => {
  test('the less the better where the indicator says so; who came late in the year did not answer for it', () => {
    const rows: Rows = ['U1', 'U2'].flatMap(
      (unit): Rows => [
        ...(unit === 'U1'
          ? []
          : [['units', { unit_id: unit, name: unit, kind: 'department', level: 'county' }] as const]),
        [
          'indicators',
          {
            unit_id: unit,
            year: '2024',
            indicator: '信访积案',
            value: unit === 'U1' ? '3' : '8',
            higher_is_better: 'false',
          },
        ],
      ],
    )
    const answered = (from: string) =>
      unitResults(
        snapshotFrom(today, [...place, ...rows, ['duties', { cadre_id: 'C1', unit_id: 'U1', from }]]),
      ).answeredBy(0)
    expect(answered('2024-03')).toMatchObject([{ place: 1, of: 2 }])
    expect(answered('2024-09')).toEqual([])
  })
})
