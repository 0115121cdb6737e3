import type { ReactNode } from 'react'
import { daysBetween, parseDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { PlanStepShape } from '#server/contract/index.ts'
import { day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { planWords as words } from '../../language/words/plans.ts'
import './plan-steps.css'

interface PlanStepsProps {
  readonly steps: readonly PlanStepShape[]
  readonly today: string
  /** What may be done with a step. */
  aside?(step: PlanStepShape): ReactNode
}

/** The steps of a plan on one axis of time, each with its state and what was recorded of it. */
export function PlanSteps({ steps, today, aside }: PlanStepsProps) {
  const { say } = useSpeech()
  if (steps.length === 0) return <p className="quiet">{say(words.noSteps)}</p>
  const place = axisOf(steps, today)
  return (
    <ol className="plan-steps">
      {steps.map((step) => (
        <Step key={step.number} step={step} today={today} place={place} aside={aside?.(step)} />
      ))}
    </ol>
  )
}

type Place = (date: string) => number

/** Where a day lies between the first and the last of all steps, in per cent. */
function axisOf(steps: readonly PlanStepShape[], today: string): Place {
  const days = [today, ...steps.flatMap(({ from, to }) => [from, to])].flatMap((date) => (date === null ? [] : [date]))
  const first = days.reduce((a, b) => (a < b ? a : b))
  const last = days.reduce((a, b) => (a > b ? a : b))
  const at = (date: string) => daysBetween(parseDate(first) ?? 0, parseDate(date) ?? 0)
  return (date) => (100 * at(date)) / Math.max(1, at(last))
}

interface StepProps {
  readonly step: PlanStepShape
  readonly today: string
  readonly place: Place
  readonly aside: ReactNode
}

function Step({ step, today, place, aside }: StepProps) {
  const { say } = useSpeech()
  const { number, goal, carrier, what, from, to, by, judged, state, isOverdue, progress } = step
  const start = place(from ?? today)
  return (
    <li className={`plan-step ${state}`}>
      <p className="plan-what">
        <span className="second">{say(words.step, { number })}</span>{' '}
        {carrier && <b>{say(labelOf('planCarrier', carrier))}</b>} {what}
      </p>
      {to && (
        <div className="plan-axis" aria-hidden="true">
          <span className="plan-bar" style={{ left: `${start}%`, width: `${Math.max(1, place(to) - start)}%` }} />
          <span className="plan-today" style={{ left: `${place(today)}%` }} />
        </div>
      )}
      <p className="second">
        <span className={isOverdue ? 'plan-late' : ''}>
          {[from, to].map((date) => (date === null ? '' : day(date))).join('–')} ·{' '}
          {say(labelOf('planStepState', state))}
          {isOverdue && ` · ${say(words.late)}`}
        </span>
        {goal && ` · ${say(labelOf('planGoal', goal))}`}
        {by && ` · ${say(words.by, { name: say(by.name) })}`}
        {judged && ` · ${say(words.judged, { judged })}`}
      </p>
      {progress.map((told) => (
        <p key={`${told.on} ${told.evidence}`} className={told.asPerson ? 'plan-told mine' : 'plan-told'}>
          <span className="second">
            {day(told.on)} {told.asPerson ? say(words.mine) : told.byName} · {say(labelOf('planStepState', told.state))}
          </span>{' '}
          {told.evidence}
        </p>
      ))}
      {aside}
    </li>
  )
}
