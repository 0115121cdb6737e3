import { z } from 'zod'
import type { JobKind } from '../jobs/kind.ts'

/** A placement round that is asked for already. */
export const placementJob: JobKind<{ readonly placementId: string }> = {
  name: 'placement',
  task: z.object({ placementId: z.uuid() }),
  savesBest: true,
  work: async () => (await import('./placement-work.ts')).workOutPlacement,
}
