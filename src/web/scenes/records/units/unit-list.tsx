import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { UnitsPage } from '#server/contract/index.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { unitsQuery } from '../../../client/unit-queries.ts'
import { count, month } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { unitsWords as words } from '../../../language/words/units.ts'
import { FilterLine, type LineFilter, termOptions } from '../../../parts/filter-line.tsx'
import { Unknown } from '../../../parts/nothing.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { TakeOut } from '../../../parts/take-out.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { SumLink, Sums } from './sums.tsx'
import { Within } from './within.tsx'

export interface ListProps {
  readonly search: Search
  onShow(search: Search): void
}

export const pageSize = 100

export const offsetIn = (search: Search): number => Number(valueOf(search, 'offset')) || 0

function chosenIn(search: Search) {
  const [q, under, level, kind, sector, only] = ['q', 'under', 'level', 'kind', 'sector', 'only'].map((name) =>
    valueOf(search, name),
  )
  return { q, under, level, kind, sector, only }
}

/** The units that an address asks for. */
export const unitsIn = (search: Search) =>
  unitsQuery({
    ...chosenIn(search),
    ...{ sort: valueOf(search, 'sort'), order: valueOf(search, 'order') },
    ...{ offset: offsetIn(search), limit: pageSize },
  })

/** Units as a table: filtered, sorted, counted, taken out. */
export function UnitList({ search, onShow }: ListProps) {
  const { say } = useSpeech()
  const chosen = chosenIn(search)
  const asked = useQuery({ ...unitsIn(search), placeholderData: keepPreviousData })
  const filters: LineFilter[] = [
    { name: 'level', label: words.level, options: termOptions('unitLevel', say), none: words.everything },
    { name: 'kind', label: words.kind, options: termOptions('unitKind', say), none: words.everything },
    { name: 'sector', label: words.sector, options: termOptions('sector', say), none: words.everything },
    {
      name: 'only',
      label: words.only,
      options: [
        ['vacant', say(words.onlyVacant)],
        ['over', say(words.over)],
        ['principal-vacant', say(words.principalVacant)],
        ['term-ending', say(words.termEnding)],
        ['no-quota', say(words.noQuota)],
        ['abolished', say(words.onlyAbolished)],
      ],
      none: words.everything,
    },
  ]
  const page = asked.data
  return (
    <>
      {asked.isError && (
        <ErrorPanel
          error={asked.error}
          onRetry={() => void asked.refetch()}
          onward={<Link to="/units">{say(words.noneNext)}</Link>}
        />
      )}
      {page && <Sums sums={page.sums} toFill={page.toFill} within={withinOf(chosen)} />}
      <div className="unit-filters">
        <Within search={search} onShow={onShow} />
        <FilterLine
          filters={filters}
          search={search}
          onChange={(name, value) => onShow({ ...search, [name]: value, offset: '' })}
        />
        {page && <TakeOutUnits chosen={chosen} total={page.total} />}
      </div>
      {asked.isPending && <SkeletonRows rows={16} height={30} />}
      {page && (
        <div className={asked.isPlaceholderData ? 'sheet stale' : 'sheet'}>
          {page.total === 0 ? (
            <EmptyState why={say(words.none)} next={<Link to="/units">{say(words.noneNext)}</Link>} />
          ) : (
            <UnitsTable page={page} search={search} onShow={onShow} />
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

/** What counts of a list are narrowed by, in the words of an address. */
const withinOf = ({ q, under }: { q: string | undefined; under: string | undefined }): Search => ({
  ...(q === undefined ? {} : { q }),
  ...(under === undefined ? {} : { under }),
})

function TakeOutUnits({ chosen, total }: { chosen: Record<string, string | undefined>; total: number }) {
  const { say } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  const order = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined && value !== ''))
  return (
    <>
      <button type="button" className="side-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {say(isOpen ? words.close : words.takeOut)}
      </button>
      {isOpen && (
        <div className="unit-take-out">
          <b>{say(words.takeOutTitle, { count: count(total) })}</b>
          <TakeOut path="/units/file" formats={['xlsx', 'pdf']} order={total > 0 ? order : undefined} />
        </div>
      )}
    </>
  )
}

const columns = [
  ['name', words.unit],
  [undefined, words.parent],
  ['level', words.level],
  [undefined, words.sector],
  [undefined, words.principal],
  ['seats', words.seats],
  ['filled', words.filled],
  ['vacant', words.vacant],
  ['over', words.over],
  ['termTo', words.termTo],
] as const

const figures: readonly (string | undefined)[] = ['seats', 'filled', 'vacant', 'over']

function UnitsTable({ page, search, onShow }: ListProps & { page: UnitsPage }) {
  const { say } = useSpeech()
  const sorted = valueOf(search, 'sort')
  const isDown = valueOf(search, 'order') === 'desc'
  const sortBy = (name: string): void => {
    const { sort: _, order: __, offset: ___, ...rest } = search
    if (sorted !== name) onShow({ ...rest, sort: name, ...(figures.includes(name) ? { order: 'desc' } : {}) })
    else if (isDown === figures.includes(name)) onShow({ ...rest, sort: name, order: isDown ? 'asc' : 'desc' })
    else onShow(rest)
  }
  return (
    <WideTable label={say(words.count, { total: count(page.total) })} className="figures unit-rows">
      <caption className="out-of-sight">{say(words.count, { total: count(page.total) })}</caption>
      <thead>
        <tr>
          {columns.map(([name, label]) => (
            <th
              key={label.en}
              scope="col"
              className={figures.includes(name) ? 'number' : ''}
              aria-sort={name !== undefined && sorted === name ? (isDown ? 'descending' : 'ascending') : undefined}
            >
              {name === undefined ? (
                say(label)
              ) : (
                <button type="button" className="sort-button" onClick={() => sortBy(name)}>
                  {say(label)}
                  {sorted === name && <span aria-hidden="true">{isDown ? ' ↓' : ' ↑'}</span>}
                </button>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row) => (
          <UnitLine key={row.unitId} row={row} />
        ))}
      </tbody>
    </WideTable>
  )
}

export function UnitLine({ row, withParent = true }: { row: UnitsPage['rows'][number]; withParent?: boolean }) {
  const { say } = useSpeech()
  const { unitId, own, parent } = row
  const seats = (state?: string) => ({ view: 'seats', unit: unitId, ...(state === undefined ? {} : { state }) })
  return (
    <tr>
      <td>
        <Link to="/units/$unitId" params={{ unitId }}>
          {row.name}
        </Link>
      </td>
      {withParent && (
        <td className="quiet">
          {parent && (
            <Link to="/units/$unitId" params={{ unitId: parent.unitId }}>
              {parent.name}
            </Link>
          )}
        </td>
      )}
      <td className="quiet">{say(labelOf('unitLevel', row.level))}</td>
      <td className="quiet">{row.sector ? say(labelOf('sector', row.sector)) : <Unknown />}</td>
      <td>
        {row.principals.length === 0 && own.principalVacant > 0 && <em>{say(words.nobody)}</em>}
        {row.principals.map(({ cadreId, name }, at) => (
          <span key={cadreId} className="unit-principal">
            {at > 0 && ' '}
            <Link to="/cadres/$cadreId" params={{ cadreId }}>
              {name}
            </Link>
          </span>
        ))}
      </td>
      <td className="number">
        <SumLink value={own.seats} search={seats()} />
      </td>
      <td className="number">
        <SumLink value={own.filled} search={seats('filled')} />
      </td>
      <td className="number">
        <SumLink value={own.vacant} search={seats('vacant')} />
      </td>
      <td className="number">
        <SumLink value={own.over} search={seats('over')} />
      </td>
      <td className="quiet">{row.termTo ? month(row.termTo) : own.seats > 0 && <Unknown />}</td>
    </tr>
  )
}
