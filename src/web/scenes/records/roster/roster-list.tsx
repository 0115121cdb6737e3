import { useQueryClient } from '@tanstack/react-query'
import { startTransition, useCallback, useState } from 'react'
import type { RosterLine, RosterPage } from '#server/contract/index.ts'
import { pagesInSight, type Sight, useSparseRows } from '../../../client/paged-rows.ts'
import { rosterPageQuery } from '../../../client/queries.ts'
import { useReadingOrder } from '../../../client/reading-order.ts'
import type { Query } from '../../../client/request.ts'
import type { Search } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { batchWords } from '../../../language/words/roster-batch.ts'
import { whyOf } from '../../../parts/states.tsx'
import { BatchBar } from './batch-bar.tsx'
import type { SortKey } from './grid/column.ts'
import type { Notice } from './notice-line.tsx'
import { QuickLook } from './quick-look.tsx'
import { RosterRows } from './roster-rows.tsx'
import { useSelection } from './use-selection.ts'
import type { Look } from './view.ts'

export interface RosterListProps {
  readonly query: Query
  readonly filter: Query
  readonly look: Look
  readonly sort: readonly SortKey[]
  /** What the list is called when it leaves. */
  readonly title: string
  readonly exporting: boolean
  onExporting(open: boolean): void
  onSort(keys: readonly SortKey[]): void
  onColumns(columns: Look['columns']): void
  onBeyond(columns: number): void
  onNotice(notice: Notice): void
}

/** The rows that are in sight, who is selected of all of them, and the person that is looked at. */
export function RosterList(props: RosterListProps) {
  const { query, filter, look, sort, title } = props
  const { say } = useSpeech()
  const [sight, setSight] = useState<Sight>({ from: 0, to: 0 })
  // What is said of the sight, and read for it, may wait until the rows themselves stand.
  const see = useCallback((seen: Sight) => startTransition(() => setSight(seen)), [])
  const { first, rowAt, total, failed } = useSparseRows<RosterLine, RosterPage>(
    useCallback((offset, limit) => rosterPageQuery(query, offset, limit), [query]),
    sight,
  )
  useReadingOrder(query, pagesInSight(sight))
  const chosen = useSelection(JSON.stringify(filter), total, rowAt)
  const [looking, setLooking] = useState<number>()
  const close = () => {
    setLooking(undefined)
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.grid [tabindex="0"]')?.focus())
  }
  const columns = ['name', ...look.columns.map(({ field }) => field)] as const
  return (
    <div className="roster-list">
      <RosterRows
        {...{ total, look, sort, chosen, looking, rowAt }}
        page={first.data}
        isStale={first.isPlaceholderData}
        listId={JSON.stringify([filter, sort])}
        onSight={see}
        onOpen={setLooking}
        onSort={props.onSort}
        onColumns={props.onColumns}
        onBeyond={props.onBeyond}
      />
      {failed && <NotRead error={failed} />}
      <BatchBar
        selection={chosen.selection}
        total={total}
        sight={say(batchWords.sight, {
          from: count(Math.min(total, sight.from + 1)),
          to: count(Math.min(total, sight.to + 1)),
          total: count(total),
        })}
        filter={filter as Search}
        order={{ title, columns, filter, sort: String(query['sort']) }}
        exporting={props.exporting}
        onExporting={props.onExporting}
        onClear={chosen.clear}
        onNotice={props.onNotice}
      />
      {looking !== undefined && (
        <QuickLook
          row={rowAt(looking)}
          place={looking + 1}
          total={total}
          onStep={(by) => setLooking(Math.min(total - 1, Math.max(0, looking + by)))}
          onClose={close}
        />
      )}
    </div>
  )
}

/** Rows in sight that did not come, or those that stand and were not read again. */
function NotRead({ error }: { error: unknown }) {
  const { say } = useSpeech()
  const client = useQueryClient()
  const again = () =>
    void client.refetchQueries({ queryKey: ['cadres'], type: 'active', predicate: ({ state }) => state.error !== null })
  return (
    <p className="rows-not-read" role="alert">
      {whyOf(error, say)}{' '}
      <button type="button" className="plain-button" onClick={again}>
        {say(frameWords.retry)}
      </button>
    </p>
  )
}
