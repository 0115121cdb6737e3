import { describe, expect, test } from 'vitest'
import type { RotationDuty } from '#domain/results.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { loadRuleBook } from '#policy/index.ts'
import { groundOf } from '../ground.ts'
import { strengthsFor } from '../strengths/strengths.ts'
import { trackRecords } from '../theme/track-record.ts'
import { ageStructure, bandsOf } from './ages.ts'
import { limitsAhead, teamsAhead } from './limits.ts'
import { posted, postedInTurn } from './posting.ts'
import { candidatesFor, readinessReader } from './readiness.ts'
import { youngAndReady } from './young.ts'

const book = loadRuleBook()
const today = 20261122
type Rows = readonly (readonly [TableName, RowFacts])[]

const bureau: Rows = [
  ['units', { unit_id: 'U1', name: '甲市财政局', kind: 'department', level: 'prefecture', sector: 'finance' }],
  ['units', { unit_id: 'U2', name: '甲市教育局', kind: 'department', level: 'prefecture', sector: 'education' }],
  ['teams', { team_id: 'G1', unit_id: 'U1', name: '局领导班子' }],
  ...['局长', '副局长', '副局长'].map((title, at): Rows[number] => [
    'positions',
    {
      position_id: `P${at}`,
      unit_id: 'U1',
      title,
      post_level: at === 0 ? 'division-chief' : 'division-deputy',
      role: at === 0 ? 'principal' : 'deputy',
      team_id: 'G1',
      sector: 'finance',
    },
  ]),
  ['positions', { position_id: 'Q1', unit_id: 'U2', title: '副局长', post_level: 'division-deputy', role: 'deputy' }],
  ['positions', { position_id: 'Q2', unit_id: 'U2', title: '科长', post_level: 'section-chief', role: 'deputy' }],
]

/** Somebody who lacks nothing that is asked of a deputy, in a post since a month. */
function person(id: string, position: string, since: string, facts: RowFacts = {}): Rows {
  const level = position === 'Q2' ? 'section-chief' : position === 'P0' ? 'division-chief' : 'division-deputy'
  const own = { cadre_id: id, authority_unit_id: 'U1' }
  const years = ['2023', '2024', '2025'].map((year): Rows[number] => [
    'evaluations',
    { ...own, year, result: 'competent' },
  ])
  return [
    [
      'cadres',
      {
        ...own,
        name: id,
        sex: 'male',
        born_on: '1985-03',
        party: '中共党员',
        party_joined_on: '2006-06',
        work_started_on: '2007-07',
        health_ok: 'true',
        ...facts,
      },
    ],
    [
      'educations',
      { ...own, mode: 'full-time', level: 'bachelor', degree: 'bachelor', from: '2003-09', to: '2007-07' },
    ],
    [
      'tenures',
      {
        ...own,
        tenure_id: `${id}-0`,
        position_id: 'Q2',
        unit_text: '某镇',
        post_level: 'none',
        role: 'staff',
        grassroots: 'true',
        from: '2007-07',
        to: '2012-01',
        kind: 'appointed',
        change: 'entry',
      },
    ],
    [
      'tenures',
      {
        ...own,
        tenure_id: `${id}-1`,
        unit_text: '某镇',
        title_text: '副职',
        post_level: level === 'section-chief' ? level : 'division-deputy',
        role: 'deputy',
        grassroots: 'true',
        from: '2012-01',
        to: since,
        kind: 'appointed',
      },
    ],
    ['tenures', { ...own, tenure_id: `${id}-2`, position_id: position, from: since, kind: 'appointed' }],
    ['trainings', { ...own, course: '进修班', from: '2025-03-01', to: '2025-06-20', hours: '400', recognised: 'true' }],
    ...years,
  ]
}

const groundFrom = (rows: Rows) => groundOf(snapshotFrom(today, [...bureau, ...rows]), book, [])

describe('ages', () => {
  test('bands leave no gap; ages unknown are counted apart; an empty seat is said', () => {
    expect(bandsOf([40, 50])).toEqual([{ to: 40 }, { from: 40, to: 50 }, { from: 50 }])
    const ground = groundFrom([...person('C1', 'P1', '2020-01'), ...person('C2', 'P2', '2020-01', { born_on: '' })])
    const { teams, pool, bands } = ageStructure(ground)
    expect(teams).toMatchObject([{ unitName: '甲市财政局', prime: 1, unknown: 1, empty: 1 }])
    expect(pool.map(({ level, unknown }) => [level, unknown])).toEqual([['division-deputy', 1]])
    expect(teams[0]?.counts).toHaveLength(bands.length)
    expect(teams[0]?.counts.reduce((sum, one) => sum + one, 0)).toBe(1)
  })
})

