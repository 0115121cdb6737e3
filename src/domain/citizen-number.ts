/** What a citizen number (公民身份号码, GB 11643-1999) says by itself. */
import { type DateCode, parseDate } from './calendar.ts'

export type CitizenNumberFault = 'form' | 'birth' | 'check'

export interface CitizenNumber {
  readonly bornOn: DateCode
  readonly sex: 'male' | 'female'
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const

/** The check character of the first 17 digits (ISO 7064 MOD 11-2). */
export const checkCharacter = (digits: string): string =>
  '10X98765432'[weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0) % 11] ?? ''

/**
 * Reads a number of 18 places, or one of 15 as issued before 1999, which has no check character and belongs to the
 * twentieth century.
 * @example readCitizenNumber('11010519491231002X') // { bornOn: 19491231, sex: 'female' }
 */
export function readCitizenNumber(number: string): CitizenNumber | { readonly fault: CitizenNumberFault } {
  const isOld = /^\d{15}$/.test(number)
  if (!isOld && !/^\d{17}[\dX]$/.test(number)) return { fault: 'form' }
  const written = isOld ? `19${number.slice(6, 12)}` : number.slice(6, 14)
  const bornOn = parseDate(`${written.slice(0, 4)}-${written.slice(4, 6)}-${written.slice(6)}`)
  if (bornOn === undefined) return { fault: 'birth' }
  if (!isOld && checkCharacter(number) !== number[17]) return { fault: 'check' }
  return { bornOn, sex: Number(isOld ? number[14] : number[16]) % 2 === 1 ? 'male' : 'female' }
}
