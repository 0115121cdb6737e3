import { useQueryClient } from '@tanstack/react-query'
import type { KeySeatDetail, NewKeySeatEvent } from '#server/contract/index.ts'
import { keySeatQuery, recordKeySeatEvent } from '../../../client/rotation-queries.ts'

/** Records something about a seat on the version that is shown; the page then shows what came of it. */
export function useKeySeatAct({ positionId, version }: KeySeatDetail) {
  const queries = useQueryClient()
  return async (on: string, act: NewKeySeatEvent['act']): Promise<void> => {
    const seat = await recordKeySeatEvent(positionId, { version, on, act })
    queries.setQueryData(keySeatQuery(positionId).queryKey, seat)
    for (const key of ['key-seats', 'todos']) void queries.invalidateQueries({ queryKey: [key] })
  }
}
