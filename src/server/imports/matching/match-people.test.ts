import { expect, test } from 'vitest'
import type { PersonListing } from '#identify/index.ts'
import { matchPeople } from './match-people.ts'

const person = (id: string, name: string, more: Partial<PersonListing> = {}): PersonListing => ({
  id,
  name,
  reading: undefined,
  bornOn: 19750300,
  sex: 'male',
  nativePlace: '东澜云川',
  workStartedOn: 19960700,
  units: [],
  citizenId: undefined,
  ...more,
})

const number = '110105197503120018'
const others = ['何立', '罗秋', '唐远', '冯洁', '程海', '彭岚'].map((name, at) =>
  person(`X${at}`, name, {
    bornOn: 19600100 + at * 20000,
    workStartedOn: 19820100 + at * 20000,
    sex: at % 2 ? 'male' : 'female',
  }),
)
const outcomes = (arriving: PersonListing[], standing: PersonListing[]) =>
  matchPeople(arriving, [...others, ...standing]).map(({ outcome, candidates, notes }) => [
    outcome,
    candidates.map(({ id, number: other }) => id ?? other),
    ...notes.map(({ zh }) => zh),
  ])

test('a number of identity settles it, whatever else is written', () => {
  const known = person('C1', '陆承川', { citizenId: number })
  expect(outcomes([person('1', '陆承川', { citizenId: number, bornOn: undefined })], [known])).toEqual([
    ['known', ['C1']],
  ])
})

test('the same number under another name and birth is nobody surely', () => {
  const known = person('C1', '陆承川', { citizenId: number })
  expect(outcomes([person('1', '周敏', { citizenId: number, bornOn: 19900100 })], [known])).toEqual([
    ['possible', ['C1'], '身份号码相同，而姓名和出生年月都不同：其中一处号码有误'],
  ])
})

test('another number under the same name and birth is said, and left to people', () => {
  const known = person('C1', '陆承川', { citizenId: number })
  expect(outcomes([person('1', '陆承川', { citizenId: '110105197503310015' })], [known])).toEqual([
    ['possible', ['C1'], '姓名、出生年月相同，而身份号码不同：核对号码'],
  ])
})

test('name, birth and two more facts are enough; a name alone never is', () => {
  const known = person('C1', '陆承川')
  expect(outcomes([person('1', '陆承川', { bornOn: 19750312 })], [known])).toEqual([['known', ['C1']]])
  const bare = { bornOn: undefined, sex: undefined, nativePlace: undefined, workStartedOn: undefined }
  expect(outcomes([person('1', '陆承川', bare)], [known])).toEqual([['possible', ['C1']]])
})

test('a sheet without births knows its people by the unit they serve in', () => {
  const bare = { bornOn: undefined, sex: undefined, nativePlace: undefined, workStartedOn: undefined, units: ['U2'] }
  const known = person('C1', '陆承川', { units: ['U1', 'U2'] })
  expect(outcomes([person('1', '陆承川', bare)], [known])).toEqual([['known', ['C1']]])
  const namesake = person('C2', '陆承川', { bornOn: 19900100, units: ['U2'] })
  expect(outcomes([person('1', '陆承川', bare)], [known, namesake])).toEqual([['possible', ['C1', 'C2']]])
})

test('a namesake born at another time is another person, and named', () => {
  expect(
    outcomes([person('1', '陆承川', { bornOn: 19900500, workStartedOn: 20120700 })], [person('C1', '陆承川')]),
  ).toEqual([['new', [], '同名而出生年月不同，是另一人：陆承川（C1）']])
})

test('another sex or native place keeps a match from being sure', () => {
  expect(outcomes([person('1', '陆承川', { sex: 'female' })], [person('C1', '陆承川')])).toEqual([['possible', ['C1']]])
})

test('two files of one person are recognised, two of one name are not thrown together', () => {
  expect(
    outcomes(
      [
        person('1', '郑望'),
        person('2', '郑望', { workStartedOn: undefined }),
        person('3', '郑望', { bornOn: 19880100 }),
      ],
      [],
    ),
  ).toEqual([
    ['new', []],
    ['known', [1]],
    ['new', [], '同名而出生年月不同，是另一人：郑望（#1）'],
  ])
})

test('somebody without a name is like nobody', () => {
  const nameless = { bornOn: undefined, workStartedOn: undefined }
  expect(outcomes([person('1', '', nameless), person('2', '', nameless)], [])).toEqual([
    ['new', []],
    ['new', []],
  ])
})
