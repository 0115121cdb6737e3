import { expect, test } from 'vitest'
import type { RowVersion } from '#records/queries/index.ts'
import { arrivalsOf } from './present-history.ts'
import { changedFields, changesOf } from './record-changes.ts'

const tenure = (since: string, until: string | null, facts: Record<string, unknown>): RowVersion => ({
  table: 'tenures',
  facts: { tenure_id: 'T1', cadre_id: 'C1', from: '2019-06', to: null, ...facts },
  since,
  until,
})
const [first, second, third] = [
  '2026-11-20T01:00:00.000123Z',
  '2026-11-20T02:00:00.000456Z',
  '2026-11-23T01:00:00.000000Z',
] as const

test('a version that begins as another ends is a change of it; a row can go and come back', () => {
  const changes = changesOf([
    tenure(third, null, { title_text: '局长' }),
    tenure(first, second, { title_text: '副局长' }),
  ])
  expect(changes.map(({ at, was, became }) => [at, was !== undefined, became !== undefined])).toEqual([
    [third, false, true],
    [second, true, false],
    [first, false, true],
  ])
  const [corrected] = changesOf([
    tenure(first, second, { title_text: '副局长' }),
    tenure(second, null, { title_text: '局长' }),
  ])
  expect(corrected && changedFields(corrected)).toEqual(['title_text'])
})

test('what is known lasts to the end of the day in the office, or to the moment before the next arrival', () => {
  const arrivals = arrivalsOf(
    changesOf([
      tenure(first, second, { title_text: '副局长' }),
      tenure(second, null, { title_text: '局长' }),
      { table: 'honours', facts: { cadre_id: 'C1', title: '嘉奖', on: '2020-01' }, since: third, until: null },
    ]),
  )
  expect(arrivals.map(({ until, isWholeDay }) => [until, isWholeDay])).toEqual([
    ['2026-11-20T02:00:00.000Z', false],
    ['2026-11-20T15:59:59.999Z', true],
    ['2026-11-23T15:59:59.999Z', true],
  ])
})
