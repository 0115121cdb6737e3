import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countIn, countOfBoth, joint, orderOf, setOf, sliceOf } from './place-set.ts'

const places = fc.uniqueArray(fc.nat(199))

it('joins, counts and cuts as plain sets do', () => {
  fc.assert(
    fc.property(places, places, fc.nat(20), fc.integer({ min: 1, max: 20 }), (a, b, offset, limit) => {
      const [first, second] = [setOf(Uint32Array.from(a), 200), setOf(Uint32Array.from(b), 200)]
      const both = a.filter((place) => b.includes(place))
      const set = joint([first, second])
      expect(set && countIn(set)).toBe(both.length)
      expect(countOfBoth(first, second)).toBe(both.length)
      const order = orderOf(
        Uint32Array.from({ length: 200 }, (_, at) => 199 - at),
        200,
      )
      const wanted = both.sort((x, y) => y - x).slice(offset, offset + limit)
      expect(sliceOf(order, set, both.length, offset, limit)).toEqual(wanted)
    }),
  )
})

it('takes no set for everybody', () => {
  expect(joint([])).toBeUndefined()
  expect(sliceOf(orderOf(Uint32Array.of(3, 1, 2), 4), undefined, 3, 1, 2)).toEqual([1, 2])
})
