import { describe, expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { loadRuleBook } from '#policy/index.ts'
import { groundOf } from '../ground.ts'
import { isOfKind } from './kinds.ts'
import { goalState, standingOf } from './standing.ts'
import { teamsOnBoard } from './teams-on-board.ts'
import { labelOfFloor } from './wording.ts'

const book = loadRuleBook()
const today = 20261122

const bureau: [TableName, RowFacts][] = [
  ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county', sector: 'finance' }],
  ['units', { unit_id: 'U2', name: '甲县教育局', kind: 'department', level: 'county', sector: 'education' }],
  ['teams', { team_id: 'G1', unit_id: 'U1', name: '领导班子', quota_principal: '1', quota_deputy: '2' }],
  ...['副局长', '局长', '副局长'].map((title, at): [TableName, RowFacts] => [
    'positions',
    {
      position_id: `P${at + 1}`,
      unit_id: 'U1',
      title,
      post_level: title === '局长' ? 'section-chief' : 'section-deputy',
      role: title === '局长' ? 'principal' : 'deputy',
      team_id: 'G1',
    },
  ]),
]

const cadre = (id: string, facts: RowFacts): [TableName, RowFacts] => [
  'cadres',
  { cadre_id: id, name: id, authority_unit_id: 'U1', ...facts },
]
const holds = (id: string, position: string, from: string, facts: RowFacts = {}): [TableName, RowFacts] => [
  'tenures',
  { tenure_id: `T${id}${position}`, cadre_id: id, position_id: position, from, kind: 'appointed', ...facts },
]
const groundWith = (...rows: [TableName, RowFacts][]) => groundOf(snapshotFrom(today, [...bureau, ...rows]), book, [])

function teamWith(...rows: [TableName, RowFacts][]) {
  const ground = groundWith(...rows)
  const [team] = teamsOnBoard(ground)
  if (!team) throw new Error('no team')
  return { ground, team }
}

describe('teams on the board', () => {
  test('the principal comes first; who acts holds no seat; quota is told', () => {
    const { ground, team } = teamWith(
      cadre('C1', {}),
      cadre('C2', {}),
      holds('C1', 'P2', '2020-01-01'),
      holds('C2', 'P1', '2024-01-01', { kind: 'acting' }),
    )
    expect(team.seats.map((seat) => ground.facts.seat(seat).position)).toEqual(['P2', 'P1', 'P3'])
    expect([...team.occupants]).toEqual([[ground.facts.seatIndex('P2'), ground.facts.cadreIndex('C1')]])
    expect(team).toMatchObject({
      unitName: '甲县财政局',
      teamClass: 'county-department',
      quota: 3,
      lines: ['finance'],
    })
  })

  test('a county bureau asks for people under 40, and for two at home in its field', () => {
    const { team } = teamWith()
    expect(team.floors.map(labelOfFloor).map(({ zh }) => zh)).toEqual([
      '40岁以下至少1人',
      '达到学历要求至少1人',
      '熟悉财政金融至少2人',
      '基层工作满2年至少1人',
    ])
  })
})

describe('what is counted of a person', () => {
  test('who has an unknown birth date may be young, and is not counted', () => {
    const { ground, team } = teamWith(cadre('C1', {}), holds('C1', 'P1', '2020-01-01'))
    const standing = standingOf(ground, team, team.occupants)
    expect(standing.members).toEqual([{ cadreId: 'C1', age: undefined }])
    expect(standing.empty).toBe(2)
    expect(standing.counts[0]).toEqual({ kind: 'under', with: 40, count: 0, unknown: 1, least: 1 })
    expect(standing.counts[0] && goalState(standing.counts[0], 1)).toBe('unknown')
  })

  test.each([
    ['1986-12', true],
    ['1986-11', undefined], // forty some day this month
    ['1986-11-22', false],
    ['1986-11-23', true],
  ])('born %s: under 40 is %s', (bornOn, answer) => {
    expect(isOfKind(groundWith(cadre('C1', { born_on: bornOn })))(0, 'under', 40)).toBe(answer)
  })

  test('three years in a field make one familiar, also in a unit known by its name alone', () => {
    const elsewhere = { position_id: '', unit_text: '甲县教育局' }
    const test_ = isOfKind(
      groundWith(
        cadre('C1', {}),
        holds('C1', 'P1', '2023-11-22'),
        cadre('C2', {}),
        holds('C2', 'P3', '2024-06-01'),
        holds('C2', 'PX', '2015-01-01', { ...elsewhere, to: '2024-06-01' }),
      ),
    )
    expect([test_(0, 'familiar', 'finance'), test_(0, 'familiar', 'education')]).toEqual([true, false])
    expect([test_(1, 'familiar', 'finance'), test_(1, 'familiar', 'education')]).toEqual([false, true])
  })

  test('years in a post whose field nobody recorded may have been in the field', () => {
    const ground = groundWith(
      cadre('C1', {}),
      holds('C1', 'P1', '2024-11-22'),
      holds('C1', 'PX', '2020-01-01', { position_id: '', unit_text: '某公司', to: '2024-11-22' }),
    )
    expect(isOfKind(ground)(0, 'familiar', 'finance')).toBeUndefined()
  })

  test('sex, party, nationality, schooling and grassroots work that nobody recorded are unknown and not no', () => {
    const test_ = isOfKind(
      groundWith(
        cadre('C1', {}),
        holds('C1', 'P1', '2020-01-01'),
        cadre('C2', { sex: 'female', party: '民盟盟员', ethnicity: '回族' }),
        holds('C2', 'P2', '2020-01-01', { grassroots: 'true' }),
        ['educations', { cadre_id: 'C2', mode: 'full-time', level: 'bachelor' }],
        cadre('C3', { sex: 'male', party: '中共预备党员', ethnicity: '汉族' }),
        holds('C3', 'P3', '2020-01-01', { grassroots: 'false' }),
        ['educations', { cadre_id: 'C3', mode: 'in-service', level: 'postgraduate' }],
      ),
    )
    for (const kind of ['woman', 'non-party', 'minority', 'graduate', 'grassroots'] as const) {
      expect([0, 1, 2].map((row) => test_(row, kind))).toEqual([undefined, true, false])
    }
  })
})
