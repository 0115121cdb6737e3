import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyRecords } from '../fixtures.ts'
import type { Records } from '../records.ts'
import { assignCareDuty, careDutyOf, readCareDuties } from './duty-roll.ts'

let records: Records
beforeAll(async () => {
  records = await emptyRecords()
})
afterAll(() => records.close())

it('holds the last entry of each account, and keeps the earlier ones', async () => {
  const { database } = records
  expect(await careDutyOf(database, 'officer')).toBeUndefined()
  await assignCareDuty(records, { account: 'officer', onDuty: true, unitIds: ['U1'], reason: '分管' }, 'head')
  expect(await careDutyOf(database, 'officer')).toMatchObject({ unitIds: ['U1'], recordedBy: 'head' })
  await assignCareDuty(records, { account: 'officer', onDuty: false, reason: '轮岗' }, 'head')
  expect(await careDutyOf(database, 'officer')).toBeUndefined()
  expect((await readCareDuties(database)).map(({ onDuty, reason }) => [onDuty, reason])).toEqual([
    [false, '轮岗'],
    [true, '分管'],
  ])
})
