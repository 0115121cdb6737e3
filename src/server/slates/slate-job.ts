import { z } from 'zod'
import type { JobKind } from '../jobs/kind.ts'

/** The search of a slate that is saved already. */
export const slateJob: JobKind<{ readonly slateId: string }> = {
  name: 'slate',
  task: z.object({ slateId: z.uuid() }),
  savesBest: true,
  work: async () => (await import('./slate-work.ts')).searchForSlate,
}
