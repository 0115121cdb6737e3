import { expect, test } from 'vitest'
import type { LockShape, SlateRequestShape } from '#server/contract/index.ts'
import { freeName, nextName, withLock, withoutLock } from './relock.ts'

const request = (...locks: LockShape[]): SlateRequestShape => ({
  vacancies: ['P1'],
  verdicts: ['met'],
  chainMost: 3,
  exchanges: true,
  moveCost: 0.05,
  fill: { force: 'goal', price: 0.5 },
  rotation: { force: 'off', price: 0 },
  structure: { force: 'off', price: 0, floors: [] },
  reserve: { force: 'off', value: 0 },
  grassroots: { force: 'off', value: 0, years: 2 },
  locks,
})

const must: LockShape = { kind: 'must', cadreId: 'C1', positionId: 'P1' }
const mustNot: LockShape = { kind: 'must-not', cadreId: 'C1', positionId: 'P1' }
const keep: LockShape = { kind: 'keep', cadreId: 'C1' }

test('a later wish about the same person takes the place of the earlier', () => {
  expect(withLock(request(must), mustNot).locks).toEqual([mustNot])
  expect(withLock(request(must), keep).locks).toEqual([keep])
})

test('wishes that can hold together are all kept', () => {
  const elsewhere: LockShape = { kind: 'must-not', cadreId: 'C1', positionId: 'P2' }
  const empty: LockShape = { kind: 'leave-empty', positionId: 'P2' }
  expect(withLock(request(must, empty), elsewhere).locks).toEqual([must, empty, elsewhere])
})

test('a lock is taken back by its place', () => {
  expect(withoutLock(request(must, keep), 0).locks).toEqual([keep])
})

test('a name that is taken is counted up until it is free', () => {
  expect(freeName('调整', [])).toBe('调整')
  expect(freeName('调整', ['调整', '调整（2）'])).toBe('调整（3）')
})

test('the next search is numbered, within the longest name', () => {
  expect(nextName('年末调整')).toBe('年末调整（2）')
  expect(nextName('年末调整（9）')).toBe('年末调整（10）')
  expect(nextName('长'.repeat(60))).toHaveLength(60)
})
