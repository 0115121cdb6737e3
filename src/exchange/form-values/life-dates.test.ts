import { expect, test } from 'vitest'
import { lifeFaults, withoutFaults } from './life-dates.ts'

const today = '2026-11-23'
const said = (cadre: Readonly<Record<string, string>>): string[] =>
  lifeFaults(cadre, today).map(({ field, reason, isImpossible }) => `${field} ${reason.zh} ${isImpossible}`)

test.each<[Readonly<Record<string, string>>, readonly string[]]>([
  [{ born_on: '1979-08', work_started_on: '1995-08', party_joined_on: '2026-11' }, []],
  [{ born_on: '2099-01', work_started_on: '2001-07' }, ['born_on 在今天以后 true']],
  [{ born_on: '1899-12' }, ['born_on 在 1900 年以前 true']],
  [{ born_on: '1979-08', work_started_on: '1979-07' }, ['work_started_on 早于出生年月 true']],
  [{ born_on: '1979-08-20', party_joined_on: '1979-08' }, []],
  [{ born_on: '1979-08', work_started_on: '1995-07' }, ['work_started_on 离出生不满 16 年 false']],
  [
    { party_joined_on: '2026-11-24', work_started_on: '2026-12' },
    ['work_started_on 在今天以后 true', 'party_joined_on 在今天以后 true'],
  ],
])('%o', (cadre, faults) => {
  expect(said(cadre)).toEqual(faults)
})

test('only what cannot be is left out', () => {
  const cadre = { name: '林望舒', born_on: '1979-08', work_started_on: '1990-07', party_joined_on: '1969-01' }
  expect(withoutFaults(cadre, lifeFaults(cadre, today))).toEqual({
    ...{ name: '林望舒', born_on: '1979-08', work_started_on: '1990-07' },
  })
})
