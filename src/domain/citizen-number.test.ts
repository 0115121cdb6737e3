import { expect, test } from 'vitest'
import { checkCharacter, readCitizenNumber } from './citizen-number.ts'

/** Examples of GB 11643-1999. */
test('the examples of the standard', () => {
  expect(checkCharacter('11010519491231002')).toBe('X')
  expect(readCitizenNumber('11010519491231002X')).toEqual({ bornOn: 19491231, sex: 'female' })
  expect(readCitizenNumber('440524188001010014')).toEqual({ bornOn: 18800101, sex: 'male' })
})

test('every single wrong digit before the last is caught', () => {
  const right = '11010519491231002X'
  for (let place = 0; place < 17; place += 1) {
    for (const digit of '0123456789') {
      const wrong = right.slice(0, place) + digit + right.slice(place + 1)
      expect('fault' in readCitizenNumber(wrong)).toBe(wrong !== right)
    }
  }
})

test('form, birth date and check character are told apart', () => {
  expect(readCitizenNumber('1101051949123100')).toEqual({ fault: 'form' })
  expect(readCitizenNumber('11010519491331002X')).toEqual({ fault: 'birth' })
  expect(readCitizenNumber('110105194912310021')).toEqual({ fault: 'check' })
})

test('a number of 15 places is of the twentieth century', () => {
  expect(readCitizenNumber('110105491231002')).toEqual({ bornOn: 19491231, sex: 'female' })
})
