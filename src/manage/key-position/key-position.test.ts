import { describe, expect, test } from 'vitest'
import type { KeySeatEvent } from '#domain/key-seat.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { rotationDuties } from '../rotation/duties.ts'
import { keySeatDues } from './dues.ts'
import { countsIn, keyColumns, keyMatrix } from './matrix.ts'
import { workNorms } from './norms.ts'
import { type KeySeat, keySeats } from './register.ts'
import { keySeatTable } from './tables.ts'

const book = loadRuleBook()
const asOf = 20261122

const seat = (id: string, facts: RowFacts = {}): [TableName, RowFacts] => [
  'positions',
  { position_id: id, unit_id: 'U1', title: '科长', post_level: 'section-chief', role: 'staff', ...facts },
]
const plain = { key_power: 'false', key_fund: 'false', key_resource: 'false' }
const rows: [TableName, RowFacts][] = [
  ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
  seat('P1', { key_fund: 'true', touchpoints: 'fund-allocation' }),
  seat('P2'),
  seat('P3', plain),
  seat('P4', { ...plain, touchpoints: 'works;public-service' }),
  seat('P5', { key_power: 'true', open_to: '2020-01-01' }),
  seat('P6', { key_power: 'false' }),
  ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1' }],
  ['tenures', { tenure_id: 'T1', cadre_id: 'C1', position_id: 'P1', kind: 'appointed', from: '2020-05-01' }],
]
const event = (facts: RowFacts): [TableName, RowFacts] => ['supervision', { kind: 'work-norm', ...facts }]

function register(recorded: Record<string, KeySeatEvent[]> = {}, ...more: [TableName, RowFacts][]) {
  const snapshot = snapshotFrom(asOf, [...rows, ...more])
  const facts = factsFor(snapshot, book)
  const ground = { facts, book, duties: rotationDuties(snapshot, book), recorded: new Map(Object.entries(recorded)) }
  return keySeats(ground)
}
const one = (seats: readonly KeySeat[], id: string): KeySeat => {
  const found = seats.find(({ positionId }) => positionId === id)
  if (!found) throw new Error(`${id} is not in the register`)
  return found
}
const stamp = { by: 'officer', byName: '林晓舟', recordedAt: '2026-11-20T00:00:00Z' }
const check = (seq: number, on: number, step: string, outcome: 'kept' | 'not-kept' = 'kept'): KeySeatEvent => ({
  ...stamp,
  seq,
  on,
  kind: 'checked',
  step,
  checker: '财政监督科',
  outcome,
  note: '',
  evidence: '',
})

describe('the register of key seats', () => {
  test('has what is key, what touches money, works or the public, and what is not judged; no closed seat', () => {
    const seats = register()
    expect(seats.map(({ positionId, isKey }) => [positionId, isKey])).toEqual([
      ['P1', true],
      ['P2', undefined],
      ['P4', false],
      ['P6', undefined],
    ])
    expect(one(seats, 'P1')).toMatchObject({
      holders: [{ cadreId: 'C1', since: 20200501 }],
      duties: [{ rule: 'LOCAL-KEY-SEAT', dueOn: 20250501, state: 'overdue' }],
      touchpoints: ['fund-allocation'],
    })
    expect(one(seats, 'P2').touchpoints).toBeUndefined()
  })

  test('knows that people judged a seat to have no touchpoint', () => {
    const judgement = { power: true, fund: false, resource: false, touchpoints: [] }
    const judged: KeySeatEvent = { ...stamp, seq: 1, on: 20261101, kind: 'judged', judgement, reason: '核定' }
    expect(one(register({ P2: [judged] }), 'P2').touchpoints).toEqual([])
    const undone: KeySeatEvent = { ...stamp, seq: 2, on: 20261102, kind: 'judgement-undone', event: 1, reason: '错' }
    expect(one(register({ P2: [judged, undone] }), 'P2').touchpoints).toBeUndefined()
  })

  test('counts by unit and kind what its lists list', () => {
    const seats = register()
    const [row] = keyMatrix(seats)
    expect(row?.unitName).toBe('甲县财政局')
    expect(row?.counts).toEqual(keyColumns.map((column) => seats.filter((each) => countsIn(each, column)).length))
    const counted = Object.fromEntries(keyColumns.map((column, at) => [column, row?.counts[at]]))
    expect(counted).toMatchObject({ key: 1, fund: 1, works: 1, 'not-judged': 2, overdue: 1, 'checks-due': 2 })
  })
})

