import { useQueryClient } from '@tanstack/react-query'
import type { CaseActShape, CaseDetail } from '#server/contract/index.ts'
import { caseQuery, recordEvent } from '../../../client/case-queries.ts'

/** Does something to the case on a day, on the newest version that came to this page; everything about cases is read again. */
export function useActs({
  caseId,
  version: shown,
  today,
}: CaseDetail): (act: CaseActShape, on?: string) => Promise<CaseDetail> {
  const queries = useQueryClient()
  return async (act, on = today) => {
    const come = queries.getQueriesData<CaseDetail>({ queryKey: ['case', caseId, 'detail'] })
    const version = Math.max(shown, ...come.map(([, detail]) => detail?.version ?? 0))
    try {
      const after = await recordEvent(caseId, { version, on, act })
      queries.setQueryData(caseQuery(caseId).queryKey, after)
      return after
    } finally {
      void queries.invalidateQueries({ queryKey: ['case', caseId] })
      void queries.invalidateQueries({ queryKey: ['cases'] })
    }
  }
}
