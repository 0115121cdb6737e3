import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseDetail } from '#server/contract/index.ts'
import { caseQuery, recordEvent } from '../../../../client/case-queries.ts'
import { actsOf } from './draft.ts'
import type { Typed } from './use-draft.ts'

export interface Saving {
  save(): void
  readonly isPending: boolean
  readonly error: Error | null
  /** The version of the case that what is typed was made on, where somebody has acted since. */
  readonly seen: number | undefined
}

/** Records what is typed, event by event; what was recorded leaves the draft at once, the rest stays whatever happens. */
export function useSaving(detail: CaseDetail, typed: Typed, onType: (change: Partial<Typed>) => void): Saving {
  const queries = useQueryClient()
  const [seen, setSeen] = useState<number>()
  const saving = useMutation({
    async mutationFn() {
      let version = detail.version
      let draft = typed.draft
      for (const { keys, act } of actsOf(detail, draft, typed.source, typed.reason)) {
        const after = await recordEvent(detail.caseId, { version, on: typed.on || detail.today, act })
        version = after.version
        draft = Object.fromEntries(Object.entries(draft).filter(([key]) => !keys.includes(key)))
        onType({ draft })
        queries.setQueryData(caseQuery(detail.caseId).queryKey, after)
      }
      onType({ source: '', reason: '', on: '' })
    },
    onMutate: () => setSeen(undefined),
    onError: () => setSeen(detail.version),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['case', detail.caseId] }),
        queries.invalidateQueries({ queryKey: ['cases'] }),
      ]),
  })
  return { save: () => saving.mutate(), isPending: saving.isPending, error: saving.error, seen }
}
