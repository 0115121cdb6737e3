import { useId, useState } from 'react'
import type { KeySeatDetail } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { seatWords as words } from '../../../language/words/key-seats.ts'
import { ActDialog, Line } from '../../../parts/act-dialog.tsx'
import { useKeySeatAct } from './use-key-seat-act.ts'

const texts = [
  ['name', words.stepName],
  ['norm', words.norm],
  ['record', words.record],
  ['checker', words.checker],
] as const

/** A step of the work that this seat alone has. */
export function StepDialog({ seat, onClose }: { seat: KeySeatDetail; onClose(): void }) {
  const { say } = useSpeech()
  const id = useId()
  const act = useKeySeatAct(seat)
  const [step, setStep] = useState({ name: '', norm: '', record: '', checker: '', everyMonths: 6 })
  const [reason, setReason] = useState('')
  const isWhole = [step.name, step.norm, step.record, step.checker, reason].every((text) => text.trim() !== '')
  return (
    <ActDialog
      title={say(words.addStep)}
      lead={say(words.addStepLead)}
      verb={say(words.save)}
      ready={isWhole}
      act={() => act(seat.today, { kind: 'step-added', step, reason })}
      onClose={onClose}
    >
      {texts.map(([name, label]) => (
        <Line
          key={name}
          label={say(label)}
          value={step[name]}
          onChange={(value) => setStep({ ...step, [name]: value })}
        />
      ))}
      <div className="act-line">
        <label htmlFor={id}>{say(words.everyMonths)}</label>
        <input
          id={id}
          type="number"
          min={1}
          max={60}
          value={step.everyMonths}
          onChange={({ target }) => setStep({ ...step, everyMonths: Number(target.value) })}
        />
      </div>
      <Line label={say(words.reason)} value={reason} onChange={setReason} rows={2} />
    </ActDialog>
  )
}
