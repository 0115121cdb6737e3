import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { BallotShape } from '#server/contract/index.ts'
import { ballotQuery } from '../../../../client/ballot-queries.ts'
import { day } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { ballotKindLabels, ballotStateLabels, ballotWords } from '../../../../language/words/ballots.ts'
import '../../../../parts/buttons.css'
import { PageTitle } from '../../../../parts/page-title.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../../../parts/states.tsx'
import '../ballots.css'
import { ClosingPart } from './closing-part.tsx'
import { PaperPart } from './paper-part.tsx'
import { ProgressPart } from './progress-part.tsx'
import { ReportPart } from './report-part.tsx'
import { RollPart } from './roll-part.tsx'
import { SlipsPart } from './slips-part.tsx'

/** A ballot, from its slips to its report. */
export function BallotPage() {
  const { say } = useSpeech()
  const { ballotId } = useParams({ from: '/office/ballots/$ballotId' })
  const asked = useQuery(ballotQuery(ballotId))
  const ballot = asked.data
  return (
    <>
      <PageTitle
        title={ballot?.title ?? say(ballotWords.menu)}
        note={
          ballot &&
          `${say(ballotKindLabels[ballot.kind])}　${day(ballot.heldOn)}　${say(ballotStateLabels[ballot.state])}`
        }
        aside={<Link to="/ballots">{say(ballotWords.back)}</Link>}
      />
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={10} height={44} />}
      {ballot && <Parts ballot={ballot} />}
    </>
  )
}

function Parts({ ballot }: { ballot: BallotShape }) {
  const { say } = useSpeech()
  const { state, cancelled } = ballot
  return (
    <div className="ballot-parts">
      {cancelled && (
        <Panel title={say(ballotStateLabels.cancelled)}>
          <p>{say(ballotWords.cancelledWhy, { day: day(cancelled.at), by: cancelled.by, reason: cancelled.reason })}</p>
        </Panel>
      )}
      {ballot.report && <ReportPart ballot={ballot} report={ballot.report} />}
      {state === 'prepared' && <SlipsPart ballot={ballot} />}
      {state === 'open' && <ProgressPart ballot={ballot} />}
      {(state === 'prepared' || state === 'open') && <RollPart ballot={ballot} />}
      {state === 'open' && <PaperPart ballot={ballot} />}
      {(state === 'prepared' || state === 'open') && <ClosingPart ballot={ballot} />}
    </div>
  )
}
