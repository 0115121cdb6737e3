/** A small place for tests: a bureau, two townships of which one is hard, and people who lack what the townships give. */
import type { DevelopmentNeed, NeedName } from '#domain/results.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import type { PostingGround } from './proposals.ts'

export type Rows = readonly (readonly [TableName, RowFacts])[]

const book = loadRuleBook()
const today = 20251122

const place: Rows = [
  ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county', hardship: 'false' }],
  ['units', { unit_id: 'U2', name: '乙镇', kind: 'township', level: 'township', hardship: 'true' }],
  ['units', { unit_id: 'U3', name: '丙镇', kind: 'township', level: 'township', hardship: 'false' }],
  ...(
    [
      ['局长', 'U1', 'section-chief', 'principal'],
      ['副局长一', 'U1', 'section-deputy', 'deputy'],
      ['副局长二', 'U1', 'section-deputy', 'deputy'],
      ['副局长三', 'U1', 'section-deputy', 'deputy'],
      ['乙镇副镇长', 'U2', 'section-deputy', 'deputy'],
      ['丙镇副镇长', 'U3', 'section-deputy', 'deputy'],
    ] as const
  ).map(([id, unit, level, role]): Rows[number] => [
    'positions',
    { position_id: id, unit_id: unit, title: id, post_level: level, role, open_from: '2010-01-01' },
  ]),
]

/** A deputy of the bureau of the reserve, long in post, who lacks nothing that rules of appointment ask. */
export function deputy(id: string, position: string, facts: RowFacts = {}): Rows {
  const own = { cadre_id: id, authority_unit_id: 'U1' }
  return [
    [
      'cadres',
      {
        ...own,
        name: id,
        sex: 'male',
        born_on: '1990-03',
        work_started_on: '2012-07',
        party: '中共党员',
        party_joined_on: '2010-06',
        health_ok: 'true',
        reserve: 'true',
        ...facts,
      },
    ],
    [
      'educations',
      { ...own, mode: 'full-time', level: 'bachelor', degree: 'bachelor', from: '2008-09', to: '2012-07' },
    ],
    ['evaluations', { ...own, year: '2024', result: 'competent' }],
    ['trainings', { ...own, course: '专题班', from: '2025-06-02', to: '2025-06-20', hours: '120', recognised: 'true' }],
    [
      'tenures',
      {
        ...own,
        tenure_id: `T${id}`,
        position_id: position,
        kind: 'appointed',
        grassroots: 'false',
        from: '2020-03-01',
      },
    ],
  ]
}

export const vacant = (positionId: string): Rows[number] => [
  'vacancies',
  { position_id: positionId, from: '2025-06-01' },
]

const needOf = (cadreId: string, need: NeedName): DevelopmentNeed => ({
  cadreId,
  kind: 'experience',
  need,
  rule: 'LOCAL-NEED',
  basis: { instrument: '本地设定', article: '历练', title: { zh: '历练', en: 'Experience' } },
  finding: {
    rule: 'LOCAL-NEED',
    verdict: 'discretion',
    weight: 'decides',
    basis: { instrument: '本地设定', article: '历练', title: { zh: '历练', en: 'Experience' } },
    reasons: [],
    evidence: [],
    missing: [],
  },
  proposal: { zh: '', en: '' },
})

/** The place with people and vacancies, and who needs what. */
export function groundOf(rows: Rows, needs: Readonly<Record<string, readonly NeedName[]>>): PostingGround {
  const facts = factsFor(snapshotFrom(today, [...place, ...rows]), book)
  return {
    facts,
    book,
    needs: Object.entries(needs).flatMap(([cadreId, own]) => own.map((need) => needOf(cadreId, need))),
    duties: [],
  }
}
