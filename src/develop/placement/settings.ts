import type { DateCode } from '#domain/calendar.ts'
import { localReader, type RuleBook } from '#policy/index.ts'
import type { PostedNeed } from '../posting/cover.ts'

/** What a place sets about placement rounds: `LOCAL-PLACEMENT`, whose file says what each means. */
export interface PlacementSettings {
  /** What meeting a need is worth, 0 … 1. */
  readonly worth: (need: PostedNeed) => number
  /** Taken off for each round later, 0 … 1. */
  readonly wait: number
  readonly rounds: number
  readonly roundMonths: number
  readonly leavingMost: number
}

export function placementSettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): PlacementSettings {
  const read = localReader(book, 'LOCAL-PLACEMENT', asOf)
  const worth = read('need_percent') as unknown as Readonly<Record<string, number>>
  return {
    worth: (need) => (worth[need] ?? 0) / 100,
    wait: Number(read('wait_percent')) / 100,
    rounds: Number(read('rounds')),
    roundMonths: Number(read('round_months')),
    leavingMost: Number(read('leaving_most')),
  }
}
