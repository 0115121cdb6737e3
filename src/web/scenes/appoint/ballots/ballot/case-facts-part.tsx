import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { BallotShape } from '#server/contract/index.ts'
import { caseQuery, recordEvent } from '../../../../client/case-queries.ts'
import { queryClient } from '../../../../client/queries.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { ballotWords } from '../../../../language/words/ballots.ts'
import { frameWords } from '../../../../language/words/frame.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { ErrorPanel } from '../../../../parts/states.tsx'

type CaseFacts = BallotShape['forCases'][number]

/** What the result says to cases; an officer records it there, with the ballot as its source. */
export function CaseFactsPart({ ballot }: { ballot: BallotShape }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(ballotWords.forCase)} note={say(ballotWords.forCaseNote)}>
      <ul className="ballot-lines">
        {[...Map.groupBy(ballot.forCases, ({ caseId }) => caseId)].map(([caseId, said]) => (
          <FactsOfCase key={caseId} ballot={ballot} caseId={caseId} said={said} />
        ))}
      </ul>
    </Panel>
  )
}

interface FactsOfCaseProps {
  readonly ballot: BallotShape
  readonly caseId: string
  readonly said: readonly CaseFacts[]
}

function FactsOfCase({ ballot, caseId, said }: FactsOfCaseProps) {
  const { say } = useSpeech()
  const recording = useMutation({
    // One after another: each on the version that the one before has made.
    mutationFn: async () => {
      let { version } = await queryClient.fetchQuery({ ...caseQuery(caseId), staleTime: 0 })
      for (const { cadreId, facts } of said) {
        const source = say(ballotWords.source, { title: ballot.title }).slice(0, 200)
        const about = cadreId === null ? {} : { cadreId }
        const act = { kind: 'facts-recorded', facts, source, ...about } as const
        version = (await recordEvent(caseId, { version, on: ballot.heldOn, act })).version
      }
    },
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['case', caseId] }),
  })
  return (
    <li>
      {said.map(({ cadreId, shown }) => (
        <p key={cadreId ?? ''}>
          {shown
            .map(({ label, value }) => say(label) + say(frameWords.colon) + say(value))
            .join(say(frameWords.semicolon))}
        </p>
      ))}
      <div className="ballot-actions">
        <button
          type="button"
          className="side-button"
          disabled={recording.isPending || recording.isSuccess}
          onClick={() => recording.mutate()}
        >
          {say(recording.isSuccess ? ballotWords.recorded : ballotWords.recordInCase)}
        </button>
        <Link to="/cases/$caseId" params={{ caseId }}>
          {say(ballotWords.openCase)}
        </Link>
      </div>
      {recording.isError && <ErrorPanel error={recording.error} what={say(ballotWords.failed)} />}
    </li>
  )
}
