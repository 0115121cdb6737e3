import { describe, expect, test } from 'vitest'
import type { ArrivingPerson, ArrivingRow, PersonTable } from '#domain/arrivals.ts'
import type { StandingPerson } from '#domain/import.ts'
import { nobody } from '../changes.ts'
import { differenceOf } from './difference.ts'
import { openSeatBook } from './seats.ts'

const seat = (positionId: string, unitId: string, unitName: string, title: string) => ({
  positionId,
  unitId,
  unitName,
  title,
  openFrom: undefined,
  openTo: undefined,
})

const book = openSeatBook(
  [
    { unitId: 'U1', name: '中共云川市委员会' },
    { unitId: 'U2', name: '云川市财政局' },
  ],
  [
    seat('P1', 'U2', '云川市财政局', '局长'),
    seat('P2', 'U2', '云川市财政局', '副局长'),
    seat('P3', 'U1', '中共云川市委员会', '市委书记'),
  ],
  [{ positionId: 'P1', tenureId: 'T9', cadreId: 'C9', name: '何立', from: '2018-01', to: undefined }],
)

const standing = (
  cadre: ArrivingRow,
  rows: Partial<Record<PersonTable, readonly ArrivingRow[]>> = {},
): StandingPerson => ({
  ...nobody('C1'),
  cadre,
  rows: { ...nobody('C1').rows, ...rows },
})

const file = (
  cadre: ArrivingRow,
  rows: ArrivingPerson['rows'] = {},
  more: Partial<ArrivingPerson> = {},
): ArrivingPerson => ({
  place: { file: 'a.lrmx' },
  cadre,
  rows,
  ...more,
})

const fieldsOf = (record: ArrivingRow, told: ArrivingRow) =>
  differenceOf(file(told), standing(record), book).fields.map(({ field, outcome }) => `${field} ${outcome}`)

const rowsOf = (table: PersonTable, record: readonly ArrivingRow[], told: readonly ArrivingRow[], more = {}) =>
  differenceOf(file({}, { [table]: told }, more), standing({}, { [table]: record }), book).rows.map(
    ({ outcome, fields }) =>
      [
        outcome,
        ...fields.filter((one) => one.outcome !== 'same').map(({ field, outcome: how }) => `${field} ${how}`),
      ].join(' '),
  )

describe('fields', () => {
  test('a gap is filled, a moving fact changes, a constant one is in conflict', () => {
    const record = { sex: 'male', party: '群众', ethnicity: '汉族' }
    expect(fieldsOf(record, { sex: 'female', ethnicity: '汉', party: '中共党员', birth_place: '云川' })).toEqual([
      'sex conflicting',
      'ethnicity same',
      'birth_place new',
      'party changed',
    ])
  })

  test('one fact in two ways of writing is the same', () => {
    expect(fieldsOf({ native_place: '辽宁省大连市' }, { native_place: '辽宁大连' })).toEqual(['native_place same'])
    expect(fieldsOf({ party: '中共党员' }, { party: '中国共产党党员' })).toEqual(['party same'])
  })

  test('a month does not contradict a day; a day completes a month', () => {
    expect(fieldsOf({ born_on: '1975-03-15' }, { born_on: '1975-03' })).toEqual(['born_on same'])
    expect(fieldsOf({ born_on: '1975-03' }, { born_on: '1975-03-15' })).toEqual(['born_on changed'])
    expect(fieldsOf({ born_on: '1975-03' }, { born_on: '1975-04' })).toEqual(['born_on conflicting'])
  })
})

describe('tenures', () => {
  const seated = { tenure_id: 'T1', position_id: 'P2', from: '2015-03-02', kind: 'appointed' }

  test('the text of a recorded seat is the same, however much of its unit is written', () => {
    for (const title_text of ['市财政局副局长', '云川市财政局副局长'])
      expect(rowsOf('tenures', [seated], [{ from: '2015-03', title_text }])).toEqual(['same'])
  })

  test('a principal is not a deputy', () => {
    expect(rowsOf('tenures', [seated], [{ from: '2015-03', title_text: '云川市财政局局长' }])).toEqual([
      'conflicting title_text conflicting',
    ])
  })

  test('an end told for what lasts is a change', () => {
    expect(rowsOf('tenures', [seated], [{ from: '2015-03', to: '2020-01', title_text: '市财政局副局长' }])).toEqual([
      'changed to changed',
    ])
  })

  test('what a whole résumé leaves out is said, and what it adds is new', () => {
    const more = { resume: [] }
    const told = rowsOf('tenures', [seated], [{ from: '1998-07', to: '2001-02', title_text: '白沙镇干部' }], more)
    expect(told.map((row) => row.split(' ')[0])).toEqual(['new', 'absent'])
  })

  test('a seat is proposed where the text names one, and not where somebody else holds it', () => {
    const propose = (title_text: string, from: string, to?: string) =>
      differenceOf(
        file({}, { tenures: [{ from, ...(to && { to }), title_text }] }),
        undefined,
        book,
      ).rows[0]?.fields.find(({ field }) => field === 'position_id')
    expect(propose('云川市财政局党组成员、副局长', '2016-01')).toMatchObject({ file: 'P2', outcome: 'new' })
    expect(propose('云川市委书记', '2016-01')).toMatchObject({ file: 'P3', outcome: 'new' })
    expect(propose('云川市财政局局长', '2010-01', '2014-01')).toMatchObject({ file: 'P1', outcome: 'new' })
    expect(propose('云川市财政局局长', '2019-01')?.reason?.zh).toBe(
      '文字指明「云川市财政局」的「局长」；该岗位 2018-01 至 今 由何立任职，时间重叠',
    )
    expect(propose('云川市财政局科员', '2016-01')).toBeUndefined()
  })
})

describe('other rows', () => {
  test('schooling is laid beside that of its mode and level', () => {
    const record = [{ mode: 'full-time', level: 'bachelor', degree: 'bachelor', school: '云川大学', major: '法学' }]
    expect(rowsOf('educations', record, [{ mode: 'full-time', level: 'bachelor', school: '云川大学法学院' }])).toEqual([
      'same',
    ])
    expect(rowsOf('educations', record, [{ mode: 'in-service', level: 'bachelor' }])[0]).toMatch(/^new/)
  })

  test('another wife is for a person to settle, a daughter more is new', () => {
    const record = [{ relation: '妻子', name: '许亚玲', position_text: '教师' }]
    expect(rowsOf('relatives', record, [{ relation: '配偶', name: '王芳', position_text: '医生' }])).toEqual([
      'conflicting name conflicting position_text conflicting',
    ])
    expect(rowsOf('relatives', record, [{ relation: '女儿', name: '陆晴' }])[0]).toMatch(/^new/)
  })

  test('another result of the same year is in conflict', () => {
    const record = [{ year: '2024', result: 'competent' }]
    expect(rowsOf('evaluations', record, [{ year: '2024', result: 'excellent' }])).toEqual([
      'conflicting result conflicting',
    ])
  })

  test('what the records would refuse is said before', () => {
    const [row] = differenceOf(file({}, { tenures: [{ title_text: '干部' }] }), undefined, book).rows
    expect([row?.outcome, row?.reason?.zh]).toEqual(['refused', '缺「起」'])
    const twice = differenceOf(
      file(
        {},
        {
          evaluations: [
            { year: '2024', result: 'excellent' },
            { year: '2024', result: 'competent' },
          ],
        },
      ),
      undefined,
      book,
    )
    expect(twice.rows.map(({ outcome }) => outcome)).toEqual(['new', 'refused'])
  })
})
