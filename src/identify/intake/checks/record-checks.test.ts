import { describe, expect, test } from 'vitest'
import type { FieldName } from '#domain/tables.ts'
import { loadRuleBook } from '#policy/index.ts'
import { ordinary, recorded } from '../../fixtures/recorded-people.ts'
import { readIntakeSettings } from '../settings.ts'
import { readPersonRecords } from './person-record.ts'
import { recordFaults } from './record-checks.ts'

const settings = readIntakeSettings(loadRuleBook(), 20261122)

type Values<T extends 'cadres' | 'tenures' | 'educations'> = Partial<Record<FieldName<T>, string>>
interface Changes {
  readonly cadre?: Values<'cadres'>
  readonly tenures?: readonly Values<'tenures'>[]
  readonly educations?: readonly Values<'educations'>[]
}

/** What is found in the ordinary record with something changed or added, as `field: reason`. */
function found({ cadre = {}, tenures = [], educations = [] }: Changes): string[] {
  const changed = new Map<string | undefined, Values<'tenures'>>(
    [...ordinary.tenures, ...tenures].map((tenure) => [tenure.tenure_id, { cadre_id: 'C1', ...tenure }]),
  )
  const snapshot = recorded({
    cadres: [{ ...ordinary.cadre, ...cadre }],
    tenures: [...changed.values()],
    educations: [...ordinary.educations, ...educations.map((study) => ({ cadre_id: 'C1', ...study }))],
  })
  return recordFaults(readPersonRecords(snapshot), settings, snapshot.asOf).map(
    ({ field, reason }) => `${field}: ${reason.zh}`,
  )
}

test('an ordinary record is silent', () => {
  expect(found({})).toEqual([])
})

describe('what is listed', () => {
  test.each<[string, Changes, string]>([
    ['work at fourteen', { cadre: { work_started_on: '1989-05' } }, 'work_started_on: 参加工作时间1989.05'],
    ['Party at seventeen', { cadre: { party_joined_on: '1992-06' } }, 'party_joined_on: 入党时间1992.06'],
    ['Party before birth', { cadre: { party_joined_on: '1965-06' } }, 'party_joined_on: 入党时间1965.06早于出生'],
    ['a Party date to come', { cadre: { party_joined_on: '2027-01' } }, 'party_joined_on: 入党时间2027.01晚于'],
    [
      'a wrong check character',
      { cadre: { citizen_id: '110105197503140011' } },
      'citizen_id: 公民身份号码的校验码不符',
    ],
    [
      'a post before the start of work',
      { cadre: { work_started_on: '1999-08' } },
      'work_started_on: 科员（1997.08—2003.05）始于',
    ],
    [
      'two years that nothing fills',
      { tenures: [{ tenure_id: 'T2', title_text: '副镇长', from: '2005-06', to: '2010-04-12', kind: 'appointed' }] },
      'tenures: 2003.05至2005.06有24个月',
    ],
    [
      'two full posts at once',
      { tenures: [{ tenure_id: 'T2', title_text: '副镇长', from: '2003-05', to: '2011-08', kind: 'appointed' }] },
      'tenures: 副镇长（2003.05—2011.08）与局长（2010.04—）都记为任职，重叠15个月',
    ],
    [
      'a post after leaving',
      { tenures: [{ tenure_id: 'T4', title_text: '退休', from: '2020-01', kind: 'other', change: 'exit' }] },
      'tenures: 2020.01已离开，局长（2010.04—）仍在其后',
    ],
    [
      'a post that ends before it begins',
      { tenures: [{ tenure_id: 'T5', title_text: '秘书', from: '2004-05', to: '2003-01', kind: 'concurrent' }] },
      'tenures: 秘书（2004.05—2003.01）的终止早于起始',
    ],
    [
      'postgraduate study with no course to rest on',
      { educations: [{ mode: 'in-service', level: 'doctorate', from: '1992-09', to: '1995-07' }] },
      'education.level: 在职博士研究生（1992.09—1995.07）先于',
    ],
    [
      'a higher course over before a lower one begins',
      { educations: [{ mode: 'in-service', level: 'junior-college', from: '1999-09', to: '2002-07' }] },
      'education.level: 全日制大学（1993.09—1997.07）先于在职大专（1999.09—2002.07）',
    ],
    [
      'a degree that the level does not give',
      {
        educations: [
          { mode: 'in-service', level: 'junior-college', degree: 'bachelor', from: '1996-09', to: '1999-07' },
        ],
      },
      'education.level: 在职大专记有学士学位',
    ],
    [
      'full-time study beside a full post',
      { educations: [{ mode: 'full-time', level: 'postgraduate', from: '2012-09', to: '2015-07' }] },
      'education.level: 全日制研究生（2012.09—2015.07）期间同时全职任局长',
    ],
    [
      'still in post at seventy',
      { cadre: { born_on: '1956-03', party_joined_on: '1998-06' } },
      'born_on: 按出生时间1956.03推算的退休月份为2016.03',
    ],
  ])('%s', (_what, changes, expected) => {
    const rows = found(changes)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toContain(expected)
  })
})

