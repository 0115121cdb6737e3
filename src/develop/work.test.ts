import { expect, test } from 'vitest'
import { snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { loadRuleBook } from '#policy/index.ts'
import { developmentWork } from './work.ts'

test('what the record leaves open is no need, and is said to be unknown', async () => {
  const snapshot = snapshotFrom(20261122, [
    ['units', { unit_id: 'U1', name: '市财政局', kind: 'department', level: 'prefecture' }],
    ['cadres', { cadre_id: 'C1', name: '张某', born_on: '1993-05', authority_unit_id: 'U1' }],
    [
      'tenures',
      {
        tenure_id: 'T1',
        cadre_id: 'C1',
        unit_text: '市财政局',
        post_level: 'none',
        from: '2015-07',
        kind: 'appointed',
      },
    ],
  ])
  const { needs, open } = await developmentWork({ snapshot, book: loadRuleBook(), estimates: [], rotation: [] })
  expect(needs.filter(({ kind }) => kind === 'experience')).toEqual([])
  expect(open).toMatchObject(
    ['grassroots', 'hardship'].map((need) => ({ cadreId: 'C1', need, finding: { verdict: 'unknown' } })),
  )
})
