import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { RotationPage as RotationList } from '#server/contract/index.ts'
import { RotationWave } from '../../../charts/rotation-wave.tsx'
import { rotationQuery } from '../../../client/queries.ts'
import { type Search, valueOf, valuesOf } from '../../../client/search.ts'
import { count, month } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rotationWords } from '../../../language/words/rotation.ts'
import { ListViews } from '../../../parts/list-views.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import { MonthCalendar } from './month-calendar.tsx'
import { RotationFilters } from './rotation-filters.tsx'
import { RotationTable } from './rotation-table.tsx'
import './rotation.css'

const pageSize = 100

/** Who is due to move or whose term ends, by which rule, and when; the wave and the calendar filter the list below. */
export function RotationPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/rotation' })
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const period = valueOf(search, 'period')
  const query = {
    state: valuesOf(search, 'state'),
    rule: valuesOf(search, 'rule'),
    kind: valuesOf(search, 'kind'),
    level: valuesOf(search, 'level'),
    unit: valueOf(search, 'unit'),
    period,
    sort: valueOf(search, 'sort'),
    order: valueOf(search, 'order'),
    offset,
    limit: pageSize,
  }
  const rotation = useQuery({ ...rotationQuery(query), placeholderData: keepPreviousData })
  const show = (next: Search) => void navigate({ to: '/rotation', search: next, resetScroll: false })
  const narrow = (next: Search) => show({ ...search, offset: '', ...next })
  const list = rotation.data

  return (
    <>
      <PageTitle
        title={say(rotationWords.title)}
        note={list && say(rotationWords.count, { total: count(list.total) })}
        views={<PageViews of="/rotation" />}
      />
      {rotation.isError && <ErrorPanel error={rotation.error} onRetry={() => void rotation.refetch()} />}
      {rotation.isPending && <SkeletonRows rows={14} height={46} />}
      {list && (
        <div className="rotation">
          <Panel title={say(rotationWords.wave)} explained="rotation-wave" note={say(rotationWords.waveNote)}>
            <RotationWave wave={list.wave} height={190} onPick={(next) => narrow({ period: next, state: '' })} />
          </Panel>
          <Panel
            title={say(rotationWords.calendar)}
            explained="rotation-duty"
            note={say(rotationWords.calendarNote)}
            flush
          >
            <MonthCalendar list={list} search={search} />
          </Panel>
          <div className={rotation.isPlaceholderData ? 'sheet stale' : 'sheet'}>
            <div className="rotation-head">
              <Views list={list} search={search} />
              <RotationFilters list={list} search={search} onNarrow={narrow} />
            </div>
            <OnlyPeriod list={list} period={period} search={search} />
            {list.total === 0 ? (
              <EmptyState
                why={say(rotationWords.none)}
                next={<Link to="/rotation">{say(rotationWords.noneNext)}</Link>}
              />
            ) : (
              <RotationTable list={list} search={search} onSort={show} chosen={chosen} onChoose={setChosen} />
            )}
            <Pager
              offset={offset}
              size={pageSize}
              total={list.total}
              onMove={(next) => show({ ...search, offset: String(next) })}
            />
            <ChosenBar chosen={chosen} onClear={() => setChosen(new Map())} />
          </div>
        </div>
      )}
    </>
  )
}

interface OnlyPeriodProps {
  readonly list: RotationList
  readonly period: string | undefined
  readonly search: Search
}

function OnlyPeriod({ list, period, search }: OnlyPeriodProps) {
  const { say } = useSpeech()
  if (period === undefined) return null
  const bar = list.wave.periods.find((entry) => entry.period === period)
  return (
    <p className="only-period">
      {say(rotationWords.onlyPeriod, { period: bar ? bar.label : month(period) })}{' '}
      <Link to="/rotation" search={{ ...search, period: '', offset: '' }} resetScroll={false}>
        {say(rotationWords.allPeriods)}
      </Link>
    </p>
  )
}

function Views({ list, search }: { list: RotationList; search: Search }) {
  const { counts } = list
  const all = counts.overdue + counts.dueWithinYear + counts.later
  const shown = valueOf(search, 'state')
  const states = [
    ['overdue', counts.overdue],
    ['due-within-year', counts.dueWithinYear],
    ['later', counts.later],
  ] as const
  return (
    <ListViews
      isLine
      label={rotationWords.state}
      views={[
        { label: rotationWords.all, count: all, search: {}, isHere: shown === undefined },
        ...states.map(([state, of]) => ({
          label: labelOf('dueState', state),
          count: of,
          search: { state },
          isHere: shown === state,
        })),
      ]}
    />
  )
}
