import { Table, type TableRef } from 'antd'
import { type KeyboardEvent, useMemo, useRef } from 'react'
import type { Matrix } from '#server/contract/index.ts'
import { isAwaited } from '../../../../client/paged-rows.ts'
import type { Search } from '../../../../client/search.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { eligibilityWords } from '../../../../language/words/eligibility.ts'
import { rowAfter, useSize } from '../../../../parts/tall-table.ts'
import { eligibilityColumns } from './eligibility-columns.tsx'
import type { Row } from './row.ts'

interface EligibilityTableProps {
  readonly matrix: Matrix
  readonly rows: readonly Row[]
  readonly chosen: string | undefined
  readonly stale: boolean
  readonly search: Search
  want(at: number): () => void
  onChoose(cadreId: string): void
  onShow(search: Search): void
}

const headHeight = 98
/** Below this many pixels the posts give way to the rules. */
const narrowRoom = 820

/** People down, rules across; only what is in sight is drawn. Arrows choose a person. */
export function EligibilityTable(props: EligibilityTableProps) {
  const { matrix, rows, chosen, stale, search, want, onChoose, onShow } = props
  const { say, language } = useSpeech()
  const table = useRef<TableRef>(null)
  const place = useRef<HTMLDivElement>(null)
  const { width: room, height } = useSize(place)
  const narrow = room < narrowRoom
  const columns = useMemo(
    () => eligibilityColumns({ say, language, matrix, search, narrow, want, onShow }),
    [say, language, matrix, search, narrow, want, onShow],
  )
  const width = columns.reduce((sum, column) => sum + Number(column.width), 0)
  const at = rows.findIndex((row) => row.cadreId === chosen)

  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const next = rowAfter(event.key, at, rows.length)
    if (next === undefined) return
    event.preventDefault()
    table.current?.scrollTo({ index: next })
    const row = rows[next]
    if (row && !isAwaited(row)) onChoose(row.cadreId)
  }

  return (
    <div
      ref={place}
      className={stale ? 'eligibility-table stale' : 'eligibility-table'}
      tabIndex={0}
      role="group"
      aria-label={say(eligibilityWords.keys)}
      onKeyDown={press}
    >
      <Table<Row>
        ref={table}
        virtual
        size="small"
        rowKey="cadreId"
        columns={columns}
        dataSource={rows}
        pagination={false}
        scroll={{ x: width, y: Math.max(120, height - headHeight) }}
        rowClassName={(row) => (row.cadreId === chosen ? 'chosen' : '')}
        onRow={(row) => ({ onClick: () => !isAwaited(row) && onChoose(row.cadreId) })}
      />
    </div>
  )
}
