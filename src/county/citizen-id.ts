import { type DateCode, earliest } from '#domain/calendar.ts'
import { checkCharacter } from '#domain/citizen-number.ts'

/** An invented citizen number: its region, which begins with 99, is given to no place. Odd sequence numbers are men's. */
export function citizenId(regionCode: string, bornOn: DateCode, sex: 'male' | 'female', draw: number): string {
  const sequence = (draw % 499) * 2 + (sex === 'male' ? 1 : 2)
  const digits = `${regionCode}${earliest(bornOn)}${String(sequence).padStart(3, '0')}`
  return digits + checkCharacter(digits)
}
