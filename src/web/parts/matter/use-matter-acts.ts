import { useQueryClient } from '@tanstack/react-query'
import type { MatterDetail, NewMatterEvent } from '#server/contract/index.ts'
import { matterQuery, recordMatterEvent } from '../../client/matter-queries.ts'

/** Does something in a matter on a day, on the newest version that came to this page; what depends on it is read again. */
export function useMatterActs({
  matterId,
  version: shown,
  today,
}: Pick<MatterDetail, 'matterId' | 'version' | 'today'>): (
  act: NewMatterEvent['act'],
  on?: string,
) => Promise<MatterDetail> {
  const queries = useQueryClient()
  return async (act, on = today) => {
    const { queryKey } = matterQuery(matterId)
    const version = Math.max(shown, queries.getQueryData(queryKey)?.version ?? 0)
    try {
      const after = await recordMatterEvent(matterId, { version, on, act })
      queries.setQueryData(queryKey, after)
      return after
    } finally {
      for (const key of ['matter', 'matters', 'todos']) void queries.invalidateQueries({ queryKey: [key] })
    }
  }
}