describe('work norms', () => {
  test('every step of the catalogue says what to do, what to keep, who checks and how often, in both languages', () => {
    const norms = workNorms(book, asOf)
    expect(norms.length).toBeGreaterThanOrEqual(10)
    for (const { name, norm, record, checker, everyMonths } of norms) {
      for (const text of [name, norm, record, checker]) {
        expect(text.zh).not.toBe('')
        expect(text.en).toMatch(/^[\x20-\x7E]+$/)
      }
      expect(everyMonths).toBeGreaterThan(0)
    }
    expect(new Set(norms.map(({ touchpoint }) => touchpoint)).size).toBe(3)
  })

  test('a check falls due so many months after the last; never checked is told apart', () => {
    const own = [check(1, 20260101, 'review', 'not-kept'), check(2, 20260701, 'allotment')]
    const found = one(register({ P1: own }), 'P1')
    expect(found.steps.map(({ step, state, dueOn }) => [step.id, state, dueOn])).toEqual([
      ['application', 'never', undefined],
      ['review', 'overdue', 20260701],
      ['allotment', 'due-within-year', 20270101],
      ['follow-up', 'never', undefined],
    ])
    expect(found).toMatchObject({ checksDue: 3, lastCheck: 20260701 })
    expect(found.steps[1]?.last).toEqual({ on: 20260101, outcome: 'not-kept' })
    expect(keySeatDues([found])).toMatchObject([
      { id: 'key-seat/P1/review', on: 20260701, unitId: 'U1', link: '/key-seats/P1' },
      { id: 'key-seat/P1/allotment', on: 20270101 },
    ])
  })

  test('a check withdrawn never was, and a seat may have steps of its own', () => {
    const step = { name: '印章使用', norm: '先登记后用印', record: '用印登记', checker: '办公室', everyMonths: 3 }
    const events: KeySeatEvent[] = [
      { ...stamp, seq: 1, on: 20260101, kind: 'step-added', step, reason: '上次检查发现' },
      check(2, 20261001, 'own-1'),
      check(3, 20261101, 'review'),
      { ...stamp, seq: 4, on: 20261102, kind: 'check-withdrawn', event: 3, reason: '记错' },
    ]
    const { steps, lastCheck } = one(register({ P1: events }), 'P1')
    expect(steps.at(-1)).toMatchObject({ step: { id: 'own-1', name: { zh: '印章使用' } }, dueOn: 20270101 })
    expect(steps.find(({ step: { id } }) => id === 'review')?.state).toBe('never')
    expect(lastCheck).toBe(20261001)
    const ended: KeySeatEvent = { ...stamp, seq: 5, on: 20261103, kind: 'step-ended', event: 1, reason: '并入' }
    expect(one(register({ P1: [...events, ended] }), 'P1').steps).toHaveLength(4)
  })

  test('events of supervision count for the holder since he came, and for the unit; they cover no step', () => {
    const seats = register(
      {},
      event({ event_id: 'E1', cadre_id: 'C1', unit_id: 'U1', on: '2019-01-01' }),
      event({ event_id: 'E2', cadre_id: 'C1', unit_id: 'U1', on: '2026-02-01', severity: 'minor' }),
      event({ event_id: 'E3', unit_id: 'U1', on: '2026-03' }),
    )
    expect(one(seats, 'P1').events.map(({ eventId, about }) => [eventId, about])).toEqual([
      ['E3', 'unit'],
      ['E2', 'cadre'],
    ])
    expect(one(seats, 'P1')).toMatchObject({ lastCheck: 20260300, checksDue: 4 })
    expect(one(seats, 'P4').events.map(({ eventId }) => eventId)).toEqual(['E3'])
  })
})

test('the result table has a row for each seat and holder, what is not known left empty', () => {
  const { name, columns, rows: table } = keySeatTable(register())
  expect(name).toBe('key-seats')
  const [first, second] = table.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])))
  expect(first).toEqual({
    position_id: 'P1',
    power: null,
    fund: true,
    resource: null,
    touchpoints: 'fund-allocation',
    cadre_id: 'C1',
    since: '2020-05-01',
    rotation_due: '2025-05-01',
    state: 'overdue',
    norms: 'application;review;allotment;follow-up',
    last_check: null,
    checks_due: 4,
  })
  expect(second).toMatchObject({
    position_id: 'P2',
    power: null,
    touchpoints: null,
    cadre_id: null,
    state: 'not-judged',
  })
})
