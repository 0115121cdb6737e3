import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Development, Dossier } from '#server/contract/index.ts'
import { CareerRoutes } from '../../../charts/career-routes.tsx'
import { developmentQuery } from '../../../client/development-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { pathWords, postingWords } from '../../../language/words/career-paths.ts'
import { experienceWords as words } from '../../../language/words/development.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { TrainingLedgerPart } from '../training/ledger-part.tsx'
import { LedgerTable } from './ledger-table.tsx'
import { NeedList } from './need-list.tsx'
import { QualityPanel } from './quality-panel.tsx'
import { TrackPanel } from './track-panel.tsx'
import './development.css'

/** What a career has given so far and what it lacks: the picture by routes, the ledger, the track, the needs. */
export function DevelopmentPart({ dossier: { cadreId } }: { readonly dossier: Dossier }) {
  const asked = useQuery(developmentQuery(cadreId))
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <SkeletonRows rows={10} height={46} />
  return (
    <>
      <Shown shown={asked.data} />
      <TrainingLedgerPart cadreId={cadreId} />
    </>
  )
}

function Shown({ shown }: { readonly shown: Development }) {
  const { say } = useSpeech()
  return (
    <div className="development">
      <Panel title={say(words.picture)} note={say(words.pictureNote)} className="development-wide">
        <CareerRoutes shown={shown} />
      </Panel>
      <Panel title={say(words.ledger)} explained="experience-route" note={say(words.ledgerNote)} flush>
        <LedgerTable shown={shown} />
      </Panel>
      <div className="development-side">
        <TrackPanel shown={shown} />
        <QualityPanel qualities={shown.qualities} />
        <Panel
          title={say(words.needs)}
          explained="development-need"
          aside={<NextPages cadreId={shown.cadreId} />}
          flush={shown.needs.length > 0}
        >
          {shown.needs.length === 0 && <EmptyState why={say(words.needsNone)} />}
          {shown.needs.length > 0 && <NeedList needs={shown.needs} steps={shown.steps} />}
        </Panel>
        {shown.open.length > 0 && (
          <Panel title={say(words.openTitle)} explained="unknown" flush>
            <NeedList needs={shown.open} steps={shown.steps} />
          </Panel>
        )}
      </div>
    </div>
  )
}

/** Where a need becomes a seat, or a way to one. */
function NextPages({ cadreId }: { readonly cadreId: string }) {
  const { say } = useSpeech()
  return (
    <>
      <Link to="/development/postings" search={{ cadre: cadreId }}>
        {say(postingWords.menu)}
      </Link>{' '}
      <Link to="/development/paths" search={{ cadre: cadreId }}>
        {say(pathWords.menu)}
      </Link>
    </>
  )
}
