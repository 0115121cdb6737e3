import { expect, test } from 'vitest'
import { isEmpty, readChanges, readSetting, withSetting, writeSetting } from './changes.ts'

const years = { rule: 'APPT-08-1-SERVICE', name: 'min_service_years', typed: '6' }

test('a setting survives the way through the address', () => {
  expect(writeSetting(years)).toBe('APPT-08-1-SERVICE.min_service_years=6')
  expect(readSetting(writeSetting(years))).toEqual(years)
  expect(readSetting(writeSetting({ ...years, typed: '{"a=b":1}' }))?.typed).toBe('{"a=b":1}')
  expect(readSetting('nonsense')).toBeUndefined()
})

test('typing what counts already takes the setting out', () => {
  expect(withSetting([], years, 5)).toEqual([years])
  expect(withSetting([years], { ...years, typed: '5' }, 5)).toEqual([])
  expect(withSetting([years], { ...years, typed: '7' }, 5)).toEqual([{ ...years, typed: '7' }])
})

const parameter = { name: 'min_service_years', value: 5, values: [], stricter: 'more' as const, local: [] }
const details = new Map([['APPT-08-1-SERVICE', { parameters: [parameter] }]])

test('only what differs is tried, and what is no value is said', () => {
  expect(readChanges([years], details, '').changes.parameters).toEqual([
    { rule: 'APPT-08-1-SERVICE', name: 'min_service_years', value: 6 },
  ])
  expect(readChanges([{ ...years, typed: 'six' }], details, '').wrong).toHaveLength(1)
  expect(isEmpty(readChanges([{ ...years, typed: '5' }], details, ' ').changes)).toBe(true)
  expect(isEmpty(readChanges([], details, 'rules: []').changes)).toBe(false)
})
