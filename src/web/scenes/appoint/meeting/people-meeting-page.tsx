import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { meetingPeopleQuery } from '../../../client/queries.ts'
import { valueOf, valuesOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { meetingWords } from '../../../language/words/meeting.ts'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { PersonCardPage } from './person-card.tsx'
import { Stage } from './stage.tsx'

/** People chosen in the roster, one card each. Whom and which page stand in the address. */
export function PeopleMeetingPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/meeting/meeting' })
  const navigate = useNavigate()
  const cadres = valuesOf(search, 'cadres')
  const asked = useQuery({ ...meetingPeopleQuery(cadres), enabled: cadres.length > 0 })
  if (asked.data)
    return (
      <Stage
        title={say(meetingWords.peopleCount, { count: count(asked.data.cards.length) })}
        asOf={asked.data.asOf}
        order={say(meetingWords.byStroke)}
        people={asked.data.cards.map(({ cadreId }) => cadreId)}
        pages={asked.data.cards.map((card) => ({ id: card.cadreId, content: <PersonCardPage card={card} /> }))}
        at={Number(valueOf(search, 'page') ?? 1) - 1}
        onMove={(page) =>
          void navigate({ to: '/meeting', search: { ...search, page: String(page + 1) }, replace: true })
        }
        onLeave={() => void navigate({ to: '/cadres' })}
      />
    )
  return (
    <main className="page">
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {cadres.length > 0 && asked.isPending && <SkeletonRows rows={8} height={72} />}
      {cadres.length === 0 && (
        <EmptyState
          why={say(meetingWords.nobodyChosen)}
          next={<Link to="/cadres">{say(meetingWords.toRoster)}</Link>}
        />
      )}
    </main>
  )
}
