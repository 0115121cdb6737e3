import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, type FormEvent, useId, useState } from 'react'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { NewStatement } from '#server/contract/index.ts'
import { handInStatement, ownDeliveriesQuery } from '../../../client/delivery-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { handInWords as words } from '../../../language/words/hand-in.ts'
import { DateInput } from '../../../parts/date-input.tsx'
import { ErrorPanel } from '../../../parts/states.tsx'

const blank = (today: string): NewStatement => ({
  person: '',
  post: '',
  observedOn: today,
  aspect: 'achievement',
  tone: 'neutral',
  event: '',
  text: '',
  document: '',
})

const musts = ['person', 'post', 'event', 'text'] as const

/** A statement about one person, told by name and post: the source sees no list of people. */
export function StatementForm({ today }: { today: string }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const id = useId()
  const [statement, setStatement] = useState(() => blank(today))
  const sending = useMutation({
    mutationFn: () => handInStatement(statement),
    onSuccess: (own) => {
      queries.setQueryData(ownDeliveriesQuery.queryKey, own)
      setStatement(blank(today))
    },
  })
  const isReady = musts.every((name) => statement[name].trim() !== '')
  const put = (name: keyof NewStatement) => ({
    id: `${id}${name}`,
    value: statement[name],
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>) =>
      setStatement({ ...statement, [name]: target.value }),
  })
  const label = (name: keyof NewStatement) => <label htmlFor={`${id}${name}`}>{say(words[name])}</label>
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) sending.mutate()
  }
  return (
    <form className="source-form" onSubmit={submit}>
      <p>
        {label('person')}
        <input type="text" maxLength={60} required {...put('person')} />
      </p>
      <p>
        {label('post')}
        <input type="text" maxLength={200} required {...put('post')} />
      </p>
      <p>
        {label('observedOn')}
        <DateInput
          id={`${id}observedOn`}
          label={say(words.observedOn)}
          value={statement.observedOn}
          onChange={(observedOn) => setStatement({ ...statement, observedOn })}
        />
      </p>
      <p>
        {label('aspect')}
        <select {...put('aspect')}>
          {identifiersOf('aspect').map((each) => (
            <option key={each} value={each}>
              {say(labelOf('aspect', each))}
            </option>
          ))}
        </select>
      </p>
      <p>
        {label('tone')}
        <select {...put('tone')}>
          {identifiersOf('tone').map((each) => (
            <option key={each} value={each}>
              {say(labelOf('tone', each))}
            </option>
          ))}
        </select>
      </p>
      <p>
        {label('event')}
        <input type="text" maxLength={200} required placeholder={say(words.eventHint)} {...put('event')} />
      </p>
      <p className="wide">
        {label('text')}
        <textarea rows={4} maxLength={4000} required placeholder={say(words.textHint)} {...put('text')} />
      </p>
      <p className="wide">
        {label('document')}
        <input type="text" maxLength={200} {...put('document')} />
      </p>
      {sending.isError && <ErrorPanel error={sending.error} what={say(words.notSent)} />}
      <p className="wide source-send">
        <button type="submit" className="main-button" disabled={!isReady || sending.isPending}>
          {say(words.send)}
        </button>
        {sending.isSuccess && <span role="status">{say(words.sent)}</span>}
      </p>
    </form>
  )
}
