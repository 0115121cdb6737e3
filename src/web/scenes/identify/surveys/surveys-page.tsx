import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { SurveysPage as SurveyList } from '#server/contract/index.ts'
import { ratingQualityQuery, surveysQuery } from '../../../client/queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { surveyWords as words } from '../../../language/words/surveys.ts'
import { FilterLine } from '../../../parts/filter-line.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { ConductPanel } from './conduct-panel.tsx'
import { Disagreements } from './disagreements.tsx'
import { LinkingPanel } from './linking-panel.tsx'
import { ReliabilityPanel, VariancePanel } from './reliability-panel.tsx'
import { SurveyTable } from './survey-table.tsx'
import './surveys.css'

const pageSize = 50
const unfiltered = { offset: 0, limit: pageSize }

/** How good the ratings are as a whole, then every survey: what they rest on, and what they cannot tell. */
export function SurveysPage() {
  const { say } = useSpeech()
  const quality = useQuery(ratingQualityQuery)
  const found = quality.data
  const all = useQuery(surveysQuery(unfiltered)).data?.channels.reduce((sum, each) => sum + each.count, 0)
  return (
    <>
      <PageTitle title={say(words.menu)} note={all !== undefined && say(words.count, { total: count(all) })} />
      {quality.isError && <ErrorPanel error={quality.error} onRetry={() => void quality.refetch()} />}
      {quality.isPending && <SkeletonRows rows={8} height={46} />}
      {found === null && <EmptyState why={say(words.none)} next={<Link to="/imports">{say(words.noneNext)}</Link>} />}
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
  const change = (name: string, value: string) => onShow({ ...kept, [name]: value })
  return (
    <div className="survey-filters">
      <FilterLine
        filters={[
          {
            name: 'channel',
            label: words.channel,
            options: list.channels.map((one) => [
              one.channel,
              `${say(labelOf('ratingChannel', one.channel))}　${count(one.count)}`,
            ]),
            none: words.any,
          },
          {
            name: 'year',
            label: words.year,
            options: list.years.map((year) => [`${year}`, `${year}`]),
            none: words.any,
          },
          { name: 'flagged', label: words.flags, options: [['true', say(words.onlyFlagged)]], none: words.any },
        ]}
        search={search}
        onChange={change}
      />
      <label className="survey-unit">
        <span className="out-of-sight">{say(words.findUnit)}</span>
        <input
          type="search"
          placeholder={say(words.findUnit)}
          defaultValue={valueOf(search, 'unit') ?? ''}
          onKeyDown={({ key, currentTarget }) => {
            if (key === 'Enter') change('unit', currentTarget.value)
          }}
        />
      </label>
    </div>
  )
}
