import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ClassFacts, TrainingYearPlan } from '#domain/training.ts'
import { replayClass } from '#domain/training-course.ts'
import { emptyRecords } from '../fixtures.ts'
import { openClass, type Records, recordClassEvent, savePlan } from '../index.ts'
import { readClasses, readTrainingPlan } from '../queries/index.ts'

let records: Records
beforeAll(async () => {
  records = await emptyRecords()
})
afterAll(() => records?.close())

const recorder = { by: 'officer', byName: '甲', on: 20260201 }
const facts: ClassFacts = {
  name: '依法行政专题班',
  topicName: '法治',
  type: 'in-service',
  organiser: '市司法局',
  recognised: true,
  online: false,
  hours: 35,
  places: 2,
  from: 20260302,
  to: 20260306,
  forWhom: '',
}

test('of two who act on the same version one is refused, and nothing recorded is changed', async () => {
  const classId = await openClass(records, { kind: 'opened', facts }, recorder)
  const invite = (cadreId: string) =>
    recordClassEvent(records, { classId, version: 1, act: { kind: 'invited', cadreIds: [cadreId] } }, recorder)
  const ends = await Promise.allSettled([invite('C1'), invite('C2')])
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const change = records.commit({ actor: 'officer', action: 'change' }, (tx) =>
    sql`update training_class_event set act = '{}'::jsonb`.execute(tx),
  )
  await expect(change).rejects.toThrow()
})

test('adopting a plan opens its classes with those who have places, and every version is kept', async () => {
  const plan: TrainingYearPlan = {
    year: 2027,
    asOf: 20261122,
    classes: [{ ...facts, key: 'A/2027-03' }],
    places: [{ key: 'A/2027-03', cadreId: 'C1', reasons: [] }],
    uncovered: [],
    objective: 1,
    bound: 1,
    gap: 0,
  }
  await savePlan(records, { plan, state: 'made', on: 0 }, recorder)
  await expect(savePlan(records, { plan, state: 'edited', on: 0 }, recorder)).rejects.toMatchObject({
    problems: [
      {
        code: 'training-plan-changed',
        message: { zh: '打开本页以后，甲存了这一年计划的新的一版，这次没有写入。' },
      },
    ],
  })
  await savePlan(records, { plan, state: 'adopted', on: 1 }, recorder)
  expect(await readTrainingPlan(records.database, 2027)).toMatchObject({ version: 2, state: 'adopted', byName: '甲' })
  const [events = []] = [...(await readClasses(records.database)).values()]
  expect([...replayClass(events).enrolments.keys()]).toEqual(['C1'])
})
