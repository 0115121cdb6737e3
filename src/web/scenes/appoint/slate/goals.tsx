import { useState } from 'react'
import type { Verdict } from '#server/contract/index.ts'
import { count, figure } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { goalKindLabels, goalStateLabels, goalWords } from '../../../language/words/slate.ts'
import { Panel } from '../../../parts/panel.tsx'
import { VerdictShape } from '../../../parts/verdict-mark.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { type GoalGroup, type GoalState, goalGroups, worstState } from './goal-groups.ts'
import type { Goal } from './shapes.ts'

const marks: Readonly<Record<GoalState, Verdict>> = { kept: 'met', binding: 'discretion', missed: 'unmet' }

/** Of a kind with more goals than this, only the first that are not kept stand open. */
const fewGoals = 3

/** Goals and limits kind by kind: what each came to, what it counts for, what it would cost or what loosening it buys. */
export function Goals({ goals, objective }: { goals: readonly Goal[]; objective: number }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(goalWords.title)} explained="slate" note={say(goalWords.note)} flush>
      <WideTable label={say(goalWords.title)} className="figures goals">
        <thead>
          <tr>
            <td />
            <th scope="col">{say(goalWords.goal)}</th>
            <th scope="col" className="number">
              {say(goalWords.reached)}
            </th>
            <th scope="col" className="number">
              {say(goalWords.value)}
            </th>
            <th scope="col" className="number">
              {say(goalWords.trade)}
            </th>
          </tr>
        </thead>
        {goalGroups(goals).map((group) => (
          <Group key={group.kind} group={group} />
        ))}
        <tbody>
          <tr className="goals-sum">
            <td />
            <th scope="row">{say(goalWords.sum)}</th>
            <td />
            <td className="number">{figure(objective, 2)}</td>
            <td />
          </tr>
        </tbody>
      </WideTable>
    </Panel>
  )
}

function Group({ group }: { group: GoalGroup }) {
  const { say } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  const { goals, counts } = group
  if (goals.length <= fewGoals) {
    return (
      <tbody>
        {goals.map((goal) => (
          <GoalLine key={goal.id} goal={goal} />
        ))}
      </tbody>
    )
  }
  const shown = isOpen ? goals : goals.filter(({ state }) => state !== 'kept').slice(0, fewGoals)
  return (
    <tbody>
      <tr className="goal-group">
        <td>
          <Mark state={worstState(group)} />
        </td>
        <th scope="row">
          {say(goalKindLabels[group.kind] ?? { zh: group.kind, en: group.kind })}{' '}
          <button type="button" className="plain-button second" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {say(isOpen ? goalWords.fewer : goalWords.all, { count: goals.length })}
          </button>
        </th>
        <td className="number">
          {say(goalWords.of, { reached: count(goals.length - counts.missed), asked: count(goals.length) })}
        </td>
        <td className="number">{figure(group.value, 2)}</td>
        <td />
      </tr>
      {shown.map((goal) => (
        <GoalLine key={goal.id} goal={goal} />
      ))}
    </tbody>
  )
}

function GoalLine({ goal }: { goal: Goal }) {
  const { say } = useSpeech()
  const { reached, asked } = goal
  return (
    <tr>
      <td>
        <Mark state={goal.state} />
      </td>
      <td>{say(goal.label)}</td>
      <td className="number">
        {asked === null ? short(reached) : say(goalWords.of, { reached: short(reached), asked: short(asked) })}
      </td>
      <td className="number">{figure(goal.value, 2)}</td>
      <td className="number">
        <Price goal={goal} />
      </td>
    </tr>
  )
}

function Price({ goal: { state, price } }: { goal: Goal }) {
  const { say } = useSpeech()
  if (state === 'kept') return <span className="quiet">—</span>
  if (price === null) return <span className="quiet">{say(goalWords.noPrice)}</span>
  if (state === 'missed') return <>{say(goalWords.need, { price: figure(price, 2) })}</>
  return <>{say(goalWords.loosen, { price: `+${figure(price, 2)}` })}</>
}

/** Counts as they are, sums of fit to two places. */
const short = (value: number): string => (Number.isInteger(value) ? count(value) : figure(value, 2))

function Mark({ state }: { state: GoalState }) {
  const { say } = useSpeech()
  const verdict = marks[state]
  return (
    <span className={`verdict ${verdict}`}>
      <VerdictShape verdict={verdict} />
      {say(goalStateLabels[state])}
    </span>
  )
}
