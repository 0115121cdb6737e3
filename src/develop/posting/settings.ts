import type { DateCode } from '#domain/calendar.ts'
import { localReader, type RuleBook } from '#policy/index.ts'

export const postingRule = 'LOCAL-POSTING'

/** What a place sets about postings for development: `LOCAL-POSTING`, whose file says what each means. */
export interface PostingSettings {
  readonly exposureMonths: number
  readonly openingMonths: number
  readonly peopleMost: number
  readonly seatsMost: number
  readonly secondeesMost: number
  /** `LOCAL-PATH`. */
  readonly secondmentMonths: number
}

export function postingSettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): PostingSettings {
  const read = localReader(book, postingRule, asOf)
  return {
    exposureMonths: Number(read('exposure_months')),
    openingMonths: Number(read('opening_months')),
    peopleMost: Number(read('people_most')),
    seatsMost: Number(read('seats_most')),
    secondeesMost: Number(read('secondees_most')),
    secondmentMonths: Number(localReader(book, 'LOCAL-PATH', asOf)('secondment_months')),
  }
}
