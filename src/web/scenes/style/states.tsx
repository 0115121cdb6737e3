import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { RequestFailure } from '../../client/failure.ts'
import { useSpeech } from '../../language/language.tsx'
import { styleWords as words } from '../../language/words/style.ts'
import '../../parts/buttons.css'
import { Panel } from '../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../parts/states.tsx'

const SpecimenDialog = lazy(() => import('./dialog.tsx').then(({ SpecimenDialog }) => ({ default: SpecimenDialog })))

export function StateSpecimens() {
  const { say } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="style-charts">
      <Panel title={say(words.emptyByFilter)} foot={say(words.panelFoot)} flush>
        <EmptyState why={say(words.nobody)} />
      </Panel>
      <Panel title={say(words.emptyByNature)} flush>
        <EmptyState why={say(words.notYet)} next={<Link to="/imports">{say(words.startImport)}</Link>} />
      </Panel>
      <Panel title={say(words.failed)} flush>
        <ErrorPanel error={new RequestFailure('offline', 0)} onRetry={() => setOpen(false)} />
      </Panel>
      <Panel title={say(words.dialog)}>
        <button type="button" className="side-button" onClick={() => setOpen(true)}>
          {say(words.openDialog)}
        </button>
        <Suspense>{isOpen && <SpecimenDialog onClose={() => setOpen(false)} />}</Suspense>
      </Panel>
      <Panel title={say(words.loading)} className="style-wide style-loading" flush>
        <SkeletonRows rows={4} height={32} what={say(words.reading)} />
      </Panel>
    </div>
  )
}
