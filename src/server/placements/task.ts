/** What goes to the process that works out a placement round, and what comes back. */
import type { Placement, PlacementState } from '#develop/index.ts'
import type { Overlay } from '#domain/overlay.ts'
import type { DevelopmentNeed, RotationDuty } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'

/** A rule book cannot be sent, so what the place has adopted goes instead. */
export interface PlacementTask {
  readonly snapshot: Snapshot
  readonly overlay: Overlay
  readonly needs: readonly DevelopmentNeed[]
  readonly duties: readonly RotationDuty[]
  /** A file whose existence asks to stop: the process is too busy to hear anything else. */
  readonly stopFile: string
}

export type PlacementAnswer =
  | { readonly state: PlacementState }
  | { readonly placement: Placement; readonly stopped: boolean }
  | { readonly failure: string }
