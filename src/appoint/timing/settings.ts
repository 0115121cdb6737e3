import type { DateCode } from '#domain/calendar.ts'
import { localReader, type RuleBook } from '#policy/index.ts'

/** What a place sets about the right time: the parameters of `LOCAL-TIMING`, whose file says what each means. */
export interface TimingSettings {
  readonly primeFrom: number
  /** The age before which the prime years end. */
  readonly primeTo: number
  readonly readyMonths: number
  readonly aheadMonths: number
  readonly postingMonths: number
  readonly limitMonths: number
  /** The age past which somebody of a level is as a rule no longer promoted. */
  readonly promotionAge: (level: string) => number | undefined
  /** The age below which somebody of a level counts as young: `YOUNG-AGE`. */
  readonly youngAge: (level: string) => number | undefined
}

export const timingRule = 'LOCAL-TIMING'
export const youngRule = 'YOUNG-AGE'

export function timingSettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): TimingSettings {
  const read = localReader(book, timingRule, asOf)
  const ages = (value: unknown, level: string): number | undefined => {
    const found = new Map(Object.entries(value ?? {})).get(level)
    return found === undefined ? undefined : Number(found)
  }
  return {
    primeFrom: Number(read('prime_from')),
    primeTo: Number(read('prime_to')),
    readyMonths: Number(read('ready_months')),
    aheadMonths: Number(read('ahead_months')),
    postingMonths: Number(read('posting_months')),
    limitMonths: Number(read('limit_months')),
    promotionAge: (level) => ages(read('promotion_age'), level),
    youngAge: (level) => ages(localReader(book, youngRule, asOf)('under'), level),
  }
}
