import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { TeamsPage as TeamsList } from '#server/contract/index.ts'
import { teamsQuery } from '../../../client/queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { teamWords } from '../../../language/words/teams.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import '../../../parts/views.css'
import { TeamsTable } from './teams-table.tsx'
import './teams.css'

const pageSize = 100

/** Every leadership team against those of its kind and level; in the order of units, never by rank. */
export function TeamsPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/teams' })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const query = { kind: valueOf(search, 'kind'), level: valueOf(search, 'level'), offset, limit: pageSize }
  const teams = useQuery({ ...teamsQuery(query), placeholderData: keepPreviousData })
  const show = (next: Search) => void navigate({ to: '/teams', search: next, resetScroll: false })
  const list = teams.data
  return (
    <>
      <PageTitle
        title={say(teamWords.title)}
        note={list && say(teamWords.count, { total: count(list.total) })}
        aside={list && <Levels list={list} />}
      />
      {teams.isError && <ErrorPanel error={teams.error} onRetry={() => void teams.refetch()} />}
      {teams.isPending && <SkeletonRows rows={14} height={42} />}
      {list && (
        <div className="teams-page">
          <div className={teams.isPlaceholderData ? 'sheet stale' : 'sheet'}>
            <Kinds list={list} level={query.level} />
            {list.total === 0 ? (
              <EmptyState why={say(teamWords.none)} next={<Link to="/teams">{say(teamWords.noneNext)}</Link>} />
            ) : (
              <TeamsTable rows={list.rows} />
            )}
            <Pager
              offset={offset}
              size={pageSize}
              total={list.total}
              onMove={(next) => show({ ...search, offset: String(next) })}
            />
          </div>
        </div>
      )}
    </>
  )
}

function tally(list: TeamsList, by: 'kind' | 'level', level?: string): [string, number][] {
  const counts = new Map<string, number>()
  for (const group of list.groups)
    if (level === undefined || group.level === level) counts.set(group[by], (counts.get(group[by]) ?? 0) + group.count)
  return [...counts]
}

const sumOf = (counts: readonly [string, number][]): number => counts.reduce((sum, [, one]) => sum + one, 0)

function Levels({ list }: { list: TeamsList }) {
  const { say } = useSpeech()
  const levels = tally(list, 'level')
  return (
    <ul className="views" aria-label={say(teamWords.levels)}>
      <li>
        <Link to="/teams" activeOptions={{ exact: true, includeSearch: true }}>
          {say(teamWords.all)} <span>{count(sumOf(levels))}</span>
        </Link>
      </li>
      {levels.map(([level, value]) => (
        <li key={level}>
          <Link to="/teams" search={{ level }} activeOptions={{ exact: false, includeSearch: true }}>
            {say(labelOf('unitLevel', level))} <span>{count(value)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Kinds({ list, level }: { list: TeamsList; level: string | undefined }) {
  const { say } = useSpeech()
  const within = level === undefined ? {} : { level }
  return (
    <div className="team-kinds">
      <ul className="views" aria-label={say(teamWords.kinds)}>
        {tally(list, 'kind', level).map(([kind, value]) => (
          <li key={kind}>
            <Link to="/teams" search={{ ...within, kind }} activeOptions={{ exact: true, includeSearch: true }}>
              {say(labelOf('unitKind', kind))} <span>{count(value)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="second">{say(teamWords.note)}</p>
    </div>
  )
}
