import { useId, useState } from 'react'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { KeySeatDetail } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { seatWords as words } from '../../../language/words/key-seats.ts'
import { ActDialog, Line } from '../../../parts/act-dialog.tsx'
import { DateInput } from '../../../parts/date-input.tsx'
import { useKeySeatAct } from './use-key-seat-act.ts'

interface CheckDialogProps {
  readonly seat: KeySeatDetail
  readonly step: KeySeatDetail['steps'][number]
  onClose(): void
}

/** A check of one step: the day, who checked, whether the norm was kept, and where that is seen. */
export function CheckDialog({ seat, step, onClose }: CheckDialogProps) {
  const { say } = useSpeech()
  const group = useId()
  const act = useKeySeatAct(seat)
  const [on, setOn] = useState(seat.today)
  const [checker, setChecker] = useState(say(step.checker))
  const [outcome, setOutcome] = useState<ReturnType<typeof identifiersOf<'checkOutcome'>>[number]>()
  const [note, setNote] = useState('')
  const [evidence, setEvidence] = useState('')
  return (
    <ActDialog
      title={say(words.checkOf, { step: step.name })}
      lead={`${say(step.norm)} · ${say(words.record)}${say(frameWords.colon)}${say(step.record)}`}
      verb={say(words.save)}
      ready={outcome !== undefined && checker.trim() !== ''}
      act={async () => {
        if (outcome) await act(on, { kind: 'checked', step: step.id, checker, outcome, note, evidence })
      }}
      onClose={onClose}
    >
      <div className="act-line">
        <span>{say(words.on)}</span>
        <DateInput label={say(words.on)} value={on} onChange={setOn} />
      </div>
      <Line label={say(words.checker)} value={checker} onChange={setChecker} />
      <fieldset className="act-choice">
        <legend>{say(words.outcome)}</legend>
        {identifiersOf('checkOutcome').map((each) => (
          <label key={each}>
            <input type="radio" name={group} checked={outcome === each} onChange={() => setOutcome(each)} />
            {say(labelOf('checkOutcome', each))}
          </label>
        ))}
      </fieldset>
      <Line label={say(words.noteText)} value={note} onChange={setNote} rows={2} />
      <Line label={say(words.evidence)} value={evidence} onChange={setEvidence} />
    </ActDialog>
  )
}