describe('limits that pass', () => {
  const duty: RotationDuty = {
    cadreId: 'C1',
    positionId: 'P1',
    rule: 'TRANSFER-05-1',
    basis: { instrument: '《党政领导干部交流工作规定》', article: '5', title: { zh: '交流', en: 'Transfer' } },
    since: 20180100,
    dueOn: 20270100,
    state: 'due-within-year',
    reason: { zh: '满十年', en: 'ten years' },
  }

  test('come by month: a man born in March 1967 retires in October 2027, and is told once for each limit', () => {
    const ground = groundFrom(person('C1', 'P1', '2020-01', { born_on: '1967-03' }))
    const limits = limitsAhead(ground, [duty])
    expect(limits.map(({ kind, month }) => [kind, month])).toEqual([
      ['duty', '2027-01'],
      ['retirement', '2027-10'],
    ])
    expect(limits.every(({ basis }) => basis.instrument !== '')).toBe(true)
    expect(teamsAhead(ground, limits)).toMatchObject([{ members: 1, leaving: [1, 1, 1] }])
  })

  test('the age of promotion counts by level, and only while it is ahead', () => {
    const at = (born: string) =>
      limitsAhead(groundFrom(person('C1', 'P1', '2020-01', { born_on: born })), []).map(({ kind }) => kind)
    expect(at('1973-06')).toEqual(['promotion-age'])
    expect(at('1990-06')).toEqual([])
    expect(at('1970-06')).toEqual([])
  })

  test('without a birth date nothing is said', () => {
    expect(limitsAhead(groundFrom(person('C1', 'P1', '2020-01', { born_on: '' })), [])).toEqual([])
  })
})

describe('readiness for a seat', () => {
  const stepOf = (rows: Rows) => {
    const ground = groundFrom(rows)
    const seat = ground.facts.seat(ground.facts.seatIndex('P0') ?? -1)
    const people = candidatesFor(ground, seat)
    return readinessReader(ground)(seat, people)[0]
  }

  test('two years as a deputy are enough now; before, the day is told on which time alone is enough', () => {
    expect(stepOf(person('C1', 'P1', '2020-01'))).toMatchObject({ step: 'now', on: today, postings: [] })
    const young = person('C1', 'Q1', '2026-01').filter(([, facts]) => facts['tenure_id'] !== 'C1-1')
    const waits = stepOf(young)
    expect(waits).toMatchObject({ step: 'one', postings: [] })
    expect(waits?.blocking).toContain('APPT-08-3-TENURE')
    expect(waits?.on).toBeGreaterThan(20280000)
  })

  test('somebody two levels below needs the level between first', () => {
    const found = stepOf(person('C1', 'Q2', '2012-01'))
    expect(found).toMatchObject({ step: 'one', postings: ['next-level'] })
    expect(found?.on).toBeGreaterThanOrEqual(20281122)
    expect(found?.blocking.some((rule) => rule.includes('STEPWISE'))).toBe(true)
  })

  test('a missing fact is unknown, not never', () => {
    const unrated = person('C1', 'P1', '2020-01').filter(([table]) => table !== 'evaluations')
    expect(stepOf(unrated)).toMatchObject({ step: 'unknown', on: undefined, missing: ['evaluations.result'] })
  })
})

describe('a supposed posting', () => {
  test('ends the present post, begins another, and leaves the rest of the record alone', () => {
    const cadre = groundFrom(person('C1', 'P1', '2020-01')).facts.cadre(0)
    const after = posted(cadre, 'next-level', today)
    expect(after).toMatchObject({ level: 'division-chief', postSince: today, evaluations: cadre.evaluations })
    expect(after.stretches.filter(({ to }) => to === 0)).toEqual([after.post])
    expect(cadre.level).toBe('division-deputy')
    expect(postedInTurn(cadre, ['grassroots', 'next-level'], today, 24)).toMatchObject({
      until: 20301122,
      cadre: { level: 'division-chief' },
    })
  })
})

describe('young and ready', () => {
  const listOf = (rows: Rows) => {
    const ground = groundFrom(rows)
    return youngAndReady(ground, strengthsFor(ground, trackRecords(ground.snapshot, [])))
  }

  test('below the planning age and eligible for a principal seat one level up, with what is on file', () => {
    const { ready, young } = listOf([
      ...person('C1', 'P1', '2020-01', { born_on: '1986-05', reserve: 'true' }),
      ...person('C2', 'P2', '2020-01', { born_on: '1978-05' }),
    ])
    expect(young).toBe(1)
    expect(ready).toMatchObject([
      {
        cadreId: 'C1',
        age: 40,
        under: 45,
        target: 'division-chief',
        now: true,
        seats: 1,
        of: 1,
        vacant: ['P0'],
        reserve: true,
      },
    ])
  })

  test('an unknown birth date is counted, not guessed', () => {
    expect(listOf(person('C1', 'P1', '2020-01', { born_on: '' }))).toMatchObject({ young: 0, unknown: 1, ready: [] })
  })
})
