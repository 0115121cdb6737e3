import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { useState } from 'react'
import { rosterStatisticsQuery } from '../../../client/queries.ts'
import type { Query } from '../../../client/request.ts'
import type { Search } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rosterWords } from '../../../language/words/roster.ts'
import { ErrorPanel } from '../../../parts/states.tsx'
import { facetsIn } from './facets.ts'
import { StatisticsPanel } from './statistics-panel.tsx'
import { useWindow } from './use-window.ts'

interface StatisticsProps {
  readonly filter: Query
  readonly search: Search
  onShow(search: Search): void
}

/** Beside the table where there is room, in a drawer where there is not; folded, one button is left of it. */
export function Statistics({ filter, search, onShow }: StatisticsProps) {
  const { say } = useSpeech()
  const narrow = useWindow('(width < 1180px)')
  const [drawn, setDrawn] = useState(false)
  const folded = narrow ? !drawn : search['panel'] === 'off'
  const asked = useQuery({
    ...rosterStatisticsQuery({ ...filter, facets: facetsIn(search) }),
    placeholderData: keepPreviousData,
    enabled: !folded,
  })
  const fold = (isFolded: boolean) => {
    if (narrow) return setDrawn(!isFolded)
    const { panel: _, ...others } = search
    onShow(isFolded ? { ...others, panel: 'off' } : others)
  }
  const opener = (
    <button type="button" className="side-button statistics-open" onClick={() => fold(false)}>
      {say(rosterWords.unfold)}
    </button>
  )
  const panel = asked.isError ? (
    <aside className="statistics" aria-label={say(rosterWords.unfold)}>
      <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
    </aside>
  ) : (
    <StatisticsPanel statistics={asked.data} search={search} onShow={onShow} onFold={() => fold(true)} />
  )
  if (!narrow) return folded ? opener : panel
  return (
    <>
      {opener}
      <Drawer
        open={drawn}
        size={320}
        onClose={() => setDrawn(false)}
        rootClassName="statistics-drawer"
        title={say(rosterWords.unfold)}
      >
        {panel}
      </Drawer>
    </>
  )
}
