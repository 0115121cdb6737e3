import type { RotationDuty, WorkList } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { RuleBook } from '#policy/index.ts'

/** What management is worked out from. */
export interface ManagementGround {
  readonly snapshot: Snapshot
  readonly book: RuleBook
  readonly rotation: readonly RotationDuty[]
}

export interface ManagementWork {
  readonly workLists: readonly WorkList[]
}

/** The registers that an analysis draws up beside duties and findings. */
export function managementWork(_ground: ManagementGround): ManagementWork {
  return { workLists: [] }
}
