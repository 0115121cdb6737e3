import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { Dossier } from '#server/contract/index.ts'
import { dossierThenQuery } from '../../../client/dossier-queries.ts'
import { dossierQuery } from '../../../client/queries.ts'
import { valueOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { dossierHeadWords, dossierTabWords } from '../../../language/words/dossier-parts.ts'
import { rosterWords } from '../../../language/words/roster.ts'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { ByWhatRight } from './by-what-right.tsx'
import { CareerPanel } from './career-panel.tsx'
import { saidMoment } from './clocks/clock-state.tsx'
import { type Clocks, useClocks } from './clocks/use-clocks.ts'
import './dossier.css'
import { DossierHeader } from './dossier-header.tsx'
import { DossierTabs } from './dossier-tabs.tsx'
import { viewOf } from './parts.ts'

/** One person, one page: the header stays, the parts change; the part and both clocks are in the address. */
export function DossierPage() {
  const { say } = useSpeech()
  const { cadreId } = useParams({ from: '/office/cadres/$cadreId' })
  const { tab, view } = viewOf(valueOf(useSearch({ from: '/office/cadres/$cadreId' }), 'part'))
  const clocks = useClocks()
  const today = useQuery(dossierQuery(cadreId))
  const then = useQuery({
    ...dossierThenQuery(cadreId, { asOf: clocks.asOf, knownAt: clocks.known }),
    enabled: clocks.isSet,
  })
  const failed = today.isError ? today : clocks.isSet && then.isError ? then : undefined
  if (failed?.error)
    return (
      <ErrorPanel
        error={failed.error}
        onRetry={() => void failed.refetch()}
        onward={<Link to="/cadres">{say(rosterWords.toRoster)}</Link>}
      />
    )
  if (!today.data || (clocks.isSet && !then.data)) return <SkeletonRows rows={12} height={56} />
  const shown = clocks.isSet ? then.data?.dossier : today.data
  // What stood before a clock was moved stays in sight, pale, until what it asks for has come.
  const isMoving = clocks.isSet && then.isPlaceholderData
  return (
    <>
      <DossierHeader dossier={shown ?? today.data} />
      <DossierTabs cadreId={cadreId} tab={tab} view={view} />
      {clocks.isSet && !view.followsClocks && <p className="second dossier-today">{say(dossierTabWords.today)}</p>}
      {view.followsClocks && !shown ? (
        <NotYet today={today.data} clocks={clocks} />
      ) : (
        <div aria-busy={isMoving} className={isMoving ? 'dossier-moving' : undefined}>
          <view.Part dossier={view.followsClocks && shown ? shown : today.data} />
        </div>
      )}
      <ByWhatRight cadreId={cadreId} />
    </>
  )
}

/** Before anything was recorded: the clocks stay, to be moved on. */
function NotYet({ today, clocks }: { readonly today: Dossier; readonly clocks: Clocks }) {
  const { say } = useSpeech()
  const known = saidMoment(clocks.known ?? clocks.asOf ?? today.asOf)
  return (
    <div className="dossier-grid">
      <CareerPanel dossier={{ ...today, career: [] }} />
      <div className="dossier-wide sheet">
        <EmptyState why={say(dossierHeadWords.nobody, { known })} next={say(dossierHeadWords.nobodyNext)} />
      </div>
    </div>
  )
}
