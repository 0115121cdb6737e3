import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { PlanEditShape, YearPlanShape } from '#server/contract/index.ts'
import { valueOf } from '../../../client/search.ts'
import { adoptPlan, editPlan, makePlan, yearPlanQuery } from '../../../client/training-queries.ts'
import { minute } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { actWords } from '../../../language/words/acts.ts'
import { trainingWords as words } from '../../../language/words/training.ts'
import { ActDialog } from '../../../parts/act-dialog.tsx'
import '../../../parts/buttons.css'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { PlanClasses } from './plan-classes.tsx'
import { UncoveredTable } from './uncovered-table.tsx'
import './training.css'

/** The plan of a year: made, changed person by person, adopted. */
export function TrainingPlanPage() {
  const asked = valueOf(useSearch({ from: '/office/training/plan' }), 'year')
  const found = useQuery(yearPlanQuery(asked))
  if (found.isError) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <SkeletonRows rows={10} height={32} />
  return <PlanShown asked={asked} shown={found.data} />
}

function PlanShown({ asked, shown }: { asked: string | undefined; shown: YearPlanShape }) {
  const { say } = useSpeech()
  const client = useQueryClient()
  const [isAdopting, setAdopting] = useState(false)
  const { year, plan } = shown
  const version = plan?.version ?? 0
  const keep = (next: YearPlanShape) => client.setQueryData(['training', 'plan', asked], next)
  const making = useMutation({ mutationFn: () => makePlan(year, version), onSuccess: keep })
  const editing = useMutation({ mutationFn: (edit: PlanEditShape) => editPlan(year, version, edit), onSuccess: keep })
  const isOpen = plan?.state !== 'adopted'
  const good = plan ? howGood(plan) : undefined
  const trouble = making.error ?? editing.error
  return (
    <>
      <PageTitle
        title={say(words.planTitle, { year: String(year) })}
        note={plan && say(words.people, { total: String(plan.places.length) })}
        aside={
          <>
            <Link to="/training">{say(words.title)}</Link>
            {isOpen && (
              <button
                type="button"
                className={plan ? 'side-button' : 'main-button'}
                disabled={making.isPending}
                onClick={() => making.mutate()}
              >
                {say(making.isPending ? words.making : plan ? words.makeAgain : words.make)}
              </button>
            )}
            {plan && isOpen && (
              <button type="button" className="main-button" onClick={() => setAdopting(true)}>
                {say(words.adopt)}
              </button>
            )}
          </>
        }
      />
      {trouble && <ErrorPanel error={trouble} what={say(actWords.notDone)} />}
      {!plan && <EmptyState why={say(words.noPlan, { year: String(year) })} next={say(words.noPlanNext)} />}
      {plan && (
        <div className="training">
          <p className="plan-status">
            <b>{say(words[plan.state])}</b>
            <span className="second">{say(words.madeBy, { name: plan.byName, at: minute(plan.recordedAt) })}</span>
            {good && <span>{say(good.says, good.values)}</span>}
          </p>
          <PlanClasses plan={plan} isOpen={isOpen} edit={(edit) => editing.mutate(edit)} />
          <Panel title={say(words.uncovered)} note={say(words.uncoveredNote)} flush>
            <UncoveredTable rows={plan.uncovered} />
          </Panel>
          <Panel title={say(words.eight)} note={say(words.eightNote)}>
            <ul className="ability-list">
              {plan.abilities.map(({ ability, places }) => (
                <li key={ability.en}>
                  <span>{say(ability)}</span>
                  <span>{places}</span>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      )}
      {isAdopting && plan && (
        <ActDialog
          title={say(words.adopt)}
          verb={say(words.adopt)}
          ready
          act={async () => {
            keep(await adoptPlan(year, version))
            await client.invalidateQueries({ queryKey: ['training'] })
          }}
          onClose={() => setAdopting(false)}
        >
          <p>{say(words.adoptLead, { classes: String(plan.classes.length), places: String(plan.places.length) })}</p>
        </ActDialog>
      )}
    </>
  )
}

const leastGap = 5e-4

function howGood({ state, gap }: NonNullable<YearPlanShape['plan']>) {
  if (state === 'edited') return { says: words.editedSince, values: {} }
  if (gap < leastGap) return { says: words.exact, values: {} }
  return { says: words.within, values: { percent: `${(100 * gap).toFixed(1)}%` } }
}
