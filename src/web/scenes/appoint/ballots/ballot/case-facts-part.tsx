import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { BallotShape } from '#server/contract/index.ts'
import { caseQuery, recordEvent } from '../../../../client/case-queries.ts'
import { queryClient } from '../../../../client/queries.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { ballotWords } from '../../../../language/words/ballots.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { ErrorPanel } from '../../../../parts/states.tsx'

type CaseFacts = BallotShape['forCases'][number]

/** What the result says to cases; an officer records it there, with the ballot as its source. */
export function CaseFactsPart({ ballot }: { ballot: BallotShape }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(ballotWords.forCase)} note={say(ballotWords.forCaseNote)}>
      <ul className="ballot-lines">
        {ballot.forCases.map((facts) => (
          <CaseFactsLine key={`${facts.caseId} ${facts.cadreId}`} ballot={ballot} facts={facts} />
        ))}
      </ul>
    </Panel>
  )
}

function CaseFactsLine({ ballot, facts }: { ballot: BallotShape; facts: CaseFacts }) {
  const { say } = useSpeech()
  const recording = useMutation({
    mutationFn: async () => {
      const { version } = await queryClient.fetchQuery({ ...caseQuery(facts.caseId), staleTime: 0 })
      return recordEvent(facts.caseId, {
        version,
        on: ballot.heldOn,
        act: {
          kind: 'facts-recorded',
          facts: facts.facts,
          source: say(ballotWords.source, { title: ballot.title }).slice(0, 200),
          ...(facts.cadreId === null ? {} : { cadreId: facts.cadreId }),
        },
      })
    },
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['case', facts.caseId] }),
  })
  return (
    <li>
      <p>
        {facts.shown.map(({ label, value }) => `${say(label)}：${say(value)}`).join('；')}{' '}
        <Link to="/cases/$caseId" params={{ caseId: facts.caseId }}>
          {say(ballotWords.openCase)}
        </Link>
      </p>
      <div className="ballot-actions">
        <button
          type="button"
          className="side-button"
          disabled={recording.isPending || recording.isSuccess}
          onClick={() => recording.mutate()}
        >
          {say(recording.isSuccess ? ballotWords.recorded : ballotWords.recordInCase)}
        </button>
      </div>
      {recording.isError && <ErrorPanel error={recording.error} what={say(ballotWords.failed)} />}
    </li>
  )
}
