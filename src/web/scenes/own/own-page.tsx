import { useQuery } from '@tanstack/react-query'
import type { OwnRecord } from '#server/contract/index.ts'
import { ownQuery } from '../../client/own-queries.ts'
import { useSpeech } from '../../language/language.tsx'
import { ownWords as words } from '../../language/words/own.ts'
import { PageTitle } from '../../parts/page-title.tsx'
import { Panel } from '../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../parts/states.tsx'
import { OwnTrainingLedger } from '../develop/training/ledger-part.tsx'
import { OwnAnswers } from './own-answers.tsx'
import { OwnFacts } from './own-facts.tsx'
import { OwnMatters } from './own-matters.tsx'
import './own.css'

/** Everything a cadre is shown: what waits for an answer first, then the plan, the matters, the record. */
export function OwnPage() {
  const { say } = useSpeech()
  const asked = useQuery(ownQuery)
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <SkeletonRows rows={8} height={48} />
  const { person } = asked.data
  return (
    <>
      <PageTitle title={person?.name ?? say(words.title)} note={person?.facts.currentPost} />
      {person ? <Told own={asked.data} person={person} /> : <EmptyState why={say(words.notLinked)} />}
    </>
  )
}

function Told({ own, person }: { own: OwnRecord; person: NonNullable<OwnRecord['person']> }) {
  const { say } = useSpeech()
  const plans = own.matters.filter(({ kind }) => kind === 'development-plan')
  const others = own.matters.filter(({ kind }) => kind !== 'development-plan')
  return (
    <div className="own-parts">
      <p className="second">{say(words.purpose)}</p>
      <OwnAnswers own={own} />
      <Panel title={say(words.plan)}>
        <OwnMatters matters={plans} none={say(words.noPlan)} today={own.today} />
      </Panel>
      <Panel title={say(words.matters)}>
        <OwnMatters matters={others} none={say(words.noMatters)} today={own.today} />
      </Panel>
      <OwnTrainingLedger />
      <OwnFacts person={person} />
      <p className="second">{say(words.left)}</p>
    </div>
  )
}
