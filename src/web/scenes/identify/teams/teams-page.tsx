import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { TeamsPage as TeamsList } from '#server/contract/index.ts'
import { teamsQuery } from '../../../client/queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { teamWords } from '../../../language/words/teams.ts'
import { ListViews } from '../../../parts/list-views.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
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
        title={say(teamWords.menu)}
        note={list && say(teamWords.count, { total: count(list.total) })}
        views={list && <Levels list={list} level={query.level} />}
      />
      {teams.isError && <ErrorPanel error={teams.error} onRetry={() => void teams.refetch()} />}
      {teams.isPending && <SkeletonRows rows={14} height={42} />}
      {list && (
        <div className="teams-page">
          <div className={teams.isPlaceholderData ? 'sheet stale' : 'sheet'}>
            <div className="team-filters">
              <Kinds list={list} {...query} />
              <p className="second">{say(teamWords.note)}</p>
            </div>
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

interface ChosenProps {
  readonly list: TeamsList
  readonly level: string | undefined
}

function Levels({ list, level }: ChosenProps) {
  const levels = tally(list, 'level')
  return (
    <ListViews
      label={teamWords.levels}
      views={[
        { label: teamWords.all, count: sumOf(levels), search: {}, isHere: level === undefined },
        ...levels.map(([one, value]) => ({
          label: labelOf('unitLevel', one),
          count: value,
          search: { level: one },
          isHere: one === level,
        })),
      ]}
    />
  )
}

function Kinds({ list, level, kind }: ChosenProps & { readonly kind: string | undefined }) {
  const within = level === undefined ? {} : { level }
  return (
    <ListViews
      label={teamWords.kinds}
      views={tally(list, 'kind', level).map(([one, value]) => ({
        label: labelOf('unitKind', one),
        count: value,
        search: one === kind ? within : { ...within, kind: one },
        isHere: one === kind,
      }))}
      isLine
    />
  )
}
