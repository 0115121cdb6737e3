import { useNavigate } from '@tanstack/react-router'
import { Table, type TableRef } from 'antd'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { RosterPage, RosterSort } from '#server/contract/index.ts'
import { isAwaited } from '../../../client/paged-rows.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rosterWords } from '../../../language/words/roster.ts'
import type { Scale } from '../../../parts/interval-bar.tsx'
import { rowAfter, useSize } from '../../../parts/tall-table.ts'
import { rosterColumns } from './columns.tsx'
import type { Row } from './rows.ts'

interface RosterTableProps {
  readonly rows: readonly Row[]
  readonly page: RosterPage
  readonly sort: RosterSort
  readonly descending: boolean
  readonly withVerdict: boolean
  /** While another filter is being read, the rows of the last one stay, paler. */
  readonly stale: boolean
  want(at: number): () => void
  onSort(sort: RosterSort | undefined, descending: boolean): void
}

const headHeight = 48

/** Thousands of rows, of which only those in sight are drawn. Arrows move, Enter opens. */
export function RosterTable(props: RosterTableProps) {
  const { rows, page, sort, descending, withVerdict, stale, want, onSort } = props
  const { say } = useSpeech()
  const navigate = useNavigate()
  const table = useRef<TableRef>(null)
  const place = useRef<HTMLDivElement>(null)
  const { height } = useSize(place)
  const [at, setAt] = useState(-1)

  const columns = useMemo(
    () =>
      rosterColumns({
        say,
        want,
        band: page.ratingBand,
        scale: ratingScale(page),
        sort,
        descending,
        withVerdict,
        evaluationYears: page.rows[0]?.evaluations.map((evaluation) => evaluation.year) ?? [],
      }),
    [say, want, page, sort, descending, withVerdict],
  )
  const width = columns.reduce((sum, column) => sum + Number(column.width), 0)
  const chosen = rows[at]

  const press = (event: KeyboardEvent) => {
    const next = rowAfter(event.key, at, rows.length)
    if (next !== undefined) {
      event.preventDefault()
      setAt(next)
      table.current?.scrollTo({ index: next })
    }
    if (event.key === 'Enter' && chosen && !isAwaited(chosen)) {
      void navigate({ to: '/cadres/$cadreId', params: { cadreId: chosen.cadreId } })
    }
  }

  return (
    <div
      ref={place}
      className={stale ? 'roster-table stale' : 'roster-table'}
      tabIndex={0}
      onKeyDown={press}
      role="group"
      aria-label={say(rosterWords.keys)}
    >
      <Table<Row>
        ref={table}
        virtual
        size="small"
        rowKey="cadreId"
        columns={columns}
        dataSource={rows}
        pagination={false}
        showSorterTooltip={false}
        scroll={{ x: width, y: Math.max(120, height - headHeight) }}
        rowClassName={(row) => (row === chosen ? 'chosen' : '')}
        onRow={(row) => ({ onClick: () => setAt(rows.indexOf(row)) })}
        onChange={(_pages, _filters, sorter) => {
          const order = Array.isArray(sorter) ? sorter[0] : sorter
          onSort(order?.order ? sortOfColumn[String(order.columnKey)] : undefined, order?.order === 'descend')
        }}
      />
    </div>
  )
}

const sortOfColumn: Readonly<Record<string, RosterSort>> = {
  name: 'name',
  sex: 'sex',
  bornOn: 'age',
  post: 'post',
  postSince: 'postSince',
  yearsInPost: 'yearsInPost',
  grassroots: 'grassrootsYears',
  education: 'education',
  evaluations: 'evaluations',
  rating: 'rating',
  rotation: 'rotation',
}

/** One scale for the whole column: the group's, or that of the rows read first where they belong to several groups. */
function ratingScale(page: RosterPage): Scale {
  const bounds = page.rows.flatMap(({ rating }) => (rating?.separable ? [rating.lower, rating.upper] : []))
  if (page.ratingBand) bounds.push(page.ratingBand.least, page.ratingBand.most)
  if (bounds.length === 0) return { from: 0, to: 1 }
  const least = Math.min(...bounds)
  const most = Math.max(...bounds)
  const margin = (most - least) * 0.04 || 1
  return { from: least - margin, to: most + margin }
}
