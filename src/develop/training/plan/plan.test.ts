import { expect, test } from 'vitest'
import { emptyOverlay } from '#domain/overlay.ts'
import type { TableName } from '#domain/tables.ts'
import type { PlannedClass } from '#domain/training.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { trainingOn } from '../training.ts'
import { catalogueOf, planTraining, planYear } from './plan.ts'

const national = loadRuleBook()

/** The rules of a place that holds a class for so many people at least. */
const holding = (least: number) =>
  national.with(
    {
      ...emptyOverlay,
      parameters: [
        {
          rule: 'LOCAL-TRAINING-PLAN',
          name: 'least_people',
          value: least,
          from: 20260101,
          by: '干部科',
          on: 20260101,
          document: '甲组〔2026〕1号',
        },
      ],
    },
    { settled: true },
  )

/** So many deputies of one team, without a course but one on law. */
function team(size: number, leastPeople = 1) {
  const rows = Array.from({ length: size }, (_, index): [TableName, RowFacts][] => [
    [
      'positions',
      {
        position_id: `P${index}`,
        unit_id: 'U1',
        title: '副局长',
        post_level: 'section-deputy',
        role: 'deputy',
        team_id: 'G1',
      },
    ],
    ['cadres', { cadre_id: `C${index}`, name: `C${index}`, authority_unit_id: 'U1' }],
    [
      'tenures',
      {
        tenure_id: `T${index}`,
        cadre_id: `C${index}`,
        position_id: `P${index}`,
        kind: 'appointed',
        post_level: 'section-deputy',
        role: 'deputy',
        from: '2015-01-01',
      },
    ],
    [
      'trainings',
      {
        cadre_id: `C${index}`,
        course: '法治班',
        topic: '法治',
        from: '2026-03-02',
        to: '2026-03-20',
        hours: '100',
        recognised: 'true',
      },
    ],
  ])
  const place: [TableName, RowFacts][] = [
    ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
    ['teams', { team_id: 'G1', unit_id: 'U1', name: '领导班子' }],
  ]
  const book = holding(leastPeople)
  return trainingOn(factsFor(snapshotFrom(20261122, [...place, ...rows.flat()]), book), book)
}

const coordination = (key: string, change: Partial<PlannedClass> = {}): PlannedClass => ({
  key,
  name: key,
  topic: 'LOCAL-TOPIC-COORDINATION',
  topicName: '沟通协调',
  type: 'in-service',
  organiser: '市委党校',
  recognised: true,
  online: false,
  hours: 32,
  places: 40,
  from: 20270510,
  to: 20270513,
  forWhom: '副职',
  ...change,
})

test('towards the end of a year the next one is planned, with classes on weekdays', () => {
  const training = team(2)
  expect(planYear(training)).toBe(2027)
  const classes = catalogueOf(training, 2027)
  expect(classes.length).toBeGreaterThan(20)
  for (const { from, to } of classes) {
    const weekday = (day: number) =>
      new Date(Date.UTC(Math.floor(day / 1e4), (Math.floor(day / 100) % 100) - 1, day % 100)).getUTCDay()
    expect(weekday(from)).toBe(1)
    expect([1, 2, 3, 4, 5]).toContain(weekday(to))
  }
})

test('of a team of six two may be away at once; the others go to the next class or are left, with the reason', async () => {
  const plan = await planTraining(team(6), 2027, [
    coordination('春'),
    coordination('秋', { from: 20271108, to: 20271111, places: 1 }),
  ])
  expect(Map.groupBy(plan.places, ({ key }) => key).get('春')).toHaveLength(2)
  expect(plan.places).toHaveLength(3)
  const left = plan.uncovered.filter(({ want }) => want === 'LOCAL-TOPIC-COORDINATION')
  expect(left.map(({ why }) => why)).toEqual(['team', 'team', 'team'])
  expect(plan.gap).toBeLessThan(1e-9)
  expect(plan.bound).toBe(plan.objective)
})

test('nobody takes the same topic twice, nor is sent where no class is for them', async () => {
  const plan = await planTraining(team(3), 2027, [
    coordination('春'),
    coordination('夏', { from: 20270705, to: 20270708 }),
    coordination('秋', { from: 20271108, to: 20271111 }),
  ])
  expect(plan.places.map(({ cadreId }) => cadreId).sort()).toEqual(['C0', 'C1', 'C2'])
  expect(plan.places[0]?.reasons[0]?.zh).toBe('没有学过“副职的沟通协调和贯彻落实”')
  expect(plan.uncovered.some(({ want, why }) => want === 'LOCAL-TOPIC-THOUGHT' && why === 'no-class')).toBe(true)
})

test('a class for which too few would come is not held, and its people go to another', async () => {
  const spring = coordination('春')
  const autumn = coordination('秋', { from: 20271108, to: 20271111 })
  const both = await planTraining(team(6, 2), 2027, [spring, autumn])
  expect(both.classes).toHaveLength(2)
  const none = await planTraining(team(6, 3), 2027, [spring, autumn])
  expect(none).toMatchObject({ classes: [], places: [] })
  expect(none.uncovered.find(({ want }) => want === 'LOCAL-TOPIC-COORDINATION')?.why).toBe('no-class')
})
