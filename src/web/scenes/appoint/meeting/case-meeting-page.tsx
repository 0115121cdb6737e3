import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { caseQuery } from '../../../client/case-queries.ts'
import { meetingCardsQuery } from '../../../client/queries.ts'
import { valueOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { meetingWords } from '../../../language/words/meeting.ts'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { MeetingCardPage } from './meeting-card.tsx'
import { Stage } from './stage.tsx'

/** Those proposed in a case, at the stage it is in, beside its seat. */
export function CaseMeetingPage() {
  const { say } = useSpeech()
  const { caseId } = useParams({ from: '/meeting/cases/$caseId/meeting' })
  const search = useSearch({ from: '/meeting/cases/$caseId/meeting' })
  const navigate = useNavigate()
  const found = useQuery(caseQuery(caseId))
  const seat = found.data?.seat
  const pairs = seat ? (found.data?.candidates ?? []).map(({ cadreId }) => `${seat.positionId}/${cadreId}`) : []
  const meeting = useQuery({ ...meetingCardsQuery(pairs), enabled: pairs.length > 0 })
  const [shown] = meeting.data?.seats ?? []
  const people = (meeting.data?.cards ?? []).map(({ cadreId }) => cadreId)
  const error = found.error ?? meeting.error
  if (meeting.data && shown && found.data)
    return (
      <Stage
        title={`${found.data.title}　${say(found.data.stageTitle)}`}
        asOf={meeting.data.asOf}
        order={say(meetingWords.byStroke)}
        people={people}
        beside={shown.tier.map(({ cadreId }) => cadreId).filter((cadreId) => !people.includes(cadreId))}
        pages={meeting.data.cards.map((card) => ({
          id: card.cadreId,
          content: <MeetingCardPage card={card} seat={shown} />,
        }))}
        at={Number(valueOf(search, 'page') ?? 1) - 1}
        onMove={(page) =>
          void navigate({
            to: '/cases/$caseId/meeting',
            params: { caseId },
            search: { ...search, page: String(page + 1) },
            replace: true,
          })
        }
        onLeave={() => void navigate({ to: '/cases/$caseId', params: { caseId } })}
      />
    )
  return (
    <main className="page">
      {error && <ErrorPanel error={error} />}
      {!error && (found.isPending || pairs.length > 0) && <SkeletonRows rows={8} height={72} />}
      {found.data && pairs.length === 0 && (
        <EmptyState
          why={say(meetingWords.caseNobody)}
          next={
            <Link to="/cases/$caseId" params={{ caseId }}>
              {say(meetingWords.toCase)}
            </Link>
          }
        />
      )}
    </main>
  )
}
