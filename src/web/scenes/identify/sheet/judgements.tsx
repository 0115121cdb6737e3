import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { NewJudgement, Sheet } from '#server/contract/index.ts'
import { sheetQuery } from '../../../client/queries.ts'
import { change } from '../../../client/request.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { stanceWords, sheetWords as words } from '../../../language/words/sheet.ts'
import { ErrorPanel } from '../../../parts/states.tsx'

type Output = Sheet['outputs'][number]

const stances = ['agree', 'differ', 'add'] as const

/** What people have signed beside an output, and the place to add to it. */
export function Judgements({ cadreId, asOf, output }: { cadreId: string; asOf: string; output: Output }) {
  const { say } = useSpeech()
  const [writing, setWriting] = useState(false)
  return (
    <>
      <ul>
        {output.judgements.map((judgement) => (
          <li key={judgement.id} className="judgement">
            <p>
              <b>{say(stanceWords[judgement.stance])}</b> {judgement.text}
            </p>
            <p className="second">
              {say(words.signed, { by: judgement.signedBy, on: day(judgement.recordedAt) })}
              {judgement.asOf !== asOf && ` · ${say(words.earlier, { asOf: day(judgement.asOf) })}`}
            </p>
          </li>
        ))}
      </ul>
      {writing ? (
        <JudgementForm cadreId={cadreId} output={output.output} onDone={() => setWriting(false)} />
      ) : (
        <button type="button" className="plain-button" onClick={() => setWriting(true)}>
          {say(words.write)}
        </button>
      )}
    </>
  )
}

interface FormProps {
  readonly cadreId: string
  readonly output: Output['output']
  readonly onDone: () => void
}

function JudgementForm({ cadreId, output, onDone }: FormProps) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const [stance, setStance] = useState<NewJudgement['stance']>('agree')
  const [text, setText] = useState('')
  const field = useId()
  const sign = useMutation({
    mutationFn: () =>
      change<Sheet>('POST', `/cadres/${encodeURIComponent(cadreId)}/judgements`, {
        output,
        stance,
        text,
      } satisfies NewJudgement),
    onSuccess: (sheet) => {
      queries.setQueryData(sheetQuery(cadreId).queryKey, sheet)
      onDone()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    sign.mutate()
  }
  const isEmpty = stance !== 'agree' && text.trim() === ''
  return (
    <form className="judgement-form" onSubmit={submit}>
      <fieldset>
        <legend className="out-of-sight">{say(words.stance)}</legend>
        {stances.map((each) => (
          <label key={each}>
            <input type="radio" name={field} checked={stance === each} onChange={() => setStance(each)} />
            {say(stanceWords[each])}
          </label>
        ))}
      </fieldset>
      <textarea
        rows={3}
        maxLength={2000}
        aria-label={say(words.text)}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p>
        <button type="submit" className="plain-button" disabled={isEmpty || sign.isPending}>
          {say(words.sign)}
        </button>{' '}
        <button type="button" className="plain-button" onClick={onDone}>
          {say(words.cancel)}
        </button>
      </p>
      {sign.isError && <ErrorPanel error={sign.error} />}
    </form>
  )
}
