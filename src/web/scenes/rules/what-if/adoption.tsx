import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { AdoptParameter, LawChanges, RuleDetail, RuleParameter } from '#server/contract/index.ts'
import { sessionQuery } from '../../../client/queries.ts'
import { change } from '../../../client/request.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { directionLabels } from '../../../language/words/rules.ts'
import { whatIfWords } from '../../../language/words/what-if.ts'
import '../../../parts/buttons.css'
import { Panel } from '../../../parts/panel.tsx'
import { ErrorPanel } from '../../../parts/states.tsx'
import { DateField, FormField } from '../form-field.tsx'
import { useValueText } from '../named-terms.ts'
import { ParameterName } from '../parameter-name.tsx'
import { isStricter } from '../parameter-value.ts'

interface AdoptionProps {
  readonly changes: LawChanges
  readonly details: readonly RuleDetail[]
  readonly asOf: string
}

type TriedValue = NonNullable<LawChanges['parameters']>[number]

/** After the trial: which of the tried values this place may adopt, by whom, and what stands in the way of the others. */
export function Adoption({ changes, details, asOf }: AdoptionProps) {
  const { say } = useSpeech()
  const valueText = useValueText()
  const tried = (changes.parameters ?? []).flatMap((value) => {
    const detail = details.find(({ rule }) => rule.id === value.rule)
    const parameter = detail?.parameters.find(({ name }) => name === value.name)
    return detail && parameter ? [{ value, detail, parameter }] : []
  })
  if (tried.length === 0) return null
  return (
    <Panel title={say(whatIfWords.adopt)} note={say(whatIfWords.adoptNote)} flush>
      <ul className="adoptions">
        {tried.map(({ value, detail, parameter }) => (
          <li key={`${value.rule} ${value.name}`}>
            <p>
              {say(detail.rule.basis.title)} <ParameterName name={value.name} /> {say(valueText(parameter.value))} →{' '}
              <b>{say(valueText(value.value))}</b>
            </p>
            <Adoptable tried={value} parameter={parameter} asOf={asOf} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

interface AdoptableProps {
  readonly tried: TriedValue
  readonly parameter: RuleParameter
  readonly asOf: string
}

function Adoptable({ tried, parameter, asOf }: AdoptableProps) {
  const { say } = useSpeech()
  const session = useQuery(sessionQuery).data
  if (!parameter.stricter) return <p className="second">{say(directionLabels.none)}</p>
  if (!isStricter(parameter.stricter, parameter.value, tried.value)) {
    return <p className="second">{say(directionLabels[parameter.stricter])}</p>
  }
  if (session?.role !== 'head') return <p className="second">{say(whatIfWords.onlyHead)}</p>
  return <AdoptForm tried={tried} asOf={asOf} />
}

function AdoptForm({ tried, asOf }: { tried: TriedValue; asOf: string }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const [document, setDocument] = useState('')
  const [from, setFrom] = useState(asOf)
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const adopt = useMutation({
    mutationFn: (body: AdoptParameter) =>
      change<RuleDetail>('POST', `/rules/${encodeURIComponent(tried.rule)}/parameters`, body),
    // What was tried stays on the page; everything else follows the adopted value.
    onSuccess: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'what-if' }),
  })
  const isMissing = document.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (isMissing || from === '') return
    adopt.mutate({ name: tried.name, value: tried.value, from, document, ...(note.trim() !== '' && { note }) })
  }
  if (adopt.isSuccess) {
    return (
      <p className="second" role="status">
        {say(whatIfWords.adopted, { from: day(from), document })}{' '}
        <Link to="/rules/$ruleId" params={{ ruleId: tried.rule }}>
          {say(whatIfWords.openRule)}
        </Link>
      </p>
    )
  }
  return (
    <form className="adopt-form" onSubmit={submit} noValidate>
      <FormField
        label={say(whatIfWords.document)}
        hint={say(whatIfWords.documentHint)}
        value={document}
        problem={asked && isMissing ? say(whatIfWords.documentMissing) : undefined}
        onChange={setDocument}
      />
      <DateField label={say(whatIfWords.from)} value={from} onChange={setFrom} />
      <FormField label={say(whatIfWords.note)} value={note} onChange={setNote} />
      <button type="submit" className="main-button" disabled={adopt.isPending}>
        {say(whatIfWords.adoptValue)}
      </button>
      {adopt.isError && <ErrorPanel error={adopt.error} />}
    </form>
  )
}
