import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ProblemError } from '#domain/problem.ts'
import { clerk, county, emptyRecords, sourceOf } from './fixtures.ts'
import type { Records } from './index.ts'

let records: Records
beforeAll(async () => {
  records = await emptyRecords()
  await records.importTables(sourceOf(county), clerk)
})
afterAll(() => records?.close())

type Tenure = { position_id?: string; from: string; to?: string; kind: string }

const add = (tenure: Tenure) =>
  records.importTables(sourceOf({ tenures: [{ tenure_id: 'NEW', cadre_id: 'C2', ...tenure }] }), clerk)
beforeEach(() =>
  records.commit({ actor: 'test', action: 'clear' }, (tx) =>
    tx.deleteFrom('tenures').where('tenure_id', '=', 'NEW').execute(),
  ),
)

async function refusal(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (reason) => reason,
  )
  expect(error).toBeInstanceOf(ProblemError)
  const [problem] = (error as ProblemError).problems
  return { code: problem?.code, zh: problem?.message.zh }
}

test('two people appointed to one seat at the same time are refused', async () => {
  expect(await refusal(add({ position_id: 'P1', from: '2018-01', to: '2018-12', kind: 'appointed' }))).toEqual({
    code: 'seat-held-twice',
    zh: 'tenures：同一岗位在同一时段有两人任职（position_id, held = P1, [2018-01-31,2018-12-01)；position_id, held = P1, [2015-03-31,2019-06-01)）。',
  })
})

test.each(['seconded', 'concurrent', 'acting'])('a %s tenure may overlap the appointed one', async (kind) => {
  await add({ position_id: 'P1', from: '2018-01', to: '2018-12', kind })
})

test('consecutive tenures may share the month, or meet on the day', async () => {
  await add({ position_id: 'P1', from: '2014-01', to: '2015-03', kind: 'appointed' })
  await add({ position_id: 'P1', from: '2014-01', to: '2015-03-01', kind: 'appointed' })
})

test('a tenure outside the life of its seat is refused, whatever its kind', async () => {
  const outside = {
    code: 'outside-seat-life',
    zh: 'tenures：任职时间超出岗位的存续期（position_id, occupied = P1, [2008-01-31,2010-01-01)）。',
  }
  expect(await refusal(add({ position_id: 'P1', from: '2008-01', to: '2010-01', kind: 'acting' }))).toEqual(outside)
  expect((await refusal(add({ position_id: 'P1', from: '2024-11', kind: 'acting' }))).code).toBe('outside-seat-life')
})

test('a tenure may begin in the month in which the seat opens and end in the month in which it closes', async () => {
  await add({ position_id: 'P1', from: '2010-01', to: '2010-02', kind: 'appointed' })
  await add({ position_id: 'P1', from: '2024-11', to: '2024-12-31', kind: 'acting' })
})

test('a seat cannot be closed over the tenures in it', async () => {
  const [seat] = county.positions
  const work = records.importTables(sourceOf({ positions: [{ ...seat, open_to: '2020-01' }] }), clerk)
  expect(await refusal(work)).toEqual({
    code: 'still-referred-to',
    zh: 'position_id, life = P1, [2010-01-01,2024-12-31) 仍被表 tenures 引用，不能删除、改号或缩短。',
  })
})

test('a seat and its tenures may be shortened together', async () => {
  const [seat] = county.positions
  const [, second] = county.tenures
  await records.importTables(
    sourceOf({ positions: [{ ...seat, open_to: '2022-01' }], tenures: [{ ...second, to: '2022-01' }] }),
    clerk,
  )
  await records.importTables(sourceOf(county), clerk)
})

test('a reference to nobody is refused, with its key', async () => {
  const work = records.importTables(
    sourceOf({ evaluations: [{ cadre_id: 'C9', year: '2024', result: 'competent' }] }),
    clerk,
  )
  expect(await refusal(work)).toEqual({
    code: 'dangling-reference',
    zh: 'evaluations：cadre_id = C9 在所指的表 cadres 中不存在。',
  })
})

test.each([
  ['2023-02-29', 'value-refused'],
  ['2023-13', 'value-refused'],
  ['2023', 'value-refused'],
  ['1849-12', 'value-refused'],
])('%s is no date', async (from, code) => {
  expect((await refusal(add({ from, kind: 'study' }))).code).toBe(code)
})

test('a tenure that certainly ends before it begins is refused', async () => {
  expect((await refusal(add({ from: '2020-03', to: '2020-02-28', kind: 'study' }))).code).toBe('value-refused')
  await add({ from: '2020-03', to: '2020-03-01', kind: 'study' })
})

test('the same ballot twice in one import is refused', async () => {
  const [rating] = county.ratings
  const twice = { ...rating, rater_id: 'R7' }
  expect(await refusal(records.importTables(sourceOf({ ratings: [twice, twice] }), clerk))).toEqual({
    code: 'duplicate-key',
    zh: 'ratings：同一条记录出现两次（survey_id, on, channel, cadre_id, rater_id, item）。',
  })
})
