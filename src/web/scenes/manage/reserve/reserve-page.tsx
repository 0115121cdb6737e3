import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReservePage as ReserveList } from '#server/contract/index.ts'
import { reserveQuery } from '../../../client/reserve-queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { reserveWords as words } from '../../../language/words/reserve.ts'
import { DateInput } from '../../../parts/date-input.tsx'
import { ListViews } from '../../../parts/list-views.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { ReserveTable } from './reserve-table.tsx'
import './reserve.css'

const pageSize = 100

/** Everybody in the reserve: the course so far, what changed since the last look, who is responsible, what is open. */
export function ReservePage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/reserve' })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const query = { only: valueOf(search, 'only'), since: valueOf(search, 'since'), offset, limit: pageSize }
  const reserve = useQuery({ ...reserveQuery(query), placeholderData: keepPreviousData })
  const list = reserve.data
  const show = (next: Search) => void navigate({ to: '/reserve', search: next, resetScroll: false })
  return (
    <>
      <PageTitle
        title={say(words.menu)}
        note={list && say(words.note, { count: count(list.total) })}
        views={list && <Views list={list} search={search} />}
      />
      <p className="page-purpose">{say(words.purpose)}</p>
      {reserve.isError && <ErrorPanel error={reserve.error} onRetry={() => void reserve.refetch()} />}
      {reserve.isPending && <SkeletonRows rows={12} height={44} />}
      {list && (
        <>
          <div className="reserve-since">
            <span>{say(words.since)}</span>
            <DateInput
              label={say(words.since)}
              value={list.since}
              onChange={(since) => since !== '' && show({ ...search, since, offset: '' })}
            />
            {list.isOwnLook && <span className="second">{say(words.ownLook)}</span>}
          </div>
          <div className={reserve.isPlaceholderData ? 'sheet stale' : 'sheet'}>
            {list.total === 0 ? (
              <EmptyState why={say(words.none)} next={<Link to="/reserve">{say(words.noneNext)}</Link>} />
            ) : (
              <ReserveTable list={list} />
            )}
            <Pager
              offset={offset}
              size={pageSize}
              total={list.total}
              onMove={(next) => show({ ...search, offset: String(next) })}
            />
          </div>
        </>
      )}
    </>
  )
}

function Views({ list, search }: { list: ReserveList; search: Search }) {
  const chosen = valueOf(search, 'only')
  const since = valueOf(search, 'since')
  const kept = since === undefined ? {} : { since }
  return (
    <ListViews
      label={words.filters}
      views={[
        { label: words.all, search: kept, isHere: chosen === undefined },
        ...list.counts
          .filter((one) => one.count > 0)
          .map((one) => ({ ...one, search: { ...kept, only: one.only }, isHere: chosen === one.only })),
      ]}
    />
  )
}
