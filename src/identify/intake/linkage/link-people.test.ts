import { describe, expect, test } from 'vitest'
import { linkPeople } from './link-people.ts'
import { compareListings, type PersonListing } from './person-comparison.ts'

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红']

/** A town of people who are all different, drawn from common names. */
function town(size: number): PersonListing[] {
  let state = 7
  const draw = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return Array.from({ length: size }, (_, at) => {
    const year = 1962 + draw(40)
    const name = `${surnames[draw(20)]}${given[draw(27)]}${draw(2) ? given[draw(27)] : ''}`
    return {
      id: `C${String(at).padStart(5, '0')}`,
      name,
      reading: undefined,
      bornOn: year * 10000 + (1 + draw(12)) * 100 + (draw(4) === 0 ? 0 : 1 + draw(28)),
      sex: draw(3) ? 'male' : 'female',
      nativePlace: ['桐源县', '棠渚县', '澜陵区', '云川市'][draw(4)],
      workStartedOn: (year + 19 + draw(6)) * 10000 + (1 + draw(12)) * 100,
      units: [`U${draw(60)}`, `U${draw(60)}`],
      citizenId: undefined,
    }
  })
}

const people = town(1_500)
const [first] = people
if (!first) throw new Error('an empty town')
const pairOf = (id: string) => [first.id, id].sort()

describe('one list', () => {
  test('a town without duplicates shows hardly any, and none as sure', () => {
    const { sure, review } = linkPeople(people)
    expect(sure).toEqual([])
    expect(review.length).toBeLessThanOrEqual(3)
  })

  test('somebody entered twice is found, with a slip in the birth date', () => {
    const twice = { ...first, id: 'X1', bornOn: (first.bornOn ?? 0) + 100, units: first.units.slice(0, 1) }
    const { sure, review } = linkPeople([...people, twice])
    const found = [...sure, ...review].find(({ left, right }) => left === pairOf('X1')[0] && right === pairOf('X1')[1])
    expect(found?.probability).toBeGreaterThan(0.5)
    expect(found?.parts.find(({ comparison }) => comparison === 'born')?.level).toBe('close')
  })

  test('the parts sum to the log-odds', () => {
    const { review, sure } = linkPeople([...people, { ...first, id: 'X2' }])
    for (const { probability, priorBits, parts } of [...sure, ...review]) {
      const bits = parts.reduce((sum, part) => sum + part.bits, priorBits)
      expect(Math.log2(probability / (1 - probability))).toBeCloseTo(bits, 3)
    }
  })

  test('the order of the list does not matter', () => {
    const list = [...people.slice(0, 300), { ...first, id: 'X3' }]
    expect(linkPeople([...list].reverse())).toEqual(linkPeople(list))
  })
})

test('two lists: most of a roster with slips is linked, and strangers are not', () => {
  const roster = people.slice(0, 200).map((person, at) => ({
    ...person,
    id: `R${at}`,
    bornOn: at % 5 === 0 && person.bornOn !== undefined ? Math.floor(person.bornOn / 100) * 100 : person.bornOn,
    nativePlace: at % 7 === 0 ? undefined : person.nativePlace,
  }))
  const strangers = town(1_700)
    .slice(1_500)
    .map((person, at) => ({ ...person, id: `S${at}` }))
  const { sure, falseMatchRate } = linkPeople(people, [...roster, ...strangers])
  const right = sure.filter(({ left, right: other }) => people[Number(other.slice(1))]?.id === left && other[0] === 'R')
  expect(right.length).toBeGreaterThan(180)
  expect(sure.length - right.length).toBeLessThanOrEqual(2)
  expect(falseMatchRate).toBeLessThan(0.05)
})

test('names are compared by character and reading, and what is not known stays open', () => {
  const one = { ...first, name: '陆承川', reading: 'luchengchuan' }
  const level = (name: string, reading?: string) => compareListings(one, { ...one, name, reading })[0]
  expect(level('陆承川')).toBe(0)
  expect(level('陆成川', 'luchengchuan')).toBe(1)
  expect(level('陆永川', 'luyongchuan')).toBe(2)
  expect(level('陆川', 'luchuan')).toBe(2)
  expect(level('周明', 'zhouming')).toBe(3)
  expect(compareListings(one, { ...one, bornOn: undefined })[1]).toBe(-1)
})
