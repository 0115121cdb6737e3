import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { Search } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { batchWords as words } from '../../../language/words/roster-batch.ts'
import type { Notice } from './notice-line.tsx'
import { type Selection, selectedCount } from './selection.ts'
import type { ExportOrder } from './view-export.tsx'

const PlaceDialog = lazy(async () => ({ default: (await import('./place-dialog.tsx')).PlaceDialog }))
const OrderDialog = lazy(async () => ({ default: (await import('./order-dialog.tsx')).OrderDialog }))
const ViewExport = lazy(async () => ({ default: (await import('./view-export.tsx')).ViewExport }))

const mostCompared = 5
/** So many ids still fit an address. */
const mostNamed = 200

interface BatchBarProps {
  readonly selection: Selection
  readonly total: number
  /** Which rows are in sight, counted from one. */
  readonly sight: string
  readonly filter: Search
  readonly order: ExportOrder
  readonly exporting: boolean
  onExporting(open: boolean): void
  onClear(): void
  onNotice(notice: Notice): void
}

type Asked = 'place' | 'order'

/** How many are selected, and what is done with them together. */
export function BatchBar(props: BatchBarProps) {
  const { selection, total, sight, filter, order, exporting, onExporting, onClear, onNotice } = props
  const { say } = useSpeech()
  const [asked, setAsked] = useState<Asked>()
  const selected = selectedCount(selection, total)
  const people = selection.kind === 'some' ? [...selection.people.values()] : []
  const ids = people.map(({ cadreId }) => cadreId)
  const close = () => setAsked(undefined)
  return (
    <div className="batch-bar">
      {selected > 0 && (
        <div role="toolbar" aria-label={say(words.toolbar)}>
          <b role="status">{say(words.selected, { count: count(selected) })}</b>
          {ids.length > 1 && ids.length <= mostCompared ? (
            <Link to="/comparison" search={{ cadres: ids }}>
              {say(words.compare)}
            </Link>
          ) : (
            <span className="quiet" title={say(words.compareHint)}>
              {say(words.compare)}
              <span className="out-of-sight">{say(words.compareHint)}</span>
            </span>
          )}
          {ids.length > 0 && ids.length <= mostCompared && (
            <button type="button" className="plain-button" onClick={() => setAsked('place')}>
              {say(words.place)}
            </button>
          )}
          {(selection.kind === 'all' ? selection.except.size === 0 : ids.length <= mostNamed) && (
            <Link to="/forms" search={selection.kind === 'all' ? filter : { cadres: ids }}>
              {say(words.forms)}
            </Link>
          )}
          {ids.length > 0 && (
            <button type="button" className="plain-button" onClick={() => setAsked('order')}>
              {say(words.order)}
            </button>
          )}
          <button type="button" className="plain-button" onClick={() => onExporting(true)}>
            {say(words.export)}
          </button>
          <button type="button" className="plain-button" onClick={onClear}>
            {say(words.clear)}
          </button>
        </div>
      )}
      <span className="quiet batch-sight">{sight}</span>
      <Suspense>
        {asked === 'place' && <PlaceDialog people={people} onClose={close} />}
        {asked === 'order' && <OrderDialog people={people} onClose={close} onNotice={onNotice} />}
        {exporting && (
          <ViewExport order={order} selection={selection} total={total} onClose={() => onExporting(false)} />
        )}
      </Suspense>
    </div>
  )
}
