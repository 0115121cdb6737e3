import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { mattersQuery } from '../../../client/matter-queries.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { incentiveWords as words } from '../../../language/words/incentives.ts'
import '../../../parts/buttons.css'
import { OpenMatterDialog } from '../../../parts/matter/open-matter-dialog.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import './incentives.css'
import { MattersOfKind } from './matters-of-kind.tsx'

/** Names that were accused falsely, and how they were cleared. */
export function ClearingPage() {
  const { say } = useSpeech()
  const list = useQuery(mattersQuery({ kind: 'clearing' }))
  const [isOpening, setOpening] = useState(false)
  return (
    <>
      <PageTitle
        title={say(words.clearing)}
        note={list.data && say(words.matterCount, { count: count(list.data.matters.length) })}
        aside={
          <button type="button" className="main-button" onClick={() => setOpening(true)}>
            {say(words.openClearing)}
          </button>
        }
        views={<PageViews of="/fitness" />}
      />
      <MattersOfKind kind="clearing" />
      {isOpening && <OpenMatterDialog kind="clearing" onClose={() => setOpening(false)} />}
    </>
  )
}
