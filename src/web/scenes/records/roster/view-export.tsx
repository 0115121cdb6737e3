import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RosterFieldName } from '#domain/lexicon/roster-fields.ts'
import type { Query } from '../../../client/request.ts'
import { readRosterIds } from '../../../client/roster-queries.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { batchWords as words } from '../../../language/words/roster-batch.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { TakeOut } from '../../../parts/take-out.tsx'
import { type Selection, selectedCount } from './selection.ts'

/** What is seen: the title of the view, the columns in their order, the filter and the sort. */
export interface ExportOrder {
  readonly title: string
  readonly columns: readonly RosterFieldName[]
  readonly filter: Query
  readonly sort: string
}

interface ViewExportProps {
  readonly order: ExportOrder
  readonly selection: Selection
  readonly total: number
  onClose(): void
}

/** Takes out exactly what is seen, or the selected people of it; a purpose is asked, and the export is written down. */
export function ViewExport({ order, selection, total, onClose }: ViewExportProps) {
  const { say } = useSpeech()
  const selected = selectedCount(selection, total)
  const [onlySelected, setOnlySelected] = useState(selected > 0)
  const except = selection.kind === 'all' && onlySelected ? selection.except : undefined
  const rest = useQuery({
    queryKey: ['cadres', 'ids', order.filter, order.sort],
    queryFn: () => readRosterIds({ ...order.filter, sort: order.sort }),
    enabled: except !== undefined && except.size > 0,
  }).data
  const people =
    selection.kind === 'some'
      ? [...selection.people.keys()]
      : except && except.size > 0
        ? rest?.ids.filter((id) => !except.has(id))
        : undefined
  const isReady = !(except && except.size > 0 && !rest)
  return (
    <Dialog title={say(words.exportTitle)} onClose={onClose}>
      <p className="second">
        {say(words.exportLead, {
          columns: order.columns.length,
          count: count(onlySelected ? selected : total),
        })}
      </p>
      {selected > 0 && (
        <label>
          <input type="checkbox" checked={onlySelected} onChange={({ target }) => setOnlySelected(target.checked)} />{' '}
          {say(words.onlySelected, { count: count(selected) })}
        </label>
      )}
      <TakeOut
        path="/cadres/file"
        formats={['xlsx']}
        order={isReady ? { ...order, ...(onlySelected && people ? { cadreIds: people } : {}) } : undefined}
      />
    </Dialog>
  )
}
