import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MatterDetail } from '#server/contract/index.ts'
import { planStepsQuery } from '../../../client/plan-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { planWords as words } from '../../../language/words/plans.ts'
import { MatterActForm } from '../../../parts/matter/matter-act-form.tsx'
import { useMatterActs } from '../../../parts/matter/use-matter-acts.ts'
import { Panel } from '../../../parts/panel.tsx'
import { PlanSteps } from '../../../parts/plan/plan-steps.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'

/** The steps of a plan beside its course; progress is recorded at the step. */
export function PlanPart({ matter }: { readonly matter: MatterDetail }) {
  const { say } = useSpeech()
  const record = useMatterActs(matter)
  const asked = useQuery(planStepsQuery(matter.matterId))
  const [step, setStep] = useState<number>()
  const act = matter.acts.find(({ id, hindrance }) => id === 'progress' && hindrance === null)
  return (
    <Panel title={say(words.steps)} explained="development-plan" note={say(words.stepsNote)}>
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={3} height={40} />}
      {asked.data && (
        <PlanSteps
          steps={asked.data.steps}
          today={asked.data.today}
          aside={({ number }) =>
            act && (
              <button type="button" className="plain-button" onClick={() => setStep(number)}>
                {say(words.record)}
                <span className="out-of-sight"> {say(words.step, { number })}</span>
              </button>
            )
          }
        />
      )}
      {act && step !== undefined && (
        <MatterActForm
          act={act}
          today={matter.today}
          officers={[]}
          initial={{ step: String(step) }}
          send={(facts, on) => record({ kind: 'acted', act: act.id, facts }, on)}
          onClose={() => setStep(undefined)}
        />
      )}
    </Panel>
  )
}
