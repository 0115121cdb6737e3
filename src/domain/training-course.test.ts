import { expect, test } from 'vitest'
import type { ClassAct, ClassEvent, ClassFacts } from './training.ts'
import {
  type ClassContext,
  classRefusal,
  completionWrites,
  placesTaken,
  replayClass,
  standingOn,
} from './training-course.ts'

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
const events = (...acts: readonly ClassAct[]): ClassEvent[] =>
  acts.map((act, place) => ({ ...act, seq: place + 1, by: 'a', byName: '甲', recordedAt: '', on: 20260201 + place }))
const opened: ClassAct = { kind: 'opened', facts }
const invited: ClassAct = { kind: 'invited', cadreIds: ['C1', 'C2'] }
const alone: ClassContext = { share: { parts: 1, of: 7 }, others: [], nameOf: (id) => id }
const codeOf = (acts: readonly ClassAct[], act: ClassAct, on: number, context = alone) =>
  classRefusal(replayClass(events(...acts)), act, on, context)?.code

test('leave of exactly one seventh completes; a little more does not', () => {
  const attended = (leave: number): ClassAct => ({
    kind: 'attended',
    rows: [{ cadreId: 'C1', hours: 35 - leave, leave }],
  })
  const completed: ClassAct = { kind: 'completed', cadreIds: ['C1'] }
  expect(codeOf([opened, invited, attended(5)], completed, 20260306)).toBeUndefined()
  expect(codeOf([opened, invited, attended(5.5)], completed, 20260306)).toBe('training-leave-over')
  expect(codeOf([opened, invited, attended(5)], completed, 20260305)).toBe('training-not-over')
  expect(codeOf([opened, invited], completed, 20260306)).toBe('training-not-attended')
})

test('whoever declines leaves the place to somebody else', () => {
  const declined: ClassAct = { kind: 'declined', cadreId: 'C1', reason: '出差' }
  const third: ClassAct = { kind: 'invited', cadreIds: ['C3'] }
  expect(codeOf([opened, invited], third, 20260210)).toBe('training-class-full')
  expect(codeOf([opened, invited, declined], third, 20260210)).toBeUndefined()
  expect(placesTaken(replayClass(events(opened, invited, declined, third)))).toEqual(['C2', 'C3'])
})

test('online courses clash with nothing', () => {
  const there = (online: boolean): ClassContext => ({
    ...alone,
    others: [{ facts: { ...facts, name: '另一个班', online }, cadreIds: new Set(['C1']) }],
  })
  expect(codeOf([opened], invited, 20260210, there(false))).toBe('training-class-clash')
  expect(codeOf([opened], invited, 20260210, there(true))).toBeUndefined()
})

test('completion writes the hours attended, and taking it back makes it attendance again', () => {
  const acts: ClassAct[] = [opened, invited, { kind: 'attended', rows: [{ cadreId: 'C1', hours: 33, leave: 2 }] }]
  const [write] = completionWrites(replayClass(events(...acts)), ['C1'])
  expect(write).toMatchObject({ table: 'trainings', row: { cadre_id: 'C1', hours: '33', recognised: 'true' } })
  const effect = [{ table: 'trainings' as const, after: { cadre_id: 'C1' } }]
  const done = replayClass(events(...acts, { kind: 'completed', cadreIds: ['C1'], effect }))
  expect([done.enrolments.get('C1')?.state, standingOn(done, 20260307)]).toEqual(['completed', 'completed'])
  const undone = replayClass(
    events(
      ...acts,
      { kind: 'completed', cadreIds: ['C1'], effect },
      { kind: 'completion-undone', event: 4, reason: '误' },
    ),
  )
  expect(undone.enrolments.get('C1')).toMatchObject({ state: 'attended', hours: 33 })
  expect([undone.completions, standingOn(undone, 20260307)]).toEqual([[], 'over'])
})
