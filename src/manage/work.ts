import type { DevelopmentNeed, EarlySign, RotationDuty, WorkList } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { factsFor, type RuleBook } from '#policy/index.ts'
import { careWorkLists } from './care/work-lists.ts'
import { incentiveLists } from './incentive/work-lists.ts'
import { keySeats } from './key-position/register.ts'
import { keySeatTable } from './key-position/tables.ts'
import { principalLists } from './principal/work-lists.ts'
import { rotationTables } from './rotation/tables.ts'
import { reserveLists } from './tracking/work-lists.ts'

/** What management is worked out from. */
export interface ManagementGround {
  readonly snapshot: Snapshot
  readonly book: RuleBook
  readonly rotation: readonly RotationDuty[]
  readonly signals: readonly EarlySign[]
  readonly needs: readonly DevelopmentNeed[]
}

export interface ManagementWork {
  readonly workLists: readonly WorkList[]
}

/** The registers that an analysis draws up beside duties and findings. */
export function managementWork({ snapshot, book, rotation, signals, needs }: ManagementGround): ManagementWork {
  const facts = factsFor(snapshot, book)
  const ground = { facts, book, duties: rotation }
  return {
    workLists: [
      ...careWorkLists(snapshot, book, signals),
      ...incentiveLists(facts, book),
      keySeatTable(keySeats({ ...ground, recorded: new Map() })),
      ...principalLists(facts, book),
      ...reserveLists(facts, book, needs),
      ...rotationTables(ground),
    ],
  }
}
