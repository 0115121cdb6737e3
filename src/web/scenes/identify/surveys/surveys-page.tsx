import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { SurveysPage as SurveyList } from '#server/contract/index.ts'
import { ratingQualityQuery, surveysQuery } from '../../../client/queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { surveyWords as words } from '../../../language/words/surveys.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import '../../../parts/views.css'
import { ConductPanel } from './conduct-panel.tsx'
import { Disagreements } from './disagreements.tsx'
import { LinkingPanel } from './linking-panel.tsx'
import { ReliabilityPanel, VariancePanel } from './reliability-panel.tsx'
import { SurveyTable } from './survey-table.tsx'
import './surveys.css'

const pageSize = 50

/** How good the ratings are as a whole, then every survey: what they rest on, and what they cannot tell. */
export function SurveysPage() {
  const { say } = useSpeech()
  const quality = useQuery(ratingQualityQuery)
  const found = quality.data
  return (
    <>
      <PageTitle title={say(words.title)} />
      {quality.isError && <ErrorPanel error={quality.error} onRetry={() => void quality.refetch()} />}
      {quality.isPending && <SkeletonRows rows={8} height={46} />}
      {found === null && <EmptyState why={say(words.none)} next={say(words.noneNext)} />}
      {found && (
        <div className="surveys-grid">
          <ReliabilityPanel quality={found} />
          <div className="surveys-column">
            <VariancePanel quality={found} />
            <Disagreements quality={found} />
          </div>
          <LinkingPanel quality={found} />
          <ConductPanel quality={found} />
        </div>
      )}
      <Surveys />
    </>
  )
}

function Surveys() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/surveys' })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const query = {
    channel: valueOf(search, 'channel'),
    year: valueOf(search, 'year'),
    unit: valueOf(search, 'unit'),
    flagged: valueOf(search, 'flagged'),
    offset,
    limit: pageSize,
  }
  const surveys = useQuery({ ...surveysQuery(query), placeholderData: keepPreviousData })
  const show = (next: Search) => void navigate({ to: '/surveys', search: next, resetScroll: false })
  if (surveys.isError) return <ErrorPanel error={surveys.error} onRetry={() => void surveys.refetch()} />
  const list = surveys.data
  if (!list) return <SkeletonRows rows={10} height={32} />
  if (list.channels.length === 0) return null
  return (
    <Panel title={say(words.list)} note={say(words.count, { total: count(list.total) })} flush>
      <Filters list={list} search={search} onShow={show} />
      {list.total === 0 ? (
        <EmptyState why={say(words.noneFound)} next={<Link to="/surveys">{say(words.all)}</Link>} />
      ) : (
        <SurveyTable list={list} />
      )}
      <Pager
        offset={offset}
        size={pageSize}
        total={list.total}
        onMove={(next) => show({ ...search, offset: String(next) })}
      />
    </Panel>
  )
}

interface FiltersProps {
  readonly list: SurveyList
  readonly search: Search
  onShow(search: Search): void
}

function Filters({ list, search, onShow }: FiltersProps) {
  const { say } = useSpeech()
  const { offset: _, ...kept } = search
  const isFlagged = valueOf(search, 'flagged') === 'true'
  const without = (name: string): Search => Object.fromEntries(Object.entries(kept).filter(([key]) => key !== name))
  return (
    <div className="survey-filters">
      <ul className="views">
        <li>
          <Link to="/surveys" search={without('channel')} activeOptions={{ exact: true, includeSearch: true }}>
            {say(words.all)}
          </Link>
        </li>
        {list.channels.map(({ channel, count: found }) => (
          <li key={channel}>
            <Link
              to="/surveys"
              search={{ ...kept, channel }}
              resetScroll={false}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              {say(labelOf('ratingChannel', channel))} <span>{count(found)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <ul className="views">
        {list.years.map((year) => (
          <li key={year}>
            <Link
              to="/surveys"
              search={valueOf(search, 'year') === String(year) ? without('year') : { ...kept, year: String(year) }}
              resetScroll={false}
              aria-current={valueOf(search, 'year') === String(year) ? 'true' : undefined}
            >
              {year}
            </Link>
          </li>
        ))}
      </ul>
      <ul className="views">
        <li>
          <Link
            to="/surveys"
            search={isFlagged ? without('flagged') : { ...kept, flagged: 'true' }}
            resetScroll={false}
            aria-current={isFlagged ? 'true' : undefined}
          >
            {say(words.onlyFlagged)}
          </Link>
        </li>
      </ul>
      <label className="survey-unit">
        <span className="out-of-sight">{say(words.findUnit)}</span>
        <input
          type="search"
          placeholder={say(words.findUnit)}
          defaultValue={valueOf(search, 'unit') ?? ''}
          onKeyDown={({ key, currentTarget }) => {
            if (key === 'Enter') onShow({ ...kept, unit: currentTarget.value })
          }}
        />
      </label>
    </div>
  )
}
