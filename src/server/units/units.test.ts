import { describe, expect, test } from 'vitest'
import { groundOf, limitsAhead } from '#appoint/index.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { loadRuleBook } from '#policy/index.ts'
import { unitsQuery } from '../contract/index.ts'
import { chosenUnits, sortedUnits } from './choose.ts'
import { comingIn } from './coming.ts'
import { establishmentOf } from './establishment.ts'
import { unitTree } from './present-units.ts'
import { quotasPage } from './quotas.ts'
import { newsOf, seatsPage } from './seats.ts'

type Rows = [TableName, RowFacts][]

const seat = (position_id: string, unit_id: string, title: string, role: string, more: RowFacts = {}): Rows[number] => [
  'positions',
  { position_id, unit_id, title, role, post_level: role === 'principal' ? 'section-chief' : 'section-deputy', ...more },
]

/** A county with a bureau of one principal and two deputies, one of them too many; a town without a head; a closed office. */
const place: Rows = [
  ['units', { unit_id: 'U1', name: '桐源县', kind: 'county', level: 'county' }],
  [
    'units',
    { unit_id: 'U2', parent_id: 'U1', name: '县财政局', kind: 'department', level: 'county', sector: 'finance' },
  ],
  ['units', { unit_id: 'U3', parent_id: 'U1', name: '河口镇', kind: 'township', level: 'township' }],
  ['units', { unit_id: 'U4', parent_id: 'U2', name: '国库中心', kind: 'institution', level: 'county' }],
  [
    'units',
    { unit_id: 'U5', parent_id: 'U1', name: '县粮食局', kind: 'department', level: 'county', abolished_on: '2019-03' },
  ],
  [
    'teams',
    { team_id: 'T2', unit_id: 'U2', name: '班子', quota_principal: '1', quota_deputy: '1', term_to: '2027-06' },
  ],
  ['teams', { team_id: 'T3', unit_id: 'U3', name: '班子', quota_principal: '1' }],
  seat('P1', 'U2', '局长', 'principal', { team_id: 'T2' }),
  seat('P2', 'U2', '副局长', 'deputy', { team_id: 'T2' }),
  seat('P3', 'U2', '总会计师', 'member', { team_id: 'T2' }),
  seat('P4', 'U3', '镇长', 'principal', { team_id: 'T3' }),
  seat('P5', 'U3', '副镇长', 'deputy', { team_id: 'T3' }),
  seat('P6', 'U3', '原副镇长', 'deputy', { team_id: 'T3', open_to: '2020-01' }),
  seat('P7', 'U5', '局长', 'principal'),
]

const holding = (
  cadre_id: string,
  name: string,
  position_id: string,
  more: RowFacts = {},
  person: RowFacts = {},
): Rows => [
  ['cadres', { cadre_id, name, authority_unit_id: 'U1', sex: 'male', born_on: '1980-01', ...person }],
  ['tenures', { tenure_id: `${cadre_id}-1`, cadre_id, position_id, kind: 'appointed', from: '2020-01', ...more }],
]
const also = (cadre_id: string, position_id: string, kind: string): Rows => [
  ['tenures', { tenure_id: `${cadre_id}-2`, cadre_id, position_id, kind, from: '2025-01' }],
]

const people: Rows = [
  ...holding('C1', '陆承川', 'P1', {}, { born_on: '1966-09' }),
  ...holding('C2', '单以宁', 'P2'),
  ...holding('C3', '苏柏', 'P3'),
  ...also('C3', 'P4', 'acting'),
  ...holding('C4', '何可', 'P5', { from: '2018-05' }),
  ...also('C4', 'P3', 'concurrent'),
]

const book = loadRuleBook()
const ground = groundOf(snapshotFrom(20261122, [...place, ...people]), book, [])
const city = establishmentOf(ground.facts)
const query = (more: object = {}) => unitsQuery.parse(more)
const names = (more: object) => sortedUnits(chosenUnits(city, query(more)).chosen, query(more)).map(({ name }) => name)
const seatsAsked = (more: object) =>
  seatsPage(ground, city, newsOf([], []), { all: 'false', offset: 0, limit: 50, ...more } as never).rows

