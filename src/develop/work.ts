import type { CadreEstimate, DevelopmentNeed, WorkList } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { RuleBook } from '#policy/index.ts'
import { trainingNeeds } from './training.ts'

/** What development is worked out from. */
export interface DevelopmentGround {
  readonly snapshot: Snapshot
  readonly book: RuleBook
  /** Ratings, contributions and recognition, as estimated. */
  readonly estimates: readonly CadreEstimate[]
}

export interface DevelopmentWork {
  readonly needs: readonly DevelopmentNeed[]
  readonly workLists: readonly WorkList[]
}

/** Everything that an analysis says about development: needs, and the tables beside them. */
export function developmentWork({ snapshot, book }: DevelopmentGround): DevelopmentWork {
  return { needs: trainingNeeds(snapshot, book), workLists: [] }
}
