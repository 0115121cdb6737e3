import { type DateCode, earliest } from '#domain/calendar.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const

/** The check character of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkCharacter(digits: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  return '10X98765432'[sum % 11] ?? ''
}

/** An invented citizen number: its region, which begins with 99, is given to no place. Odd sequence numbers are men's. */
export function citizenId(regionCode: string, bornOn: DateCode, sex: 'male' | 'female', draw: number): string {
  const sequence = (draw % 499) * 2 + (sex === 'male' ? 1 : 2)
  const digits = `${regionCode}${earliest(bornOn)}${String(sequence).padStart(3, '0')}`
  return digits + checkCharacter(digits)
}
