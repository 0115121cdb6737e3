import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { RosterSort } from '#server/contract/index.ts'
import { homeQuery, rosterChoicesQuery, rosterStatisticsQuery } from '../../../client/queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { designWords } from '../../../language/words/papers.ts'
import { rosterWords } from '../../../language/words/roster.ts'
import '../../../parts/buttons.css'
import { PageTitle } from '../../../parts/page-title.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WordsField } from '../../../parts/words-field.tsx'
import { filterOf } from './clauses.ts'
import { FilterSentence } from './filter-sentence.tsx'
import { Nobody } from './nobody.tsx'
import { RosterTable } from './roster-table.tsx'
import { useRosterRows } from './rows.ts'
import { StatisticsPanel } from './statistics-panel.tsx'
import './roster.css'

const sortWords: Partial<Record<RosterSort, (typeof rosterWords)[keyof typeof rosterWords]>> = {
  name: rosterWords.name,
  sex: rosterWords.sex,
  age: rosterWords.age,
  post: rosterWords.post,
  postSince: rosterWords.postSince,
  yearsInPost: rosterWords.yearsInPost,
  grassrootsYears: rosterWords.grassroots,
  education: rosterWords.education,
  evaluations: rosterWords.evaluations,
  rating: rosterWords.rating,
  rotation: rosterWords.rotation,
}

/** The roster: everybody whom the sentence lists, one row each; the whole view is in the address. */
export function RosterPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/cadres' })
  const navigate = useNavigate()
  const sort = (valueOf(search, 'sort') ?? 'post') as RosterSort
  const descending = valueOf(search, 'order') === 'desc'
  const filter = useMemo(() => filterOf(search), [search])
  const query = useMemo(() => ({ ...filter, sort, order: descending ? 'desc' : 'asc' }), [filter, sort, descending])
  const { first, rows, want, failed } = useRosterRows(query)
  const statistics = useQuery({ ...rosterStatisticsQuery(filter), placeholderData: keepPreviousData }).data
  const offered = useQuery(rosterChoicesQuery).data
  const serving = useQuery(homeQuery).data?.counts.serving
  const show = (next: Search, replace = false) => void navigate({ to: '/cadres', search: next, replace })

  const page = first.data
  const sortedBy =
    say(rosterWords.sortedBy, { column: sortWords[sort] ?? rosterWords.post }) +
    (descending ? say(rosterWords.descending) : '')
  return (
    <div className="roster">
      <PageTitle
        title={say(rosterWords.title)}
        note={
          page &&
          say(page.total === page.whole ? rosterWords.countAll : rosterWords.count, {
            total: count(page.total),
            whole: count(page.whole),
          })
        }
        aside={
          <>
            <span className="roster-keys">{say(rosterWords.keys)}</span>
            <Link to="/papers/designs" search={filter as Search} className="side-button">
              {say(designWords.take)}
            </Link>
          </>
        }
      />
      <div className="roster-controls">
        <WordsField
          label={say(rosterWords.searchLabel)}
          hint={say(rosterWords.search)}
          value={valueOf(search, 'q') ?? ''}
          onChange={(q) => show({ ...search, q }, true)}
        />
        <FilterSentence search={search} offered={offered} sortedBy={sortedBy} onChange={(next) => show(next)} />
      </div>
      <div className="roster-body">
        {failed && <ErrorPanel error={failed} onRetry={() => void first.refetch()} />}
        {!failed && !page && (
          <SkeletonRows
            rows={20}
            height={30}
            what={
              serving === undefined ? say(frameWords.reading) : say(frameWords.readingPeople, { count: count(serving) })
            }
          />
        )}
        {!failed && page?.total === 0 && <Nobody search={search} whole={page.whole} offered={offered} onShow={show} />}
        {!failed && page && page.total > 0 && (
          <RosterTable
            rows={rows}
            page={page}
            sort={sort}
            descending={descending}
            withVerdict={valueOf(search, 'vacancy') !== undefined}
            stale={first.isPlaceholderData}
            want={want}
            onSort={(next, down) => show({ ...search, sort: next ?? '', order: next && down ? 'desc' : '' })}
          />
        )}
        <StatisticsPanel statistics={statistics} search={search} />
      </div>
    </div>
  )
}
