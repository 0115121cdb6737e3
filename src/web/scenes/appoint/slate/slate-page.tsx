import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { slateQuery } from '../../../client/slate-queries.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { slateWords } from '../../../language/words/slate.ts'
import '../../../parts/buttons.css'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { ChainsPanel } from './chains-panel.tsx'
import { Changes } from './changes.tsx'
import { Check } from './check.tsx'
import { Clash } from './clash.tsx'
import { Goals } from './goals.tsx'
import { MoveDrawer } from './move-drawer.tsx'
import { DistancePanel, LocksPanel, OrderPanel, PlansPanel } from './plans.tsx'
import { useSearchAgain } from './search-again.ts'
import { Searching } from './searching.tsx'
import type { Slate } from './shapes.ts'
import { SlateHead } from './slate-head.tsx'
import { useSlateView } from './slate-view.ts'
import { Teams } from './teams.tsx'
import { WhyNotDrawer } from './why-not.tsx'
import './slate.css'

/** One slate: while it is searched, how far; then the plans, or what clashes. */
export function SlatePage() {
  const { slateId } = useParams({ from: '/office/slates/$slateId' })
  const asked = useQuery(slateQuery(slateId))
  if (asked.isError && !asked.data) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  const slate = asked.data
  if (!slate) return <SkeletonRows rows={12} height={56} />
  return (
    <>
      <SlateHead slate={slate} />
      <State slate={slate} />
    </>
  )
}

function State({ slate }: { slate: Slate }) {
  if (slate.state === 'searching') return <Searching slate={slate} />
  if (slate.state === 'clash') return <Clash slate={slate} />
  if (slate.plans.length > 0) return <Workbench slate={slate} />
  return <Nothing slate={slate} />
}

/** Stopped before there was a plan, or cut off: what was asked is kept and can be searched again at once. */
function Nothing({ slate }: { slate: Slate }) {
  const { say } = useSpeech()
  const search = useSearchAgain(slate)
  return (
    <div className="sheet">
      <EmptyState
        why={say(slate.state === 'stopped' ? slateWords.stoppedNothing : slateWords.brokeOff)}
        next={
          <button
            type="button"
            className="side-button"
            disabled={search.isPending}
            onClick={() => search.again(slate.request)}
          >
            {say(slateWords.sameAgain)}
          </button>
        }
      />
      {search.isError && <ErrorPanel error={search.error} />}
    </div>
  )
}

function Workbench({ slate }: { slate: Slate }) {
  const { say } = useSpeech()
  const view = useSlateView()
  const at = view.plan < slate.plans.length ? view.plan : 0
  const plan = slate.plans[at]
  if (!plan) return null
  return (
    <>
      <Changes slate={slate} />
      {slate.state === 'stopped' && <p className="slate-note">{say(slateWords.stoppedNote)}</p>}
      <div className={view.isList ? 'slate as-list' : 'slate'}>
        <div className="slate-side">
          <PlansPanel slate={slate} chosen={at} onChoose={(next) => view.show({ plan: next || '', move: '' })} />
          <DistancePanel slate={slate} plan={plan} />
          <OrderPanel plan={plan} onOpen={() => view.show({ view: 'list' })} />
          <LocksPanel slate={slate} />
        </div>
        <div className="slate-middle">
          <ChainsPanel slate={slate} plan={plan} at={at} view={view} />
          <Goals goals={plan.goals} objective={plan.objective} />
        </div>
        <div className="slate-teams">
          <Teams teams={plan.teams} unit={view.unit} />
          <Check check={plan.check} onOpen={(move) => view.show({ move })} />
        </div>
      </div>
      <p className="only-printed second">
        {say(slateWords.printed, { asOf: day(slate.asOf), knownAt: day(slate.knownAt) })}
      </p>
      <MoveDrawer slate={slate} plan={plan} view={view} />
      <WhyNotDrawer slate={slate} plan={plan} at={at} view={view} />
    </>
  )
}
