import { expect, test } from 'vitest'
import { retirementCalendar } from './retirement.ts'
import { loadRuleBook } from './rule-book.ts'

const retirement = retirementCalendar(loadRuleBook(), 20261122)
const monthOf = (bornOn: number, sex: string, worker = false) => retirement?.({ bornOn, sex, worker })

/** Rows of the published tables: month of birth, month of retirement. */
test.each([
  ['male', false, 19641200, 20241200],
  ['male', false, 19650100, 20250200],
  ['male', false, 19650400, 20250500],
  ['male', false, 19650500, 20250700],
  ['male', false, 19760800, 20390700],
  ['male', false, 19760900, 20390900],
  ['male', false, 19900115, 20530100],
  ['female', false, 19691200, 20241200],
  ['female', false, 19700100, 20250200],
  ['female', false, 19810900, 20390900],
  ['female', true, 19741200, 20241200],
  ['female', true, 19750100, 20250200],
  ['female', true, 19750300, 20250500],
  ['female', true, 19841000, 20390900],
  ['female', true, 19841100, 20391100],
])('%s, worker %s, born %d retires in %d', (sex, worker, bornOn, month) => {
  expect(monthOf(bornOn, sex, worker)).toEqual({ month })
})

test('is unknown where birth or sex is', () => {
  expect(retirement?.({ bornOn: undefined, sex: 'male' })).toEqual({ missing: ['cadres.born_on'] })
  expect(retirement?.({ bornOn: 19700100, sex: undefined })).toEqual({ missing: ['cadres.sex'] })
  expect(retirement?.({ bornOn: undefined, sex: undefined })).toEqual({ missing: ['cadres.born_on', 'cadres.sex'] })
})