describe('look-alikes that are in order', () => {
  test.each<[string, Changes]>([
    ['a secondment', { tenures: [{ tenure_id: 'T4', from: '2012-01', to: '2014-01', kind: 'seconded' }] }],
    ['a concurrent post', { tenures: [{ tenure_id: 'T4', from: '2012-01', to: '2014-01', kind: 'concurrent' }] }],
    ['acting for another', { tenures: [{ tenure_id: 'T4', from: '2009-01', to: '2011-01', kind: 'acting' }] }],
    [
      'military service before entry',
      { tenures: [{ tenure_id: 'T0', from: '1993-12', to: '1996-12', kind: 'military' }] },
    ],
    [
      'full-time study with leave',
      {
        tenures: [{ tenure_id: 'T4', from: '2012-09', to: '2015-07', kind: 'study' }],
        educations: [{ mode: 'full-time', level: 'postgraduate', from: '2012-09', to: '2015-07' }],
      },
    ],
    [
      "a master's degree by application",
      { educations: [{ mode: 'in-service', level: 'bachelor', degree: 'master', from: '2001-09', to: '2003-07' }] },
    ],
    [
      "a second bachelor's degree",
      { educations: [{ mode: 'in-service', level: 'bachelor', degree: 'bachelor', from: '2009-09', to: '2012-07' }] },
    ],
    ['Party in the month of the eighteenth birthday', { cadre: { party_joined_on: '1993-03' } }],
    [
      'posts that share a month',
      { tenures: [{ tenure_id: 'T2', title_text: '副镇长', from: '2003-05', to: '2010-05', kind: 'appointed' }] },
    ],
    [
      'leaving and coming back',
      {
        tenures: [
          { tenure_id: 'T2', title_text: '副镇长', from: '2003-05', to: '2007-01', kind: 'appointed' },
          { tenure_id: 'T6', title_text: '下海', from: '2007-01', kind: 'other', change: 'exit' },
          { tenure_id: 'T3', title_text: '局长', from: '2010-04', kind: 'appointed', change: 'return' },
        ],
      },
    ],
  ])('%s', (_what, changes) => {
    expect(found(changes)).toEqual([])
  })
})

test('a birth date that is not known is no fault', () => {
  const { born_on: _birth, ...cadre } = ordinary.cadre
  const snapshot = recorded({ cadres: [{ ...cadre, work_started_on: '1985-01' }], tenures: [] })
  expect(recordFaults(readPersonRecords(snapshot), settings, snapshot.asOf)).toEqual([])
})

test('a citizen number that two people share is listed with both', () => {
  const number = '11010519750314001X'
  const snapshot = recorded({
    cadres: ['C1', 'C2'].map((cadre_id) => ({ cadre_id, name: '陆承川', citizen_id: number, authority_unit_id: 'U1' })),
  })
  const rows = recordFaults(readPersonRecords(snapshot), settings, snapshot.asOf).filter(({ reason }) =>
    reason.zh.includes('相同'),
  )
  expect(rows.map(({ cadreId, sources }) => [cadreId, sources])).toEqual([
    ['C1', ['cadres/C1.citizen_id+cadres/C2.citizen_id']],
    ['C2', ['cadres/C1.citizen_id+cadres/C2.citizen_id']],
  ])
})
