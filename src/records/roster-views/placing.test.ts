import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moved } from './order.ts'
import { inHandOrder, keptOrder } from './placing.ts'

const person = (cadreId: string, ...unitPath: string[]) => ({ cadreId, unitPath })
const people = [person('a', 'U'), person('b', 'U'), person('c', 'U', 'U1'), person('d', 'U', 'U2'), person('e')]
const ids = (units: Record<string, string[]>, within: Record<string, string[]>) =>
  inHandOrder(people, { units: new Map(Object.entries(units)), people: new Map(Object.entries(within)) })
    .map(({ cadreId }) => cadreId)
    .join('')

describe('the order kept by hand', () => {
  it('is the customary one where nobody touched it', () => expect(ids({}, {})).toBe('abcde'))
  it('moves a unit with its people, and people within their unit', () => {
    expect(ids({ U: ['U2', 'U1'] }, {})).toBe('abdce')
    expect(ids({}, { U: ['b', 'a'] })).toBe('bacde')
  })
  it('lets newcomers fall in behind the one that custom puts before them', () => {
    expect(keptOrder(['a', 'b', 'c', 'd'], ['c', 'a', 'gone'])).toEqual(['c', 'd', 'a', 'b'])
    expect(keptOrder(['new', 'a', 'b'], ['b', 'a'])).toEqual(['new', 'b', 'a'])
  })
  it('keeps everybody once, whatever was kept', () => {
    const some = fc.uniqueArray(fc.constantFrom(...'abcdefgh'))
    fc.assert(
      fc.property(some, some, (customary, kept) => {
        const order = keptOrder(customary, kept)
        expect([...order].sort()).toEqual([...customary].sort())
        expect(order.filter((id) => kept.includes(id))).toEqual(kept.filter((id) => customary.includes(id)))
      }),
    )
  })
})

describe('moving', () => {
  it('puts several together where they are wanted', () => {
    expect(moved(['a', 'b', 'c', 'd'], ['d', 'a'], { before: 'c' }, 'people')).toEqual(['b', 'd', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], ['a'], { after: 'c' }, 'people')).toEqual(['b', 'c', 'a'])
    expect(moved(['a', 'b', 'c'], ['c'], { to: 'first' }, 'people')).toEqual(['c', 'a', 'b'])
  })
  it('refuses a place that is not there', () => {
    expect(() => moved(['a', 'b'], ['a'], { before: 'z' }, 'people')).toThrowError(/not/)
  })
})
