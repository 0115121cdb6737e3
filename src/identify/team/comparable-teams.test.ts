import { expect, test } from 'vitest'
import { comparableGroups, readGroup } from './comparable-teams.ts'

const teams = (kind: string, level: string, count: number) => Array.from({ length: count }, () => ({ kind, level }))

test('a kind with enough teams at a level is held against itself', () => {
  const groupOf = comparableGroups([...teams('department', 'county', 9), ...teams('department', 'prefecture', 4)])
  expect(groupOf('department', 'county')).toBe('department@county')
  expect(groupOf('department', 'prefecture')).toBe('department@prefecture')
})

test('small kinds join those of their family, whatever the order of teams', () => {
  const county = [
    ...teams('party', 'county', 5),
    ...['court', 'government', 'cppcc'].flatMap((k) => teams(k, 'county', 1)),
  ]
  for (const own of [county, county.toReversed()]) {
    const groupOf = comparableGroups(own)
    expect(groupOf('party', 'county')).toBe('party@county')
    expect(groupOf('court', 'county')).toBe('court+cppcc+government@county')
    expect(groupOf('cppcc', 'county')).toBe(groupOf('government', 'county'))
  }
})

test('a lone kind joins its whole family, or else what is left at the level', () => {
  const groupOf = comparableGroups([
    ...teams('department', 'county', 8),
    ...teams('association', 'county', 1),
    ...teams('zone', 'county', 2),
    ...teams('street', 'county', 1),
  ])
  expect(groupOf('association', 'county')).toBe('association+department@county')
  expect(groupOf('department', 'county')).toBe('association+department@county')
  expect(groupOf('zone', 'county')).toBe('street+zone@county')
})

test('levels are never joined', () => {
  const groupOf = comparableGroups([...teams('zone', 'county', 2), ...teams('zone', 'prefecture', 2)])
  expect(groupOf('zone', 'county')).toBe('zone@county')
  expect(groupOf('zone', 'prefecture')).toBe('zone@prefecture')
})

test('a group can be read again', () => {
  expect(readGroup('court+zone@county')).toEqual({ kinds: ['court', 'zone'], level: 'county' })
})
