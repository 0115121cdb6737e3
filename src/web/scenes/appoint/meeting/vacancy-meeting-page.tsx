import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { Meeting } from '#server/contract/index.ts'
import { vacancyMeetingQuery } from '../../../client/queries.ts'
import { type Search, valueOf, valuesOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { meetingWords } from '../../../language/words/meeting.ts'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { MeetingCardPage } from './meeting-card.tsx'
import { Stage } from './stage.tsx'
import { TierPage } from './tier-page.tsx'

/** A vacancy on the big screen: the seat with its first tier, then a card for each person. The page is in the address. */
export function VacancyMeetingPage() {
  const { positionId } = useParams({ from: '/meeting/vacancies/$positionId/meeting' })
  const search = useSearch({ from: '/meeting/vacancies/$positionId/meeting' })
  const meeting = useQuery(vacancyMeetingQuery(positionId, valuesOf(search, 'cadres')))
  if (meeting.data && meeting.data.cards.length > 0) return <Shown meeting={meeting.data} search={search} />
  return (
    <main className="page">
      {meeting.isError && <ErrorPanel error={meeting.error} onRetry={() => void meeting.refetch()} />}
      {meeting.isPending && <SkeletonRows rows={8} height={72} />}
      {meeting.data && <Nobody positionId={positionId} />}
    </main>
  )
}

function Nobody({ positionId }: { positionId: string }) {
  const { say } = useSpeech()
  return (
    <EmptyState
      why={say(meetingWords.nobody)}
      next={
        <Link to="/vacancies/$positionId" params={{ positionId }}>
          {say(meetingWords.nobodyNext)}
        </Link>
      }
    />
  )
}

function Shown({ meeting, search }: { meeting: Meeting; search: Search }) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const [seat] = meeting.seats
  if (!seat) return null
  const params = { positionId: seat.positionId }
  const turn = (page: number) =>
    void navigate({
      to: '/vacancies/$positionId/meeting',
      params,
      search: { ...search, page: String(page + 1) },
      replace: true,
    })
  return (
    <Stage
      title={`${seat.unitName}　${seat.title}`}
      asOf={meeting.asOf}
      order={say(meetingWords.byStroke)}
      people={meeting.cards.map(({ cadreId }) => cadreId)}
      pages={[
        { id: 'tier', content: <TierPage seat={seat} cards={meeting.cards} onOpen={(place) => turn(place + 1)} /> },
        ...meeting.cards.map((card) => ({ id: card.cadreId, content: <MeetingCardPage card={card} seat={seat} /> })),
      ]}
      at={Number(valueOf(search, 'page') ?? 1) - 1}
      onMove={turn}
      onLeave={() => void navigate({ to: '/vacancies/$positionId', params })}
    />
  )
}
