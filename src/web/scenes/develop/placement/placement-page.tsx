import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { PlacementList } from '#server/contract/index.ts'
import { beginPlacement, placementQuery, placementsQuery } from '../../../client/career-path-queries.ts'
import { valueOf } from '../../../client/search.ts'
import { count, minute } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { placementWords as words } from '../../../language/words/career-paths.ts'
import '../../../parts/buttons.css'
import { PageTitle } from '../../../parts/page-title.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import '../../../parts/tabs.css'
import { RoundShown } from './round-shown.tsx'
import '../paths/paths.css'
import '../postings/postings.css'
import './placement.css'

/** The placement rounds of the reserve; `?round=` shows another than the newest. */
export function PlacementPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/development/placement' })
  const navigate = useNavigate()
  const queries = useQueryClient()
  const placements = useQuery(placementsQuery)
  const begin = useMutation({
    mutationFn: beginPlacement,
    onSuccess: async ({ placementId }) => {
      await queries.invalidateQueries({ queryKey: placementsQuery.queryKey })
      await navigate({ to: '/development/placement', search: { round: placementId } })
    },
  })
  const list = placements.data
  const chosen = valueOf(search, 'round') ?? list?.rounds[0]?.placementId
  return (
    <>
      <PageTitle
        title={say(words.menu)}
        note={list && say(words.note, { reserve: count(list.reserve), lacking: count(list.lacking) })}
        aside={
          <button type="button" className="main-button" disabled={begin.isPending} onClick={() => begin.mutate()}>
            {say(words.begin)}
          </button>
        }
        views={list && <Rounds list={list} chosen={chosen} />}
      />
      {placements.isError && <ErrorPanel error={placements.error} onRetry={() => void placements.refetch()} />}
      {begin.isError && <ErrorPanel error={begin.error} />}
      {placements.isPending && <SkeletonRows rows={8} height={40} />}
      {list && chosen === undefined && (
        <div className="sheet">
          <EmptyState why={say(words.none)} next={say(words.noneNext)} />
        </div>
      )}
      {chosen !== undefined && <Chosen placementId={chosen} />}
    </>
  )
}

function Rounds({ list, chosen }: { list: PlacementList; chosen: string | undefined }) {
  const { say } = useSpeech()
  if (list.rounds.length === 0) return null
  return (
    <nav className="tabs" aria-label={say(words.rounds)}>
      {list.rounds.slice(0, 6).map(({ placementId, at, state, isCurrent }) => (
        <Link
          key={placementId}
          to="/development/placement"
          search={{ round: placementId }}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={placementId === chosen ? 'page' : undefined}
        >
          {minute(at)} {say(words[state])}
          {!isCurrent && <span> · {say(words.outdated)}</span>}
        </Link>
      ))}
    </nav>
  )
}

function Chosen({ placementId }: { placementId: string }) {
  const placement = useQuery(placementQuery(placementId))
  if (placement.isPending) return <SkeletonRows rows={10} height={46} />
  if (placement.isError) return <ErrorPanel error={placement.error} onRetry={() => void placement.refetch()} />
  return <RoundShown placement={placement.data} />
}
