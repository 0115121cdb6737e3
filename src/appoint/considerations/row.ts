import type { Text } from '#domain/text.ts'
import type { CadreFacts } from '#policy/index.ts'

/** 区域发展需求、班子建设需要、干部成长因素 */
export const factors = ['region', 'team', 'growth'] as const
export type Factor = (typeof factors)[number]

/**
 * How what is on file of a candidate bears on a need: answers it, in part, does not; the record does not tell; or a plain
 * fact that people weigh. Never a mark: rows are not added up.
 */
export const bearings = ['answers', 'partly', 'lacks', 'unknown', 'fact'] as const
export type Bearing = (typeof bearings)[number]

export interface Cell {
  readonly bearing: Bearing
  readonly says: Text
  /** Ids of the rows it rests on. */
  readonly evidence: readonly string[]
}

/** One need or fact of a factor, and how each candidate bears on it, in the order of the candidates. */
export interface Row {
  readonly id: string
  readonly factor: Factor
  readonly label: Text
  /** What the seat, the team or the person needs; undefined for plain facts. */
  readonly need: Text | undefined
  readonly evidence: readonly string[]
  readonly cells: readonly Cell[]
}

export interface Candidate {
  readonly row: number
  readonly facts: CadreFacts
}

export const cell = (bearing: Bearing, says: Text, evidence: readonly string[] = []): Cell => ({
  bearing,
  says,
  evidence,
})

/** Years with one decimal, from months. */
export const yearsOf = (months: number): string => (months / 12).toFixed(1)
