import type { CadreEstimate } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { type Facts, factsFor, type RuleBook } from '#policy/index.ts'
import { type FitReader, fitReader } from './fit/fit-reader.ts'

/** What every question of appointment is answered from, on the day of its snapshot. */
export interface Ground {
  readonly snapshot: Snapshot
  readonly book: RuleBook
  readonly facts: Facts
  readonly fits: FitReader
  /** Calibrated ratings, contributions and recognition, as an analysis gave them. */
  readonly estimates: readonly CadreEstimate[]
}

/** @example groundOf(snapshot, book, analysis.estimates).fits.estimate(cadre, seat) */
export function groundOf(snapshot: Snapshot, book: RuleBook, estimates: readonly CadreEstimate[]): Ground {
  const facts = factsFor(snapshot, book)
  return { snapshot, book, facts, estimates, fits: fitReader(snapshot, book, estimates) }
}
