import { createHash, randomInt } from 'node:crypto'

/** Digits and capitals, without those that look alike. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A code drawn at random; 12 characters are 59 bits. @example newCode(12) // 'K7QM2XW9PR4D' */
export const newCode = (length: number): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')

/** In groups of four, as it is printed. */
export const groupedCode = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? code

/** A code as it was typed: in full-width letters, small ones, with spaces or hyphens. */
const typedCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')

/** What is kept of a code. It is too long to be guessed, so a plain digest hides it. */
export const hashOfCode = (typed: string): Uint8Array =>
  createHash('sha256')
    .update(`zhiren ballot code ${typedCode(typed)}`)
    .digest()
