import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { BallotShape } from '#server/contract/index.ts'
import { ballotQuery, openBallot, takeSlips } from '../../../../client/ballot-queries.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { ballotWords } from '../../../../language/words/ballots.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { ErrorPanel } from '../../../../parts/states.tsx'
import { useBallotChange } from './use-ballot-change.ts'

/** Slips are made, then voting begins. */
export function SlipsPart({ ballot }: { ballot: BallotShape }) {
  const { say } = useSpeech()
  const client = useQueryClient()
  const { ballotId } = ballot
  const slips = useMutation({
    mutationFn: () => takeSlips(ballotId),
    onSuccess: () => void client.invalidateQueries({ queryKey: ballotQuery(ballotId).queryKey }),
  })
  const opening = useBallotChange(ballotId, () => openBallot(ballotId))
  const made = ballot.progress.reduce((sum, group) => sum + group.made, 0)
  const failed = slips.error ?? opening.error
  return (
    <Panel title={say(ballotWords.slips)} note={say(ballotWords.slipsNote)}>
      {made > 0 && <p role="status">{say(ballotWords.slipsMade, { count: made })}</p>}
      <div className="ballot-actions">
        <button type="button" className="side-button" disabled={slips.isPending} onClick={() => slips.mutate()}>
          {say(made > 0 ? ballotWords.printAgain : ballotWords.printSlips)}
        </button>
        <button
          type="button"
          className="main-button"
          disabled={opening.isPending}
          onClick={() => opening.mutate(undefined)}
        >
          {say(ballotWords.open)}
        </button>
      </div>
      {failed && <ErrorPanel error={failed} what={say(ballotWords.failed)} />}
    </Panel>
  )
}
