import { expect, test } from 'vitest'
import type { Answering } from './answering.ts'
import type { Scheme } from './settings.ts'
import { crediting, sharesIn, yearsBehind } from './shares.ts'

const duties: Scheme = { id: 'duties', principal: 0.4, inCharge: 2, documents: true }
const equal: Scheme = { id: 'equal', principal: undefined, inCharge: 1, documents: true }
const bySeat: Scheme = { id: 'role', principal: 0.4, inCharge: 1, documents: false }

const always = { from: 20150101, to: 0 }
const principal = { cadre: 0, isPrincipal: true, ...always }
const deputy = { cadre: 1, isPrincipal: false, ...always }
const other = { cadre: 2, isPrincipal: false, ...always }
const roads = 7

function split(answering: Partial<Answering>, scheme: Scheme): Record<number, number> {
  const found = sharesIn({ seats: [], duties: [], ...answering }, roads, 2020, scheme)
  return Object.fromEntries([...found].map(([cadre, share]) => [cadre, Number(share.toFixed(4))]))
}

test('without a document the principal has the stated part, and who is in charge of the indicator twice that of another', () => {
  const seats = [principal, deputy, other]
  const inCharge = [{ cadre: 1, indicator: roads, ...always, share: undefined }]
  expect(split({ seats }, duties)).toEqual({ 0: 0.4, 1: 0.3, 2: 0.3 })
  expect(split({ seats, duties: inCharge }, duties)).toEqual({ 0: 0.4, 1: 0.4, 2: 0.2 })
  expect(split({ seats, duties: inCharge }, equal)).toEqual({ 0: 0.3333, 1: 0.3333, 2: 0.3333 })
  expect(split({ seats, duties: inCharge }, bySeat)).toEqual({ 0: 0.4, 1: 0.3, 2: 0.3 })
})

test('a documented share is taken as it stands, and the others divide what it leaves', () => {
  const seats = [principal, deputy, other]
  const written = [{ cadre: 1, indicator: -1, ...always, share: 0.5 }]
  expect(split({ seats, duties: written }, duties)).toEqual({ 0: 0.4, 1: 0.5, 2: 0.1 })
  expect(split({ seats, duties: written }, bySeat)).toEqual({ 0: 0.4, 1: 0.3, 2: 0.3 })
})

test('whose written share is for another result has none in this one', () => {
  const elsewhere = [{ cadre: 2, indicator: 3, ...always, share: 0.5 }]
  expect(split({ seats: [principal, deputy, other], duties: elsewhere }, duties)).toEqual({ 0: 0.4, 1: 0.6 })
})

test('months served count; a month in which nobody answered is nobody’s', () => {
  const left = { ...principal, to: 20200701 }
  expect(split({ seats: [left, deputy] }, duties)).toEqual({ 0: 0.2, 1: 0.8 })
  expect(split({ seats: [left] }, duties)).toEqual({ 0: 0.5 })
})

test('a date known to the month counts that month', () => {
  expect(split({ seats: [{ ...principal, from: 20201000 }] }, duties)).toEqual({ 0: 0.25 })
})

test('a latent result belongs to those in office years before, and less to those before them', () => {
  const lag = { id: 'usual', after: 2, keep: 0.5 }
  const sum = yearsBehind(lag).reduce((total, [, weight]) => total + weight, 0)
  expect(sum).toBeCloseTo(1, 12)
  const seats = [
    { ...principal, to: 20190101 },
    { ...principal, cadre: 9, from: 20190101 },
  ]
  const credited = crediting([{ seats, duties: [] }], duties, lag)(0, roads, 2020)
  expect([...credited.keys()]).toEqual([0])
  const later = crediting([{ seats, duties: [] }], duties, lag)(0, roads, 2021)
  expect(later.get(9)).toBeGreaterThan(later.get(0) ?? 1)
})
