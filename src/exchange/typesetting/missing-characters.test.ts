import { expect, test } from 'vitest'
import { missingCharacters } from './missing-characters.ts'

/** Not in Unicode: no font has it. */
const unassigned = '\u{3FFFD}'

test('the characters that no font has are found among those that fonts have', () => {
  expect(missingCharacters('王䶮㛃𠅤，1974.03\u200b\n')).toEqual([])
  expect(missingCharacters(`王${unassigned}䶮${unassigned}`)).toEqual([unassigned])
})

test('characters of private use mean nothing in our fonts', () => {
  expect(missingCharacters('李\uE863')).toEqual(['\uE863'])
})
