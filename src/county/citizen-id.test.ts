import { expect, test } from 'vitest'
import { citizenId } from './citizen-id.ts'

test('an invented number tells its region, birthday and sex, and no place has the region', () => {
  expect(citizenId('990121', 19750312, 'male', 0)).toMatch(/^990121197503120011?\d?[\dX]$/)
  const woman = citizenId('990121', 19750312, 'female', 498)
  expect(woman.slice(0, 14)).toBe('99012119750312')
  expect(Number(woman.slice(14, 17)) % 2).toBe(0)
  expect(woman).toHaveLength(18)
})
