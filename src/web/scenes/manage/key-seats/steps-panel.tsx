import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { KeySeatDetail } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { seatWords as words } from '../../../language/words/key-seats.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { OpenMatterDialog } from '../../../parts/matter/open-matter-dialog.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { CheckDialog } from './check-dialog.tsx'
import { StepDialog } from './step-dialog.tsx'

type Step = KeySeatDetail['steps'][number]

/** The steps of the work of a seat: norm, record, checker, last and next check; a check not kept may open a rectification. */
export function StepsPanel({ seat }: { seat: KeySeatDetail }) {
  const { say, language } = useSpeech()
  const [checking, setChecking] = useState<Step>()
  const [mending, setMending] = useState<Step>()
  const [isAdding, setAdding] = useState(false)
  const heads = [words.step, words.norm, words.record, words.checker, words.last, words.next]
  return (
    <Panel
      title={say(words.steps)}
      explained="key-seat"
      note={[
        seat.steps.length > 0 ? say(words.stepsNote, { covered: seat.covered, all: seat.steps.length }) : '',
        citationText(seat.basis, language),
      ]
        .filter((part) => part !== '')
        .join(' · ')}
      aside={
        <button type="button" className="side-button" onClick={() => setAdding(true)}>
          {say(words.addStep)}
        </button>
      }
      flush
    >
      {seat.steps.length === 0 ? (
        <EmptyState why={say(words.noSteps)} next={say(words.noStepsNext)} />
      ) : (
        <WideTable label={say(words.steps)} className="figures key-steps">
          <thead>
            <tr>
              <ColumnHeads heads={heads} />
              <td />
            </tr>
          </thead>
          <tbody>
            {seat.steps.map((step) => (
              <StepRow key={step.id} step={step} onCheck={() => setChecking(step)} onMend={() => setMending(step)} />
            ))}
          </tbody>
        </WideTable>
      )}
      {checking && <CheckDialog seat={seat} step={checking} onClose={() => setChecking(undefined)} />}
      {isAdding && <StepDialog seat={seat} onClose={() => setAdding(false)} />}
      {mending && <Rectification seat={seat} step={mending} onClose={() => setMending(undefined)} />}
    </Panel>
  )
}

interface StepRowProps {
  readonly step: Step
  onCheck(): void
  onMend(): void
}

function StepRow({ step, onCheck, onMend }: StepRowProps) {
  const { say } = useSpeech()
  const { last, state, dueOn, everyMonths } = step
  return (
    <tr>
      <th scope="row">
        {say(step.name)}
        <p className="second">{step.touchpoint ? say(labelOf('touchpoint', step.touchpoint)) : say(words.ownStep)}</p>
      </th>
      <td>{say(step.norm)}</td>
      <td>{say(step.record)}</td>
      <td>{say(step.checker)}</td>
      <td>
        {last ? (
          <>
            {day(last.on)}{' '}
            <span className={last.outcome === 'not-kept' ? 'past-due' : ''}>
              {say(labelOf('checkOutcome', last.outcome))}
            </span>
          </>
        ) : (
          <span className="quiet">{say(words.never)}</span>
        )}
      </td>
      <td>
        {dueOn && <span className={state === 'overdue' ? 'past-due' : ''}>{day(dueOn)}</span>}{' '}
        <span className="quiet">
          {everyMonths === null ? say(words.irregular) : say(words.every, { months: everyMonths })}
        </span>
      </td>
      <td className="key-acts">
        <button type="button" className="side-button" onClick={onCheck}>
          {say(words.check)}
        </button>
        {last?.outcome === 'not-kept' && (
          <button type="button" className="side-button" onClick={onMend}>
            {say(words.rectify)}
          </button>
        )}
      </td>
    </tr>
  )
}

/** A check not kept is a reason to look: people open the matter. */
function Rectification({ seat, step, onClose }: { seat: KeySeatDetail; step: Step; onClose(): void }) {
  const { say } = useSpeech()
  const values = { step: step.name, on: step.last?.on ?? '' }
  const says = {
    zh: fillIn(words.rectifySays.zh, step.name.zh, values.on),
    en: fillIn(words.rectifySays.en, step.name.en, values.on),
  }
  return (
    <OpenMatterDialog
      kind="rectification"
      unit={{ id: seat.unitId, name: seat.unitName }}
      title={`${seat.unitName}${seat.title} ${say(step.name)}`}
      reason={say(says)}
      origin={{ source: `key-seats/${seat.positionId}/${step.id}/${values.on}`, says }}
      onClose={onClose}
    />
  )
}

const fillIn = (text: string, step: string, on: string): string => text.replace('{step}', step).replace('{on}', on)
