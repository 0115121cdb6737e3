import { useId, useState } from 'react'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { KeySeatDetail } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { keySeatWords, seatWords as words } from '../../../language/words/key-seats.ts'
import { ActDialog, Line } from '../../../parts/act-dialog.tsx'
import { DateInput } from '../../../parts/date-input.tsx'
import { useKeySeatAct } from './use-key-seat-act.ts'

const answers = [
  [true, words.yes],
  [false, words.no],
  [null, words.open],
] as const

type Touchpoints = NonNullable<KeySeatDetail['touchpoints']>

/** What a seat is, judged by a person with a reason: concentrated power, funds, resources, and what its work touches. */
export function JudgeDialog({ seat, onClose }: { seat: KeySeatDetail; onClose(): void }) {
  const { say } = useSpeech()
  const group = useId()
  const act = useKeySeatAct(seat)
  const [kinds, setKinds] = useState(seat.kinds)
  const [touchpoints, setTouchpoints] = useState<Touchpoints | null>(seat.touchpoints)
  const [on, setOn] = useState(seat.today)
  const [reason, setReason] = useState('')
  const toggle = (one: Touchpoints[number]): void => {
    const chosen = touchpoints ?? []
    setTouchpoints(chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one])
  }
  return (
    <ActDialog
      title={say(words.what)}
      lead={say(words.judgeLead)}
      verb={say(words.save)}
      ready={reason.trim() !== ''}
      act={() => act(on, { kind: 'judged', judgement: { ...kinds, touchpoints }, reason })}
      onClose={onClose}
    >
      {identifiersOf('keyKind').map((kind) => (
        <fieldset key={kind} className="act-choice">
          <legend>{say(labelOf('keyKind', kind))}</legend>
          {answers.map(([value, label]) => (
            <label key={label.en}>
              <input
                type="radio"
                name={`${group}-${kind}`}
                checked={kinds[kind] === value}
                onChange={() => setKinds({ ...kinds, [kind]: value })}
              />
              {say(label)}
            </label>
          ))}
        </fieldset>
      ))}
      <fieldset className="act-choice">
        <legend>{say(keySeatWords.touchpoints)}</legend>
        {identifiersOf('touchpoint').map((one) => (
          <label key={one}>
            <input type="checkbox" checked={touchpoints?.includes(one) ?? false} onChange={() => toggle(one)} />
            {say(labelOf('touchpoint', one))}
          </label>
        ))}
        <label>
          <input
            type="checkbox"
            checked={touchpoints?.length === 0}
            onChange={({ target }) => setTouchpoints(target.checked ? [] : null)}
          />
          {say(words.touchNone)}
        </label>
      </fieldset>
      <div className="act-line">
        <span>{say(words.on)}</span>
        <DateInput label={say(words.on)} value={on} onChange={setOn} />
      </div>
      <Line label={say(words.reason)} value={reason} onChange={setReason} rows={2} />
    </ActDialog>
  )
}
