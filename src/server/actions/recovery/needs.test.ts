import { expect, test } from 'vitest'
import { judgeNeeds, judgeRotation } from './needs.ts'

test('needs: what the truth leaves open counts neither way', () => {
  const truth = (cadre_id: string, need: string, look_alike: string, manner = '') => ({
    cadre_id,
    need,
    manner,
    look_alike,
  })
  const listed = (cadre_id: string, need: string, kind = 'experience') => ({ cadre_id, need, kind })
  const found = judgeNeeds(
    [listed('a', 'narrow'), listed('c', 'narrow'), listed('d', 'narrow'), listed('e', 'hours', 'training')],
    [
      truth('a', 'narrow', 'false'),
      truth('b', 'narrow', 'false'),
      truth('c', 'narrow', ''),
      truth('d', 'narrow', 'true', 'lent'),
    ],
  )
  expect(found).toEqual({
    recall: { narrow: { planted: 2, found: 1 } },
    precision: { narrow: { raised: 2, right: 1 } },
    lookAlikes: { 'narrow lent': { planted: 1, found: 1 } },
  })
})

test('rotation: judged by person, seat and rule, dated by the month', () => {
  const duty = (cadre_id: string, due_on: string, rule = 'KEY') => ({ cadre_id, position_id: 'p', rule, due_on })
  expect(
    judgeRotation(
      [duty('a', '2027-03'), duty('b', '2027-05-02'), duty('c', '2027-01-01'), duty('c', '2027-01-01', 'TERM')],
      [duty('a', '2027-03-14'), duty('b', '2027-04-02'), duty('d', '2028-01-01')],
    ),
  ).toEqual({
    recall: { planted: 3, found: 2 },
    precision: { raised: 3, right: 2 },
    dated: { raised: 2, right: 1 },
  })
})
