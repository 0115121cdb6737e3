import { useQuery } from '@tanstack/react-query'
import type { OwnRecord } from '#server/contract/index.ts'
import { ownQuery } from '../../client/own-queries.ts'
import { useSpeech } from '../../language/language.tsx'
import { ownWords as words } from '../../language/words/own.ts'
import { PageTitle } from '../../parts/page-title.tsx'
import { Panel } from '../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../parts/states.tsx'
import { OwnTrainingLedger } from '../develop/training/ledger-part.tsx'
import '../../parts/buttons.css'
import { OwnAnswers } from './own-answers.tsx'
import { OwnComputedPart } from './own-computed.tsx'
import { OwnCopy } from './own-copy.tsx'
import { OwnFacts } from './own-facts.tsx'
import { OwnMatters } from './own-matters.tsx'
import { OwnVisits } from './own-visits.tsx'
import './own.css'

/**
 * Everything a cadre is shown: what waits for an answer, the record, what was worked out, requests, corrections, plan, matters,
 * training, who looked, a copy.
 */
export function OwnPage() {
  const { say } = useSpeech()
  const asked = useQuery(ownQuery)
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <SkeletonRows rows={8} height={48} />
  const { person } = asked.data
  return (
    <>
      <PageTitle title={person?.name ?? say(words.title)} note={person?.facts.currentPost} />
      {person ? <Told own={asked.data} /> : <EmptyState why={say(words.notLinked)} />}
    </>
  )
}

function Told({ own }: { own: OwnRecord }) {
  const { say } = useSpeech()
  const of = (...kinds: readonly string[]) => own.matters.filter(({ kind }) => kinds.includes(kind))
  const [plans, corrections] = [of('development-plan'), of('record-correction')]
  const requests = of('objection', 'explanation', 'erasure')
  const others = own.matters.filter((one) => ![plans, corrections, requests].some((group) => group.includes(one)))
  return (
    <div className="own-parts">
      <p className="second">{say(words.purpose)}</p>
      <OwnAnswers own={own} />
      <OwnFacts />
      <OwnComputedPart />
      <Panel title={say(words.requests)}>
        <OwnMatters matters={requests} none={say(words.noRequests)} today={own.today} />
      </Panel>
      <Panel title={say(words.corrections)}>
        <OwnMatters matters={corrections} none={say(words.noCorrections)} today={own.today} />
      </Panel>
      <Panel title={say(words.plan)}>
        <OwnMatters matters={plans} none={say(words.noPlan)} today={own.today} />
      </Panel>
      <Panel title={say(words.matters)}>
        <OwnMatters matters={others} none={say(words.noMatters)} today={own.today} />
      </Panel>
      <OwnTrainingLedger />
      <OwnVisits />
      <OwnCopy />
    </div>
  )
}
