import { expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { loadRuleBook } from '#policy/index.ts'
import { trainingNeeds } from './training.ts'

const book = loadRuleBook()

const person = (id: string, level: string): [TableName, RowFacts][] => [
  ['cadres', { cadre_id: id, name: id, authority_unit_id: 'U1' }],
  ['tenures', { tenure_id: `T${id}`, cadre_id: id, kind: 'appointed', post_level: level, from: '2015-01-01' }],
]
const course = (id: string, facts: RowFacts): [TableName, RowFacts] => [
  'trainings',
  { cadre_id: id, course: '专题班', from: '2026-03-02', to: '2026-03-06', recognised: 'true', ...facts },
]
const needsOf = (...rows: [TableName, RowFacts][]) =>
  trainingNeeds(
    snapshotFrom(20261122, [
      ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
      ...rows,
    ]),
    book,
  )

test('whoever is short of hours has a need with the gap and a day', () => {
  expect(needsOf(...person('C1', 'section-chief'), course('C1', { hours: '52' }))).toMatchObject([
    {
      cadreId: 'C1',
      kind: 'training',
      need: 'hours',
      rule: 'TRAIN-14-SECTION',
      basis: { instrument: '干部教育培训工作条例', article: '14' },
      finding: { verdict: 'unmet' },
      proposal: {
        zh: '2027-11-22前安排认可的培训，补足38学时。',
        en: 'Arrange recognised training by 2027-11-22 to make up 38 hours.',
      },
    },
  ])
})

test('the division level is measured over five years', () => {
  const [need] = needsOf(
    ...person('C1', 'division-deputy'),
    course('C1', { hours: '150', from: '2022-03-02', to: '2022-03-20' }),
  )
  expect(need).toMatchObject({
    rule: 'TRAIN-14-DIVISION',
    proposal: { zh: '2027-11-22前安排认可的培训，补足400学时。' },
  })
})

test('whoever has the hours has no need', () => {
  expect(needsOf(...person('C1', 'section-chief'), course('C1', { hours: '90' }))).toEqual([])
})

test('unrecorded hours are unknown, and the proposal is to record them', () => {
  expect(needsOf(...person('C1', 'section-chief'), course('C1', { to: '' }))).toMatchObject([
    {
      finding: { verdict: 'unknown', missing: ['trainings.hours', 'trainings.to'] },
      proposal: { zh: '补录2026-11-22以前参加培训的学时、起止和认可情况，再行核对。' },
    },
  ])
})
