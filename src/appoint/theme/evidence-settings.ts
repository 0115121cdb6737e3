import { addMonths, type DateCode } from '#domain/calendar.ts'
import { localReader, type RuleBook } from '#policy/index.ts'

/** What a place sets about evidence of traits and themes: the parameters of `LOCAL-STRENGTH-EVIDENCE`. */
export interface EvidenceSettings {
  readonly leastLevel: number
  readonly leastMonths: number
  /** Deeds, results and honours before this day are not looked at. */
  readonly since: DateCode
  readonly topPercent: number
  readonly leastPeers: number
  readonly leastKinds: number
}

export const evidenceRule = 'LOCAL-STRENGTH-EVIDENCE'

export function evidenceSettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): EvidenceSettings {
  const read = localReader(book, evidenceRule, asOf)
  return {
    leastLevel: Number(read('least_level')),
    leastMonths: Number(read('least_months')),
    since: addMonths(asOf, -12 * Number(read('years_back'))),
    topPercent: Number(read('top_percent')),
    leastPeers: Number(read('least_peers')),
    leastKinds: Number(read('least_kinds')),
  }
}
