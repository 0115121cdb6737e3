import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { SeatsBoardAnswer } from '#server/contract/index.ts'
import { seatsBoardQuery } from '../../../../client/queries.ts'
import { type Search, valueOf, valuesOf } from '../../../../client/search.ts'
import { count, month } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { seatsWords } from '../../../../language/words/seats.ts'
import { Pager } from '../../../../parts/pager.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../../parts/states.tsx'
import { ConcurrentTable, OpeningTable, OverQuotaTable } from './held-tables.tsx'
import { LevelCounts } from './level-counts.tsx'
import { SeatFilters } from './seat-filters.tsx'
import { listTitles } from './seat-lists.ts'
import { ToAdjustTable } from './to-adjust-table.tsx'
import { ToFillTable } from './to-fill-table.tsx'
import './seats-board.css'

const pageSize = 100

/** Every seat that asks for something, counted by level; each count lists its seats below. The address holds the view. */
export function SeatsBoard({ search }: { search: Search }) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const query = {
    list: valueOf(search, 'list'),
    level: valuesOf(search, 'level'),
    sector: valuesOf(search, 'sector'),
    unit: valueOf(search, 'unit'),
    theme: valueOf(search, 'theme'),
    state: valueOf(search, 'state'),
    withoutList: valueOf(search, 'withoutList'),
    offset,
    limit: pageSize,
  }
  const asked = useQuery({ ...seatsBoardQuery(query), placeholderData: keepPreviousData })
  const show = (next: Search) => void navigate({ to: '/vacancies', search: next, resetScroll: false })
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  const board = asked.data
  if (!board) return <SkeletonRows rows={14} height={36} />
  return (
    <div className={asked.isPlaceholderData ? 'seats stale' : 'seats'}>
      <SeatFilters search={search} themes={board.themes} onChange={show} />
      <Panel
        title={say(seatsWords.counts)}
        explained="vacancy"
        note={say(seatsWords.countsNote)}
        foot={<Planned board={board} />}
        flush
      >
        <LevelCounts board={board} search={search} />
      </Panel>
      <Panel title={say(listTitles[board.shown.list])} note={count(board.total)} flush>
        {board.total === 0 ? (
          <EmptyState
            why={say(seatsWords.none)}
            next={
              <Link to="/vacancies" search={{ view: 'board' }}>
                {say(seatsWords.clear)}
              </Link>
            }
          />
        ) : (
          <Shown shown={board.shown} />
        )}
        <Pager
          offset={offset}
          size={pageSize}
          total={board.total}
          onMove={(next) => show({ ...search, offset: String(next) })}
        />
      </Panel>
    </div>
  )
}

function Shown({ shown }: Pick<SeatsBoardAnswer, 'shown'>) {
  switch (shown.list) {
    case 'to-fill':
      return <ToFillTable rows={shown.rows} />
    case 'to-adjust':
      return <ToAdjustTable rows={shown.rows} />
    case 'over-quota':
      return <OverQuotaTable rows={shown.rows} />
    case 'concurrent':
      return <ConcurrentTable rows={shown.rows} />
    case 'opening':
      return <OpeningTable rows={shown.rows} />
  }
}

function Planned({ board }: { board: SeatsBoardAnswer }) {
  const { say } = useSpeech()
  return (
    <>
      {say(seatsWords.planning, { until: month(board.until) })}
      {board.retirementUnknown > 0 &&
        ` · ${say(seatsWords.retirementUnknown, { count: count(board.retirementUnknown) })}`}
    </>
  )
}
