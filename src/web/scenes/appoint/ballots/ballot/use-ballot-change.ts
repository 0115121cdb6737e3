import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import type { BallotShape } from '#server/contract/index.ts'
import { ballotQuery } from '../../../../client/ballot-queries.ts'

/** Something done to a ballot; what comes back is how it stands now. */
export function useBallotChange<Input>(
  ballotId: string,
  act: (input: Input) => Promise<BallotShape>,
): UseMutationResult<BallotShape, Error, Input> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (ballot) => {
      client.setQueryData(ballotQuery(ballotId).queryKey, ballot)
      void client.invalidateQueries({ queryKey: ['ballots'] })
    },
  })
}
