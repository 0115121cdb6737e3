import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { RotationPage as RotationList } from '#server/contract/index.ts'
import { RotationWave } from '../../../charts/rotation-wave.tsx'
import { rotationQuery } from '../../../client/queries.ts'
import { type Search, valueOf, valuesOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rotationWords } from '../../../language/words/appoint.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import '../../../parts/views.css'
import { RotationTable } from './rotation-table.tsx'
import './rotation.css'

const pageSize = 100

/** Who is due to move or whose term ends, by which rule, and when; the wave above filters the list below. */
export function RotationPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/rotation' })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const query = {
    state: valuesOf(search, 'state'),
    period: valueOf(search, 'period'),
    sort: valueOf(search, 'sort'),
    order: valueOf(search, 'order'),
    offset,
    limit: pageSize,
  }
  const rotation = useQuery({ ...rotationQuery(query), placeholderData: keepPreviousData })
  const show = (next: Search) => void navigate({ to: '/rotation', search: next, resetScroll: false })
  const list = rotation.data

  return (
    <>
      <PageTitle
        title={say(rotationWords.title)}
        note={list && say(rotationWords.count, { total: count(list.total) })}
        aside={list && <States list={list} />}
      />
      {rotation.isError && <ErrorPanel error={rotation.error} onRetry={() => void rotation.refetch()} />}
      {rotation.isPending && <SkeletonRows rows={14} height={46} />}
      {list && (
        <div className="rotation">
          <Panel title={say(rotationWords.wave)} note={say(rotationWords.waveNote)}>
            <RotationWave wave={list.wave} height={190} onPick={(period) => show({ period })} />
          </Panel>
          <div className={rotation.isPlaceholderData ? 'sheet stale' : 'sheet'}>
            <OnlyPeriod list={list} period={query.period} />
            {list.total === 0 ? (
              <EmptyState
                why={say(rotationWords.none)}
                next={<Link to="/rotation">{say(rotationWords.noneNext)}</Link>}
              />
            ) : (
              <RotationTable list={list} search={search} onSort={show} />
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

function OnlyPeriod({ list, period }: { list: RotationList; period: string | undefined }) {
  const { say } = useSpeech()
  const chosen = list.wave.periods.find((entry) => entry.period === period)
  if (!chosen) return null
  return (
    <p className="only-period">
      {say(rotationWords.onlyPeriod, { period: chosen.label })}{' '}
      <Link to="/rotation">{say(rotationWords.allPeriods)}</Link>
    </p>
  )
}

function States({ list }: { list: RotationList }) {
  const { say } = useSpeech()
  const { counts } = list
  const all = counts.overdue + counts.dueWithinYear + counts.later
  const views = [
    [undefined, rotationWords.all, all],
    ['overdue', labelOf('dueState', 'overdue'), counts.overdue],
    ['due-within-year', labelOf('dueState', 'due-within-year'), counts.dueWithinYear],
    ['later', labelOf('dueState', 'later'), counts.later],
  ] as const
  return (
    <ul className="views">
      {views.map(([state, label, value]) => (
        <li key={label.en}>
          <Link to="/rotation" search={state ? { state } : {}} activeOptions={{ exact: true, includeSearch: true }}>
            {say(label)} <span>{count(value)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