describe('the establishment of a county', () => {
  test('puts each unit before those below it, and counts its own seats apart from those below', () => {
    expect(city.units.map(({ name }) => name)).toEqual(['桐源县', '县财政局', '国库中心', '河口镇', '县粮食局'])
    expect(city.byId.get('U2')?.own).toMatchObject({ seats: 3, filled: 3, vacant: 0, over: 2, termEnding: 1 })
    expect(city.byId.get('U1')?.own.seats).toBe(0)
    expect(city.byId.get('U1')?.all).toMatchObject({ units: 4, seats: 5, vacant: 1, principalVacant: 1, over: 2 })
  })

  test('leaves out closed seats and abolished units', () => {
    expect(city.byId.get('U3')?.seats.map(({ title }) => title)).toEqual(['镇长', '副镇长'])
    expect(names({})).not.toContain('县粮食局')
    expect(names({ only: 'abolished' })).toEqual(['县粮食局'])
  })

  test('is found by words, by pinyin from any syllable, and by initials', () => {
    expect(names({ q: '财政' })).toEqual(['县财政局'])
    expect(names({ q: 'caizheng' })).toEqual(['县财政局'])
    expect(names({ q: 'hkz' })).toEqual(['河口镇'])
    expect(names({ q: 'czj' })).toEqual(['县财政局'])
    expect(names({ q: 'zzzz' })).toEqual([])
    const { nodes, found } = unitTree(city, '2026-11-22', 'guoku')
    expect([found, nodes.map((node) => [node.name, node.found])]).toEqual([
      1,
      [
        ['桐源县', false],
        ['县财政局', false],
        ['国库中心', true],
      ],
    ])
  })

  test('is narrowed by what a unit needs, and sorted with the unknown last', () => {
    expect(names({ only: 'principal-vacant' })).toEqual(['河口镇'])
    expect(names({ only: 'over' })).toEqual(['县财政局'])
    expect(names({ only: 'no-quota' })).toEqual(['河口镇'])
    expect(names({ under: 'U2' })).toEqual(['县财政局', '国库中心'])
    expect(names({ sort: 'vacant', order: 'desc' })[0]).toBe('河口镇')
    for (const order of ['asc', 'desc']) expect(names({ sort: 'termTo', order })[0]).toBe('县财政局')
  })
})

describe('quotas', () => {
  test('compare who surely holds a seat with what the team may have; what is not recorded is not compared', () => {
    const { rows, levels } = quotasPage(city, '2026-11-22', { offset: 0, limit: 50 })
    expect(
      rows.map(({ unitName, role, quota, held, over, short }) => [unitName, role, quota, held, over, short]),
    ).toEqual([
      ['县财政局', 'principal', 1, 1, 0, 0],
      ['县财政局', 'deputy', 1, 3, 2, 0],
      ['河口镇', 'principal', 1, 0, 0, 1],
      ['河口镇', 'deputy', null, 1, 0, 0],
    ])
    expect(levels.find(({ level, role }) => level === 'county' && role === 'deputy')).toMatchObject({
      over: 2,
      teamsOver: 1,
    })
  })

  test('every count by level opens as many rows', () => {
    const { levels } = quotasPage(city, '2026-11-22', { offset: 0, limit: 50 })
    for (const { level, role, teams, teamsOver, teamsShort, teamsUnknown } of levels) {
      const total = (state?: 'over' | 'short' | 'unknown') =>
        quotasPage(city, '2026-11-22', { level: [level], role, state, offset: 0, limit: 1 }).total
      expect([total(), total('over'), total('short'), total('unknown')]).toEqual([
        teams,
        teamsOver,
        teamsShort,
        teamsUnknown,
      ])
    }
  })
})

describe('the library of posts', () => {
  test('says who holds a seat and who only acts in it', () => {
    expect(
      seatsAsked({ unit: 'U3' }).map(({ title, incumbents }) => [
        title,
        incumbents.map(({ name, kind }) => `${name} ${kind}`),
      ]),
    ).toEqual([
      ['镇长', ['苏柏 acting']],
      ['副镇长', ['何可 appointed']],
    ])
    expect(seatsAsked({ state: 'vacant' }).map(({ title }) => title)).toEqual(['镇长'])
    expect(seatsAsked({ state: 'concurrent' }).map(({ title }) => title)).toEqual(['总会计师'])
    expect(seatsAsked({ state: 'over' }).map(({ title }) => title)).toEqual(['副局长', '总会计师'])
  })

  test('tells the main post of somebody who sits there beside it, and years to a tenth', () => {
    const [, , third] = seatsAsked({ unit: 'U2' })
    const concurrent = third?.incumbents.find(({ kind }) => kind === 'concurrent')
    expect(concurrent).toMatchObject({ name: '何可', mainPost: '河口镇副镇长', since: '2025-01', years: 1.7 })
  })
})

test('what is coming free in a unit: a retirement counts in its year and in those after it', () => {
  const bureau = city.byId.get('U2')
  if (!bureau) throw new Error('not in the city')
  const { counts, rows } = comingIn(ground, bureau, limitsAhead(ground, []))
  expect(counts).toEqual([1, 1, 1])
  expect(rows).toMatchObject([{ name: '陆承川', title: '局长', kind: 'retirement', within: 12 }])
})
