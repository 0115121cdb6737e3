/** What goes to the process that answers why not, and what comes back. */

import type { WhyNot } from '#appoint/index.ts'
import type { Overlay } from '#domain/overlay.ts'
import type { CadreEstimate, RotationDuty } from '#domain/results.ts'
import type { SlatePlan, SlateRequest } from '#domain/slate.ts'
import type { Snapshot } from '#domain/snapshot.ts'

/** A rule book cannot be sent, so what the place has adopted goes instead. */
export interface WhyNotTask {
  readonly snapshot: Snapshot
  readonly overlay: Overlay
  readonly estimates: readonly CadreEstimate[]
  readonly duties: readonly RotationDuty[]
  readonly request: SlateRequest
  readonly plan: Pick<SlatePlan, 'moves' | 'objective' | 'goals'>
  readonly question: { readonly cadreId: string; readonly positionId: string }
}

export type WhyNotAnswer = { readonly whyNot: WhyNot } | { readonly failure: string }
