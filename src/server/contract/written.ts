/** What people write: words that say something and can be kept as they are, and days that a record can hold. */
import { z } from 'zod'
import { parseDate } from '#domain/calendar.ts'

/** At least one letter or digit: signs that show nothing are no reason. */
const saysSomething = /[\p{L}\p{N}]/u

/** No control characters (a tab or a new line may stand), no half characters, nothing that turns the direction of writing. */
const isKeepable = /^(?:[\t\n\r]|[^\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069])*$/u

/** Words that may be left empty. */
export const kept = (most: number) => z.string().trim().max(most).regex(isKeepable)

/** @example written(200).parse('　市委〔2026〕8号 ') // '市委〔2026〕8号' */
export const written = (most: number) => kept(most).regex(saysSomething)

/** `YYYY-MM-DD` within the years of a record. */
export const day = z.iso.date().refine((text) => parseDate(text) !== undefined)
