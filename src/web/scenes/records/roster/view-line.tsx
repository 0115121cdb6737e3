import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Ref, useImperativeHandle, useState } from 'react'
import type { SavedRosterView } from '#server/contract/index.ts'
import { rosterViewsQuery } from '../../../client/roster-queries.ts'
import type { Search } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rosterWords } from '../../../language/words/roster.ts'
import { rosterViewWords as words } from '../../../language/words/roster-views.ts'
import type { Notice } from './notice-line.tsx'
import { addressOf, isChanged, type Look, queryOf } from './view.ts'
import { ViewTabs } from './view-tabs.tsx'

/** How many columns lie beyond the right edge is told to the place that says it: nothing else is drawn again for it. */
export type TellBeyond = (columns: number) => void

interface ViewLineProps {
  readonly open: SavedRosterView | undefined
  /** The address names a view that is not there. */
  readonly isLost: boolean
  readonly search: Search
  readonly look: Look
  readonly beyond: Ref<TellBeyond>
  onShow(search: Search): void
  onNotice(notice: Notice): void
}

/** The views that are kept; where the one asked for is gone, the default one is offered. */
export function ViewLine({ open, isLost, search, look, beyond, onShow, onNotice }: ViewLineProps) {
  return (
    <>
      <div className="roster-views">
        <ViewTabs
          open={open}
          changed={open !== undefined && isChanged(search, open)}
          now={{ query: queryOf(search), columns: [...look.columns], density: look.density }}
          onShow={onShow}
          onNotice={onNotice}
        />
        <Beyond told={beyond} />
      </div>
      {isLost && <Lost />}
    </>
  )
}

function Beyond({ told }: { told: Ref<TellBeyond> }) {
  const { say } = useSpeech()
  const [columns, setColumns] = useState(0)
  useImperativeHandle(told, () => setColumns, [])
  return columns > 0 && <span className="quiet">{say(words.beyond, { columns })}</span>
}

function Lost() {
  const { say } = useSpeech()
  const kept = useQuery(rosterViewsQuery).data
  const usual = kept?.views.find(({ viewId, view }) => viewId === kept.defaultViewId && view !== null)
  return (
    <p className="view-lost" role="status">
      {say(words.lost)}　
      {usual ? (
        <Link to="/cadres" search={addressOf(usual)}>
          {say(words.openDefault)}
        </Link>
      ) : (
        <Link to="/cadres" search={{ view: 'all' }}>
          {say(rosterWords.wholeRoster)}
        </Link>
      )}
    </p>
  )
}
