/** What goes to the process that searches, and what comes back. */

import type { SlateState, WhyNot } from '#appoint/index.ts'
import type { Overlay } from '#domain/overlay.ts'
import type { CadreEstimate, RotationDuty } from '#domain/results.ts'
import type { Slate, SlatePlan, SlateRequest } from '#domain/slate.ts'
import type { Snapshot } from '#domain/snapshot.ts'

/** The facts of a question; a rule book cannot be sent, so what the place has adopted goes instead. */
export interface SlateFacts {
  readonly snapshot: Snapshot
  readonly overlay: Overlay
  readonly estimates: readonly CadreEstimate[]
  readonly duties: readonly RotationDuty[]
  readonly request: SlateRequest
}

export type SlateTask = SlateFacts &
  (
    | {
        readonly kind: 'search'
        /** A file whose existence asks to stop: the process is too busy to hear anything else. */
        readonly stopFile: string
      }
    | {
        readonly kind: 'why-not'
        readonly plan: Pick<SlatePlan, 'moves' | 'objective' | 'goals'>
        readonly question: { readonly cadreId: string; readonly positionId: string }
      }
  )

export type SlateAnswer =
  | { readonly state: SlateState }
  | { readonly slate: Slate; readonly stopped: boolean }
  | { readonly whyNot: WhyNot }
  | { readonly failure: string }
