import type { DateCode } from '#domain/calendar.ts'
import { listOf, localReader, type RuleBook } from '#policy/index.ts'

export interface NeutralitySettings {
  /** A group whose rate is below so much of the highest one is to be looked at. */
  readonly promptRatio: number
  /** Groups of fewer people are neither counted nor compared. */
  readonly leastGroup: number
  /** The first ages of the bands after the youngest. */
  readonly ageEdges: readonly number[]
}

export function neutralitySettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): NeutralitySettings {
  const local = localReader(book, 'LOCAL-NEUTRALITY', asOf)
  return {
    promptRatio: Number(local('prompt_ratio')),
    leastGroup: Number(local('least_group')),
    ageEdges: listOf(local('age_edges')).map(Number),
  }
}
