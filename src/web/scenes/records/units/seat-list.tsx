import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Search, valueOf, valuesOf } from '../../../client/search.ts'
import { seatsQuery } from '../../../client/unit-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { unitsWords, seatRowWords as words } from '../../../language/words/units.ts'
import { FilterLine, type LineFilter, termOptions } from '../../../parts/filter-line.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { SeatTable } from './seat-table.tsx'
import { type ListProps, offsetIn, pageSize } from './unit-list.tsx'
import { Within } from './within.tsx'

/** The posts that an address asks for. */
export function seatsIn(search: Search) {
  const [q, under, unit, level, state] = ['q', 'under', 'unit', 'level', 'state'].map((name) => valueOf(search, name))
  const place = { offset: offsetIn(search), limit: pageSize }
  return seatsQuery({ q, under, unit, level, role: valuesOf(search, 'role'), state, ...place })
}

/** The library of posts: every leading seat with who is in it. */
export function SeatList({ search, onShow }: ListProps) {
  const { say } = useSpeech()
  const asked = useQuery({ ...seatsIn(search), placeholderData: keepPreviousData })
  const filters: LineFilter[] = [
    {
      name: 'state',
      label: words.state,
      options: Object.entries(words.states).map(([id, label]) => [id, say(label)] as const),
      none: unitsWords.everything,
    },
    {
      name: 'level',
      label: words.level,
      options: termOptions('postLevel', say),
      none: unitsWords.everything,
    },
    {
      name: 'role',
      label: words.role,
      options: termOptions('role', say),
      none: unitsWords.everything,
    },
  ]
  const page = asked.data
  return (
    <>
      {asked.isError && (
        <ErrorPanel
          error={asked.error}
          onRetry={() => void asked.refetch()}
          onward={
            <Link to="/units" search={{ view: 'seats' }}>
              {say(words.noneNext)}
            </Link>
          }
        />
      )}
      <div className="unit-filters">
        <Within search={search} onShow={onShow} />
        <FilterLine
          filters={filters}
          search={search}
          onChange={(name, value) => onShow({ ...search, [name]: value, offset: '' })}
        />
      </div>
      {asked.isPending && <SkeletonRows rows={16} height={30} />}
      {page && (
        <div className={asked.isPlaceholderData ? 'sheet stale' : 'sheet'}>
          {page.total === 0 ? (
            <EmptyState
              why={say(words.none)}
              next={
                <Link to="/units" search={{ view: 'seats' }}>
                  {say(words.noneNext)}
                </Link>
              }
            />
          ) : (
            <SeatTable label={say(unitsWords.bySeat)} seats={page.rows} withUnit />
          )}
          <Pager
            offset={offsetIn(search)}
            size={pageSize}
            total={page.total}
            onMove={(next) => onShow({ ...search, offset: String(next) })}
          />
        </div>
      )}
    </>
  )
}
