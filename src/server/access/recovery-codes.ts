/** Codes to print and lock away, for the day on which the phone is lost: each works once. */
import { createHash, randomInt } from 'node:crypto'

/** Without what is mistaken for something else: 32 letters and figures, so 80 bits in 16 of them. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** @example newRecoveryCodes(10)[0] // 'K7QM-2XW9-PR4D-T6HB' */
export const newRecoveryCodes = (count: number): readonly string[] =>
  Array.from({ length: count }, () =>
    Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join(
      '-',
    ),
  )

/** 80 random bits need no slow hash. */
export const hashRecoveryCode = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest()
