import { useState } from 'react'
import { useSpeech } from '../../../language/language.tsx'
import { incentiveWords as words } from '../../../language/words/incentives.ts'
import '../../../parts/buttons.css'
import { IncentiveViews } from '../../../parts/incentive-views.tsx'
import { OpenMatterDialog } from '../../../parts/matter/open-matter-dialog.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import './incentives.css'
import { MattersOfKind } from './matters-of-kind.tsx'

/** Names that were accused falsely, and how they were cleared. */
export function ClearingPage() {
  const { say } = useSpeech()
  const [isOpening, setOpening] = useState(false)
  return (
    <>
      <PageTitle title={say(words.clearing)} aside={<IncentiveViews />} />
      <p className="incentive-acts">
        <button type="button" className="main-button" onClick={() => setOpening(true)}>
          {say(words.openClearing)}
        </button>
      </p>
      <MattersOfKind kind="clearing" />
      {isOpening && <OpenMatterDialog kind="clearing" onClose={() => setOpening(false)} />}
    </>
  )
}
