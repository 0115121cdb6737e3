import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textAt } from '#domain/columns.ts'
import type { KeySeatAct, SeatJudgement } from '#domain/key-seat.ts'
import { clerk, county, emptyRecords, sourceOf } from '../fixtures.ts'
import { type Records, recordKeySeatEvent } from '../index.ts'
import { readKeySeatEvents } from '../queries/index.ts'

let records: Records
beforeAll(async () => {
  records = await emptyRecords()
  const { units, positions } = county
  await records.importTables(sourceOf({ units, positions }), clerk)
})
afterAll(() => records?.close())

const by = { by: 'officer', byName: '林晓舟', on: 20261120 }
const record = (version: number, act: KeySeatAct, positionId = 'P1') =>
  recordKeySeatEvent(records, { positionId, version, act }, by)
const events = async () => (await readKeySeatEvents(records.database, 'P1')).get('P1') ?? []

const flags = async () => {
  const { positions } = (await records.readSnapshot(20261231)).tables
  const row = Array.from({ length: positions.length }, (_, at) => at).find(
    (at) => textAt(positions.columns.position_id, at) === 'P1',
  )
  const { key_power, key_fund, key_resource, touchpoints } = positions.columns
  const at = row ?? -1
  return [key_power.values[at], key_fund.values[at], key_resource.values[at], textAt(touchpoints, at)]
}

const judged: SeatJudgement = { power: true, fund: true, resource: false, touchpoints: ['fund-allocation', 'works'] }
const judge = (judgement: SeatJudgement): KeySeatAct => ({ kind: 'judged', judgement, reason: '按分工核定' })

describe('the record of a key seat', () => {
  it('writes a judgement into the seat, keeps who and why, and puts back what stood before', async () => {
    const before = await flags()
    expect(await record(0, judge(judged))).toBe(1)
    expect((await flags())[3]).toBe('fund-allocation;works')
    expect(await events()).toMatchObject([
      { seq: 1, kind: 'judged', byName: '林晓舟', on: 20261120, reason: '按分工核定' },
    ])
    await record(1, { kind: 'judgement-undone', event: 1, reason: '核错岗位' })
    expect(await flags()).toEqual(before)
    await expect(record(2, { kind: 'judgement-undone', event: 1, reason: '再撤' })).rejects.toThrow()
    const audit = await records.database.selectFrom('audit').select(['action', 'subject']).execute()
    expect(audit).toContainEqual({ action: 'key-seat.judged', subject: 'P1' })
  })

  it('refuses what is made on an old version, says nothing new, or names no seat', async () => {
    await expect(record(0, judge(judged))).rejects.toMatchObject({
      problems: [
        { code: 'key-seat-changed', message: { zh: '打开本页以后，林晓舟已记录了这个岗位的情况，这次没有写入。' } },
      ],
    })
    await record(2, judge(judged))
    await expect(record(3, judge(judged))).rejects.toMatchObject({ problems: [{ code: 'key-seat-same' }] })
    await expect(record(0, judge(judged), 'P9')).rejects.toMatchObject({ problems: [{ code: 'key-seat-unknown' }] })
    expect(await events()).toHaveLength(3)
  })

  it('takes back the last judgement only', async () => {
    await record(3, judge({ ...judged, touchpoints: [] }))
    await expect(record(4, { kind: 'judgement-undone', event: 3, reason: '撤销' })).rejects.toMatchObject({
      problems: [{ code: 'key-seat-edited' }],
    })
    await record(4, { kind: 'judgement-undone', event: 4, reason: '撤销' })
    expect((await flags())[3]).toBe('fund-allocation;works')
    await record(5, { kind: 'judgement-undone', event: 3, reason: '撤销' })
  })

  it('takes back checks and steps by their kind alone', async () => {
    const check = { step: 'review', checker: '财政监督科', outcome: 'not-kept', note: '', evidence: '' } as const
    await record(6, { kind: 'checked', ...check })
    await expect(record(7, { kind: 'step-ended', event: 7, reason: '错' })).rejects.toMatchObject({
      problems: [{ code: 'key-seat-no-such-event' }],
    })
    await record(7, { kind: 'check-withdrawn', event: 7, reason: '记错岗位' })
    expect((await events()).at(-1)).toMatchObject({ seq: 8, kind: 'check-withdrawn', event: 7 })
  })

  it('only grows', async () => {
    await expect(
      records.commit({ actor: 'officer', action: 'test', detail: {} }, (tx) =>
        sql`delete from key_seat_event`.execute(tx),
      ),
    ).rejects.toThrow()
  })
})
