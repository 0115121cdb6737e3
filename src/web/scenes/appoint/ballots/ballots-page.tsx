import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ballotsQuery } from '../../../client/ballot-queries.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { ballotKindLabels, ballotStateLabels, ballotWords } from '../../../language/words/ballots.ts'
import '../../../parts/buttons.css'
import { PageTitle } from '../../../parts/page-title.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import './ballots.css'
import { ColumnHeads } from '../../../parts/column-heads.tsx'

/** Every ballot, newest first. */
export function BallotsPage() {
  const { say } = useSpeech()
  const asked = useQuery(ballotsQuery)
  const ballots = asked.data?.ballots
  const heads = [ballotWords.name, ballotWords.kind, ballotWords.heldOn, ballotWords.state] as const
  return (
    <>
      <PageTitle
        title={say(ballotWords.menu)}
        note={ballots && say(ballotWords.count, { total: count(ballots.length) })}
        aside={
          <Link to="/ballots/new" className="main-button">
            {say(ballotWords.add)}
          </Link>
        }
      />
      <div className="sheet">
        {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
        {asked.isPending && <SkeletonRows rows={6} height={38} />}
        {ballots?.length === 0 && (
          <EmptyState why={say(ballotWords.none)} next={<Link to="/ballots/new">{say(ballotWords.add)}</Link>} />
        )}
        {ballots && ballots.length > 0 && (
          <WideTable label={say(ballotWords.menu)} className="figures ballots">
            <thead>
              <tr>
                <ColumnHeads heads={heads} />
                <th scope="col" className="number">
                  {say(ballotWords.cast)}
                </th>
              </tr>
            </thead>
            <tbody>
              {ballots.map((ballot) => (
                <tr key={ballot.ballotId}>
                  <td>
                    <Link to="/ballots/$ballotId" params={{ ballotId: ballot.ballotId }}>
                      {ballot.title}
                    </Link>
                  </td>
                  <td>{say(ballotKindLabels[ballot.kind])}</td>
                  <td>{day(ballot.heldOn)}</td>
                  <td>{say(ballotStateLabels[ballot.state])}</td>
                  <td className="number">
                    {count(ballot.cast)} <span className="quiet">/ {count(ballot.due)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </WideTable>
        )}
      </div>
    </>
  )
}
