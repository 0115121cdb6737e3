import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Officers } from '#server/contract/index.ts'
import { linkOfficer } from '../../../client/officer-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { officerWords as words } from '../../../language/words/officers.ts'
import '../../../parts/buttons.css'
import { type FoundPerson, PersonSearch } from '../../../parts/person-search.tsx'
import { ErrorPanel } from '../../../parts/states.tsx'
import { FormField } from '../form-field.tsx'

interface LinkFormProps {
  readonly officer: Officers['officers'][number]
  onDone(): void
}

/** Links one account to a cadre, or to none; who must recuse changes with it, so all is read again. */
export function LinkForm({ officer, onDone }: LinkFormProps) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const [person, setPerson] = useState<FoundPerson | null | undefined>(officer.person ?? undefined)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const link = useMutation({
    mutationFn: (cadreId: string | null) => linkOfficer(officer.account, { cadreId, reason: reason.trim() }),
    onSuccess: () => {
      void queries.invalidateQueries()
      onDone()
    },
  })
  const isReasonMissing = reason.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (person !== undefined && !isReasonMissing) link.mutate(person?.cadreId ?? null)
  }
  return (
    <form className="link-form" onSubmit={submit} noValidate>
      <div className="link-person">
        <PersonSearch label={say(words.search)} onPick={setPerson} />
        <button type="button" className="plain-button" onClick={() => setPerson(null)}>
          {say(words.none)}
        </button>
      </div>
      {person !== undefined && (
        <p role="status">{person === null ? say(words.chosenNobody) : say(words.chosen, { name: person.name })}</p>
      )}
      {asked && person === undefined && (
        <p role="alert" className="form-problem">
          {say(words.personMissing)}
        </p>
      )}
      <FormField
        label={say(words.reason)}
        hint={say(words.reasonHint)}
        value={reason}
        problem={asked && isReasonMissing ? say(words.reasonMissing) : undefined}
        onChange={setReason}
      />
      {link.isError && <ErrorPanel error={link.error} what={say(words.failed)} />}
      <button type="submit" className="main-button" disabled={link.isPending}>
        {say(words.save)}
      </button>
    </form>
  )
}
