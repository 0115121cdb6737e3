import { useState } from 'react'
import type { BallotShape } from '#server/contract/index.ts'
import { cancelBallot, closeBallot } from '../../../../client/ballot-queries.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { ballotWords } from '../../../../language/words/ballots.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { ErrorPanel } from '../../../../parts/states.tsx'
import { partsOf } from '../new/draft.ts'
import { useBallotChange } from './use-ballot-change.ts'

/** The end of a ballot: counted before witnesses, or cancelled with a reason. */
export function ClosingPart({ ballot }: { ballot: BallotShape }) {
  const { say } = useSpeech()
  const { ballotId, state } = ballot
  const [scrutineers, setScrutineers] = useState('')
  const [tellers, setTellers] = useState('')
  const closing = useBallotChange(ballotId, () => closeBallot(ballotId, partsOf(scrutineers), partsOf(tellers)))
  return (
    <>
      {state === 'open' && (
        <Panel title={say(ballotWords.close)} note={say(ballotWords.closeNote)}>
          <div className="ballot-fields">
            <Names label={say(ballotWords.scrutineers)} value={scrutineers} onChange={setScrutineers} />
            <Names label={say(ballotWords.tellers)} value={tellers} onChange={setTellers} />
          </div>
          <div className="ballot-actions">
            <button
              type="button"
              className="main-button"
              disabled={closing.isPending}
              onClick={() => closing.mutate(undefined)}
            >
              {say(ballotWords.close)}
            </button>
          </div>
          {closing.isError && <ErrorPanel error={closing.error} what={say(ballotWords.failed)} />}
        </Panel>
      )}
      <CancelPart ballotId={ballotId} />
    </>
  )
}

function Names({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  const { say } = useSpeech()
  return (
    <>
      <span>{label}</span>
      <input
        type="text"
        aria-label={label}
        placeholder={say(ballotWords.namesHint)}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </>
  )
}

function CancelPart({ ballotId }: { ballotId: string }) {
  const { say } = useSpeech()
  const [reason, setReason] = useState('')
  const cancelling = useBallotChange(ballotId, () => cancelBallot(ballotId, reason.trim()))
  return (
    <Panel title={say(ballotWords.cancel)} note={say(ballotWords.cancelNote)}>
      <div className="ballot-line">
        <input
          type="text"
          maxLength={200}
          aria-label={say(ballotWords.reason)}
          placeholder={say(ballotWords.reason)}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <button
          type="button"
          className="side-button"
          disabled={cancelling.isPending || reason.trim() === ''}
          onClick={() => cancelling.mutate(undefined)}
        >
          {say(ballotWords.cancel)}
        </button>
      </div>
      {cancelling.isError && <ErrorPanel error={cancelling.error} what={say(ballotWords.failed)} />}
    </Panel>
  )
}
