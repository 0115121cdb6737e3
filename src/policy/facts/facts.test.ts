import { describe, expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '../cases/snapshot-from.ts'
import { moveOf } from '../language/vocabulary.ts'
import { factsFor, loadRuleBook } from '../rulebook/rule-book.ts'
import { organOf } from './seats.ts'

const book = loadRuleBook()

const ground: [TableName, RowFacts][] = [
  ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
  ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1' }],
]
const tenure = (facts: RowFacts): [TableName, RowFacts] => ['tenures', { cadre_id: 'C1', kind: 'appointed', ...facts }]
const seat = (facts: RowFacts): [TableName, RowFacts] => [
  'positions',
  { position_id: 'P1', unit_id: 'U1', title: '副局长', post_level: 'section-chief', role: 'deputy', ...facts },
]

const factsOf = (...rows: [TableName, RowFacts][]) => factsFor(snapshotFrom(20261122, [...ground, ...rows]), book)

describe('the post held now', () => {
  test('is the open appointment that began last; acting and seconded time is not a post', () => {
    const facts = factsOf(
      tenure({ tenure_id: 'T1', post_level: 'section-deputy', from: '2015-01' }),
      tenure({ tenure_id: 'T2', post_level: 'section-chief', from: '2020-01' }),
      tenure({ tenure_id: 'T3', post_level: 'division-deputy', kind: 'acting', from: '2025-01' }),
    )
    expect(facts.cadre(0).post?.evidence).toBe('tenures/T2')
  })

  test('is nobody’s after an exit', () => {
    const facts = factsOf(
      tenure({ tenure_id: 'T1', post_level: 'section-deputy', from: '2015-01', to: '2024-05' }),
      tenure({ tenure_id: 'T2', kind: 'other', change: 'exit', from: '2024-05' }),
    )
    expect(facts.cadre(0).hasLeft).toBe(true)
  })

  test('counts again for one who came back', () => {
    const facts = factsOf(
      tenure({ tenure_id: 'T2', kind: 'other', change: 'exit', from: '2018-05' }),
      tenure({ tenure_id: 'T3', post_level: 'section-deputy', from: '2020-01' }),
    )
    expect(facts.cadre(0).hasLeft).toBe(false)
  })
})

describe('what kind of move an appointment would be', () => {
  const present = tenure({ tenure_id: 'T1', post_level: 'section-chief', role: 'deputy', from: '2020-01' })
  test.each([
    [{ post_level: 'division-deputy' }, 'promotion'],
    [{ post_level: 'section-chief' }, 'lateral'],
    [{ post_level: 'section-chief', role: 'principal' }, 'further-use'],
    [{ post_level: 'section-deputy' }, 'demotion'],
    [{ post_level: 'none', role: 'staff', title: '一级主任科员' }, 'grade-step'],
  ])('%o is %s', (facts, move) => {
    const found = factsOf(present, seat(facts as RowFacts))
    expect(moveOf(found.cadre(0), found.seat(0))).toBe(move)
  })

  const toGrade = seat({ post_level: 'none', role: 'staff', title: '四级调研员' })
  test.each([
    ['consultant-3', 'demotion'],
    ['consultant-4', 'lateral'],
    ['principal-officer-1', 'grade-step'],
    ['principal-officer-3', 'grade-step'],
  ])('from %s to 四级调研员 is %s', (grade, move) => {
    const staff = tenure({ tenure_id: 'T1', post_level: 'none', role: 'staff', from: '2015-01' })
    const found = factsOf(staff, ['grades', { cadre_id: 'C1', grade, from: '2020-01' }], toGrade)
    expect(moveOf(found.cadre(0), found.seat(0))).toBe(move)
  })

  test('to a grade: a leader has at least the grade that goes with the post', () => {
    const leader = tenure({ tenure_id: 'T1', post_level: 'division-deputy', from: '2015-01' })
    const found = factsOf(leader, ['grades', { cadre_id: 'C1', grade: 'officer-1', from: '2010-01' }], toGrade)
    expect(moveOf(found.cadre(0), found.seat(0))).toBe('lateral')
  })

  test('cannot be told where the present level is not recorded', () => {
    const found = factsOf(tenure({ tenure_id: 'T1', from: '2020-01' }), seat({}))
    expect(moveOf(found.cadre(0), found.seat(0))).toBeUndefined()
  })
})

describe('who holds a seat now', () => {
  const other: [TableName, RowFacts] = ['cadres', { cadre_id: 'C2', name: '李某', authority_unit_id: 'U1' }]
  const holder = (facts: RowFacts): [TableName, RowFacts] =>
    tenure({ tenure_id: 'T2', cadre_id: 'C2', position_id: 'P1', from: '2020-01', ...facts })

  test('is appointed to it and has not left', () => {
    const found = factsOf(seat({}), other, holder({}), holder({ tenure_id: 'T3', cadre_id: 'C1', kind: 'acting' }))
    expect(found.seat(0).holders()).toMatchObject([{ cadre: 'C2', present: true, evidence: 'tenures/T2' }])
  })

  test('is nobody after an exit, and uncertain in a month of leaving that is not over', () => {
    const exit = tenure({ tenure_id: 'T3', cadre_id: 'C2', kind: 'other', change: 'exit', from: '2024-05' })
    expect(factsOf(seat({}), other, holder({}), exit).seat(0).holders()).toEqual([])
    expect(
      factsOf(seat({}), other, holder({ to: '2026-11' }))
        .seat(0)
        .holders(),
    ).toMatchObject([{ present: undefined }])
  })

  test('counts once, against the quota for such posts, wherever in the team', () => {
    const team: [TableName, RowFacts] = ['teams', { team_id: 'M1', unit_id: 'U1', name: '班子', quota_deputy: '2' }]
    const found = factsOf(
      team,
      seat({ team_id: 'M1' }),
      seat({ position_id: 'P2', team_id: 'M1', role: 'member' }),
      seat({ position_id: 'P3', team_id: 'M1' }),
      seat({ position_id: 'P4', team_id: 'M1', role: 'principal' }),
      other,
      holder({ position_id: 'P2' }),
      holder({ tenure_id: 'T3', position_id: 'P3', kind: 'concurrent' }),
      holder({ tenure_id: 'T4', cadre_id: 'C1', position_id: 'P4' }),
    )
    expect(found.seat(0).quota).toBe(2)
    expect(
      found
        .seat(0)
        .peers()
        .map(({ cadre }) => cadre),
    ).toEqual(['C2'])
  })
})

test.each([
  ['party', '中共甲县委员会', 'general', 'party-committee'],
  ['party', '中共甲县委组织部', 'organization', 'organization-department'],
  ['party', '中共甲县委宣传部', 'culture', 'other'],
  ['party', '甲市委', 'general', 'party-committee'],
  ['party', '中共甲县委政法委员会', 'law', 'other'],
  ['party', '中共甲县县直机关工作委员会', 'general', 'other'],
  ['party', '中共甲县经济开发区党工委', 'general', 'other'],
  ['department', '甲县公安局', 'law', 'public-security'],
  ['court', '甲县人民法院', 'law', 'court'],
  ['department', '甲县财政局', 'finance', 'other'],
])('a %s named %s is %s', (kind, name, sector, organ) => {
  expect(organOf(kind, name, sector)).toBe(organ)
})
