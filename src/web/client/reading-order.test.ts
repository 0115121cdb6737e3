import { expect, test } from 'vitest'
import { neighboursIn, pagesBeside, type ReadPage } from './reading-order.ts'

/** A page of a list of 250 people, each named by the place. */
const page = (number: number, total = 250): ReadPage => ({
  offset: number * 100,
  total,
  rows: Array.from({ length: Math.min(100, total - number * 100) }, (_, at) => {
    const place = number * 100 + at
    return { cadreId: `C${place}`, name: `第${place}人` }
  }),
})

const person = (place: number) => ({ cadreId: `C${place}`, name: `第${place}人` })

test('somebody within a page needs no other page; at its edge the page beside it is read', () => {
  const read = [page(0), page(1)]
  expect(pagesBeside(read, 'C0')).toEqual([0])
  expect(pagesBeside(read, 'C98')).toEqual([0])
  expect(pagesBeside(read, 'C99')).toEqual([0, 1])
  expect(pagesBeside(read, 'C100')).toEqual([0, 1])
  expect(pagesBeside(read, 'C199')).toEqual([1, 2])
  expect(pagesBeside([page(2)], 'C249')).toEqual([2])
  expect(pagesBeside(read, 'C249')).toEqual([])
})

test('those beside somebody are those at the places beside, across the pages', () => {
  expect(neighboursIn([page(0)], 'C0')).toEqual({ after: person(1) })
  expect(neighboursIn([page(0), page(1)], 'C99')).toEqual({ before: person(98), after: person(100) })
  expect(neighboursIn([page(2)], 'C249')).toEqual({ before: person(248) })
  expect(neighboursIn([page(0, 1)], 'C0')).toEqual({})
})

test('where the page between has not come, nobody of a page further on stands beside', () => {
  expect(neighboursIn([page(0), page(2)], 'C99')).toEqual({ before: person(98) })
  expect(neighboursIn([page(0), page(2)], 'C200')).toEqual({ after: person(201) })
})

test('a person whom the list does not hold has nobody beside', () => {
  expect(neighboursIn([page(0)], 'C100')).toEqual({})
  expect(neighboursIn([], 'C0')).toEqual({})
})
