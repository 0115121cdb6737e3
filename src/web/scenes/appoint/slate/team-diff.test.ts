import { expect, test } from 'vitest'
import type { Person, TeamChange } from './shapes.ts'
import { ageMarks, ageScale, byConcern, dotsOf, isShort, isTouched, teamDiff } from './team-diff.ts'

const person = (name: string, age: number | null): Person => ({ cadreId: name, name, age })
const women = (count: number, least: number | null) => ({
  kind: 'woman' as const,
  with: null,
  label: { zh: '女干部', en: 'Women' },
  count,
  unknown: 0,
  least,
})

const team = (
  unitId: string,
  before: Person[],
  after: Person[],
  women_: [number, number, number | null],
): TeamChange => ({
  unitId,
  unitName: unitId,
  before: { members: before, empty: 1, counts: [women(women_[0], women_[2])] },
  after: { members: after, empty: 0, counts: [women(women_[1], women_[2])] },
})

const changed = team('甲', [person('a', 50), person('b', 45)], [person('a', 50), person('c', 40)], [1, 0, 1])
const untouched = team('乙', [person('d', 50)], [person('d', 50)], [0, 0, 1])
const filled = team('丙', [], [person('e', null)], [0, 1, 1])

test('who stays, leaves and comes', () => {
  const diff = teamDiff(changed)
  expect([diff.staying, diff.leaving, diff.coming].map((people) => people.map(({ name }) => name))).toEqual([
    ['a'],
    ['b'],
    ['c'],
  ])
  expect(diff.counts).toMatchObject([{ before: 1, after: 0, least: 1 }])
})

test('a team short of its goal stands first; one that nobody enters or leaves is not touched', () => {
  const diffs = [filled, untouched, changed].map(teamDiff)
  expect(
    diffs
      .filter(isTouched)
      .toSorted(byConcern)
      .map(({ unitId }) => unitId),
  ).toEqual(['甲', '丙'])
  expect(diffs.filter(isShort).map(({ unitId }) => unitId)).toEqual(['乙', '甲'])
})

test('people of one age stand on one another, and an unknown age is not drawn', () => {
  const people = [person('a', 50), person('b', 50), person('c', null)].map((each) => ({
    person: each,
    kind: 'staying' as const,
  }))
  const dots = dotsOf(people, { from: 40, to: 60 })
  expect(dots.map(({ left, above }) => [left, above])).toEqual([
    [50, 0],
    [50, 1],
  ])
})

test('the age line holds every age with room at both ends', () => {
  const scale = ageScale([teamDiff(changed)])
  expect(scale).toEqual({ from: 35, to: 55 })
  expect(ageMarks(scale)).toEqual([40, 50])
  expect(ageScale([])).toEqual({ from: 30, to: 60 })
})
