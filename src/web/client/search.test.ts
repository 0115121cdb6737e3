import { expect, test } from 'vitest'
import { requestHeader as agreed, unattendedHeader as alone } from '#server/contract/header.ts'
import { queryString, requestHeader, unattendedHeader } from './request.ts'
import { parseSearch, valueOf, valuesOf } from './search.ts'

test('a view in the address survives the way there and back', () => {
  const search = { q: '临江', postLevel: ['division-chief', 'division-deputy'], sort: 'age' }
  const address = queryString(search)
  expect(address).toBe('?q=%E4%B8%B4%E6%B1%9F&postLevel=division-chief&postLevel=division-deputy&sort=age')
  expect(parseSearch(address)).toEqual(search)
})

test('what is empty does not stand in the address', () => {
  expect(queryString({ q: '', state: [], offset: undefined })).toBe('')
})

test('one value and several are read alike', () => {
  expect(valuesOf({ state: 'later' }, 'state')).toEqual(['later'])
  expect(valuesOf({}, 'state')).toEqual([])
  expect(valueOf({ state: ['overdue', 'later'] }, 'state')).toBe('overdue')
})

test('changes carry the header that the contract asks for', () => {
  expect(requestHeader).toEqual({ [agreed.name]: agreed.value })
  expect(unattendedHeader).toEqual({ [alone.name]: alone.value })
})
