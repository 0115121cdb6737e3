import type { Ground, PreviewedPerson, SlatePreview } from '#appoint/index.ts'
import type { SlatePreviewShape } from '../contract/index.ts'
import { presentEstimate, presentText } from './evidence.ts'
import { presentSeatOf } from './named.ts'
import { presentPerson } from './slate.ts'

export function presentPreview(ground: Ground, preview: SlatePreview): SlatePreviewShape {
  const presented = (one: PreviewedPerson | undefined) =>
    one ? { ...presentPerson(ground, one.cadreId), fit: presentEstimate(one.fit), verdict: one.verdict } : null
  return {
    seats: preview.seats.map(({ positionId, person, reason, isLocked, next }) => ({
      seat: presentSeatOf(ground, positionId),
      person: presented(person),
      reason: reason ? presentText(reason) : null,
      isLocked,
      next: next ? { person: presented(next.person), loss: next.loss } : null,
    })),
    objective: preview.objective,
    filled: preview.seats.filter(({ person }) => person !== undefined).length,
    unmet: preview.unmet.map(presentText),
    overrun: preview.overrun.map(presentText),
  }
}
