import type { DateCode } from '#domain/calendar.ts'
import { localReader, type RuleBook } from '#policy/index.ts'

/** What a place sets about paths: `LOCAL-PATH`, whose file says what each means. */
export interface PathSettings {
  readonly pathMonths: number
  readonly movesMost: number
  readonly pathsMost: number
  readonly secondmentMonths: number
}

export function pathSettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): PathSettings {
  const read = localReader(book, 'LOCAL-PATH', asOf)
  return {
    pathMonths: Number(read('path_months')),
    movesMost: Number(read('path_moves')),
    pathsMost: Number(read('paths_most')),
    secondmentMonths: Number(read('secondment_months')),
  }
}
