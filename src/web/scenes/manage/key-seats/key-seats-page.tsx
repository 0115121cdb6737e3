import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { KeySeatPage as Register } from '#server/contract/index.ts'
import { keySeatsQuery } from '../../../client/rotation-queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { keySeatWords as words } from '../../../language/words/key-seats.ts'
import '../../../parts/buttons.css'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import './key-seats.css'
import { SeatTable } from './seat-table.tsx'

const pageSize = 50
/** Units with the most key seats. */
const unitsShown = 20

/** The register of key seats: units by kind, every count a list, and the list with holders, rotation and checks. */
export function KeySeatsPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/key-seats' })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const [unit, column] = [valueOf(search, 'unit'), valueOf(search, 'column')]
  const register = useQuery({
    ...keySeatsQuery({ unit, column, offset, limit: pageSize }),
    placeholderData: keepPreviousData,
  })
  const page = register.data
  const chosen = [
    page?.matrix.find(({ unitId }) => unitId === unit)?.unitName,
    page?.columns.filter(({ id }) => id === column).map(({ label }) => say(label))[0],
  ].filter((part) => part !== undefined)
  return (
    <>
      <PageTitle
        title={say(words.title)}
        note={page && say(words.count, { count: count(page.columns.find(({ id }) => id === 'key')?.total ?? 0) })}
        views={<PageViews of="/rotation" />}
      />
      {register.isError && <ErrorPanel error={register.error} onRetry={() => void register.refetch()} />}
      {register.isPending && <SkeletonRows rows={14} height={32} />}
      {page && (
        <div className="key-seats">
          <Panel title={say(words.matrix)} explained="key-seat" note={say(words.note)} flush>
            <Matrix page={page} search={search} />
          </Panel>
          <Panel
            title={chosen.length === 0 ? say(words.list) : chosen.join(' · ')}
            note={say(words.listCount, { count: count(page.total) })}
            aside={
              chosen.length > 0 && (
                <Link to="/key-seats" resetScroll={false}>
                  {say(words.clear)}
                </Link>
              )
            }
            className={register.isPlaceholderData ? 'stale' : ''}
            flush
          >
            {page.total === 0 ? (
              <EmptyState why={say(words.none)} next={<Link to="/key-seats">{say(words.clear)}</Link>} />
            ) : (
              <SeatTable rows={page.rows} />
            )}
            <Pager
              offset={offset}
              size={pageSize}
              total={page.total}
              onMove={(next) =>
                void navigate({ to: '/key-seats', search: { ...search, offset: String(next) }, resetScroll: false })
              }
            />
          </Panel>
        </div>
      )}
    </>
  )
}

function Matrix({ page, search }: { page: Register; search: Search }) {
  const { say } = useSpeech()
  const [all, setAll] = useState(false)
  const rows = all ? page.matrix : page.matrix.slice(0, unitsShown)
  const [unit, column] = [valueOf(search, 'unit'), valueOf(search, 'column')]
  return (
    <>
      <WideTable label={say(words.matrix)} className="figures key-matrix">
        <thead>
          <tr>
            <th scope="col">{say(words.unit)}</th>
            {page.columns.map(({ id, label }) => (
              <th key={id} scope="col" className="number">
                {say(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say(words.all)}</th>
            {page.columns.map(({ id, label, total }) => (
              <td key={id} className={`number ${unit === undefined && id === column ? 'chosen' : ''}`}>
                <Count value={total} search={{ column: id }} says={`${say(words.all)} ${say(label)}`} />
              </td>
            ))}
          </tr>
          {rows.map(({ unitId, unitName, counts }) => (
            <tr key={unitId}>
              <th scope="row">
                <Link to="/key-seats" search={{ unit: unitId }} resetScroll={false}>
                  {unitName}
                </Link>
              </th>
              {page.columns.map(({ id, label }, at) => (
                <td key={id} className={`number ${unit === unitId && id === column ? 'chosen' : ''}`}>
                  <Count
                    value={counts[at] ?? 0}
                    search={{ unit: unitId, column: id }}
                    says={`${unitName} ${say(label)}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
      {!all && page.matrix.length > unitsShown && (
        <p className="more-units">
          <button type="button" className="side-button" onClick={() => setAll(true)}>
            {say(words.moreUnits, { count: count(page.matrix.length) })}
          </button>
        </p>
      )}
    </>
  )
}

function Count({ value, search, says }: { value: number; search: Search; says: string }) {
  if (value === 0) return <span className="quiet">0</span>
  return (
    <Link to="/key-seats" search={search} resetScroll={false} aria-label={`${says} ${value}`}>
      {count(value)}
    </Link>
  )
}
