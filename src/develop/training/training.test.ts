import { expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { trainingNeeds, trainingOn } from './training.ts'

const book = loadRuleBook()
type Row = [TableName, RowFacts]

const person = (id: string, level: string, cadre: RowFacts = {}, tenure: RowFacts = {}): Row[] => [
  ['cadres', { cadre_id: id, name: id, authority_unit_id: 'U1', ...cadre }],
  [
    'tenures',
    { tenure_id: `T${id}`, cadre_id: id, kind: 'appointed', post_level: level, from: '2015-01-01', ...tenure },
  ],
]
const course = (id: string, facts: RowFacts): Row => [
  'trainings',
  { cadre_id: id, course: '专题班', from: '2026-03-02', to: '2026-03-06', recognised: 'true', ...facts },
]
const trainingOf = (...rows: Row[]) => {
  const snapshot = snapshotFrom(20261122, [
    ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
    ['teams', { team_id: 'G1', unit_id: 'U1', name: '领导班子' }],
    ...['P1', 'P2', 'P3'].map(
      (id): Row => [
        'positions',
        { position_id: id, unit_id: 'U1', title: id, post_level: 'section-chief', role: 'deputy', team_id: 'G1' },
      ],
    ),
    ...rows,
  ])
  return trainingOn(factsFor(snapshot, book), book)
}
const needsOf = (...rows: Row[]) => trainingNeeds(trainingOf(...rows))
const hoursOf = (...rows: Row[]) => needsOf(...rows).filter(({ need }) => need === 'hours')

test('whoever is short of hours has a need with the gap and the last day of the year in which it counts', () => {
  expect(hoursOf(...person('C1', 'section-chief'), course('C1', { hours: '52' }))).toMatchObject([
    {
      cadreId: 'C1',
      kind: 'training',
      rule: 'TRAIN-14-SECTION',
      basis: { instrument: '干部教育培训工作条例', article: '14' },
      finding: { verdict: 'unmet' },
      proposal: {
        zh: '2026.12.31前安排认可的培训，补足38学时。',
        en: 'Arrange recognised training by 2026.12.31 to make up 38 hours.',
      },
    },
  ])
})

test('the division level is measured over five years, to the end of the plan of five years', () => {
  const rows = [
    ...person('C1', 'division-deputy'),
    course('C1', { hours: '150', from: '2022-03-02', to: '2022-03-20' }),
  ]
  expect(hoursOf(...rows)).toMatchObject([
    { rule: 'TRAIN-14-DIVISION', proposal: { zh: '2027.12.31前安排认可的培训，补足400学时。' } },
  ])
})

test('after a promotion the gap is made up within a year of it, however the periods run', () => {
  const [promoted] = trainingOf(
    ...person('C1', 'section-chief', {}, { to: '2026-06-10' }),
    [
      'tenures',
      { tenure_id: 'T2', cadre_id: 'C1', kind: 'appointed', post_level: 'division-deputy', from: '2026-06-10' },
    ],
    course('C1', { hours: '150' }),
  ).accounts
  expect(promoted).toMatchObject({ gap: 400, deadline: { on: 20270610, isMakeUp: true }, startBy: 20270402 })
})

test.each([
  ['whoever has the hours', [course('C1', { hours: '90' })]],
  ['whoever has the days', [course('C1', { to: '2026-03-13', hours: '60' })]],
  ['one whose hours cannot be told', [course('C1', { to: '' }), course('C1', { course: '二班', hours: '60' })]],
  ['one whose recognition decides', [course('C1', { hours: '100', recognised: '' })]],
])('%s has no need', (_, rows) => {
  expect(hoursOf(...person('C1', 'section-chief'), ...rows)).toEqual([])
})

test('what is not fully recorded, but would not suffice whatever it was, leaves a need', () => {
  const rows = [course('C1', { hours: '40' }), course('C1', { course: '二班', from: '2026-05-04', to: '2026-05-08' })]
  expect(hoursOf(...person('C1', 'section-chief'), ...rows)).toMatchObject([
    { finding: { verdict: 'unmet', reasons: [{}, { zh: expect.stringContaining('也只有80学时、10天') }] } },
  ])
})

test('hours not recognised, or of people who left or have not yet served a year, ask for nothing', () => {
  const short = course('C1', { hours: '40' })
  expect(hoursOf(...person('C1', 'none', { work_started_on: '2026-01-05' }, { from: '2026-01-05' }), short)).toEqual([])
  const left: Row = ['tenures', { tenure_id: 'T9', cadre_id: 'C1', kind: 'other', change: 'exit', from: '2026-08-01' }]
  expect(hoursOf(...person('C1', 'section-chief', {}, { to: '2026-08-01' }), left, short)).toEqual([])
  const unrecognised = course('C1', { hours: '200', recognised: 'false' })
  expect(hoursOf(...person('C1', 'section-chief'), unrecognised)).toHaveLength(1)
})

const inTeam = (id: string, seat: string, from: string): Row[] =>
  person(id, 'section-chief', {}, { position_id: seat, role: 'deputy', from })
const taught = (id: string, topic: string): Row => course(id, { course: `${topic}班`, topic, hours: '120' })

test('a new member of a team needs leadership within a year of joining, where the place teaches it', () => {
  const rows = [...inTeam('C1', 'P1', '2026-03-01'), taught('C1', '任职'), ...inTeam('C2', 'P2', '2026-05-01')]
  const topics = (...more: Row[]) => needsOf(...rows, ...more).filter(({ rule }) => rule === 'LOCAL-TOPIC-NEW-MEMBER')
  expect(topics(taught('C2', '法治'))).toMatchObject([
    {
      cadreId: 'C2',
      need: 'topic',
      finding: { verdict: 'discretion', weight: 'warns' },
      proposal: { zh: '2027-05-01前参加“新进班子成员的领导艺术和管理水平”培训（2026-05-01进入班子）。' },
    },
  ])
  expect(topics(course('C2', { hours: '120' })), 'a course without a topic may have been it').toEqual([])
  expect(topics(), 'nothing on record tells nothing').toEqual([])
})

test('a topic that hardly anybody has taken is a class to hold, not a need of each', () => {
  const deputies = [...inTeam('C1', 'P1', '2015-01-01'), ...inTeam('C2', 'P2', '2015-01-01'), taught('C1', '法治')]
  const rows = [...deputies, taught('C2', '法治')]
  expect(needsOf(...rows).filter(({ need }) => need === 'topic')).toEqual([])
  const state = trainingOf(...rows).states.find(({ topic }) => topic.audience === 'deputy')
  expect(state).toMatchObject({ covered: 0, byName: false, lacking: [{}, {}] })
})
