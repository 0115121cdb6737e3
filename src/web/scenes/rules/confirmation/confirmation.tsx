import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { ConfirmRule, RuleDetail, WithdrawLocal } from '#server/contract/index.ts'
import { homeQuery, ruleQuery, sessionQuery } from '../../../client/queries.ts'
import { change } from '../../../client/request.ts'
import { citationText } from '../../../language/citation.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { confirmationWords, standingWords } from '../../../language/words/rules.ts'
import '../../../parts/buttons.css'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { When } from '../browser/when.tsx'
import { DateField, FormField } from '../form-field.tsx'
import { useValueText } from '../named-terms.ts'
import { Outline } from '../outline.tsx'
import { ParameterName } from '../parameter-name.tsx'

/** One rule to be confirmed: what exactly, who did, and the form for the head. */
export function Confirmation({ ruleId }: { ruleId: string }) {
  const rule = useQuery(ruleQuery(ruleId, undefined))
  return (
    <aside className="confirmation" aria-live="polite">
      {rule.isError && <ErrorPanel error={rule.error} onRetry={() => void rule.refetch()} />}
      {rule.isPending && <SkeletonRows rows={6} height={48} />}
      {rule.data && <Confirmed detail={rule.data} />}
    </aside>
  )
}

function Confirmed({ detail }: { detail: RuleDetail }) {
  const { say } = useSpeech()
  const session = useQuery(sessionQuery).data
  const { binding, confirmed: latest } = detail.rule.standing
  const confirmed = binding ? latest : null
  return (
    <>
      <ToConfirm detail={detail} />
      {confirmed && (
        <section>
          <h3>{say(confirmationWords.confirmed)}</h3>
          <dl className="confirmation-facts">
            <dt>{say(confirmationWords.by)}</dt>
            <dd>{confirmed.by}</dd>
            <dt>{say(confirmationWords.on)}</dt>
            <dd>{day(confirmed.on)}</dd>
            <dt>{say(confirmationWords.document)}</dt>
            <dd>{confirmed.document}</dd>
          </dl>
        </section>
      )}
      {latest?.to && (
        <section className="second">
          {say(standingWords.withdrawn, { by: latest.by, on: day(latest.on), to: day(latest.to) })}
        </section>
      )}
      {session && session.role !== 'head' && <p className="confirmation-why">{say(confirmationWords.onlyHead)}</p>}
      {session?.role === 'head' &&
        (confirmed?.to === null ? <Withdraw ruleId={detail.rule.id} /> : <ConfirmForm ruleId={detail.rule.id} />)}
    </>
  )
}

function ToConfirm({ detail }: { detail: RuleDetail }) {
  const { say, language } = useSpeech()
  const { rule, requirements, questions, parameters, guard } = detail
  const valueText = useValueText(parameters)
  // Where there are conditions their words hold the figures already.
  const figures = requirements.length === 0 ? parameters : []
  return (
    <>
      <header>
        <h2>{say(rule.basis.title)}</h2>
        <p className="second">{citationText(rule.basis, language)}</p>
        <Link to="/rules/$ruleId" params={{ ruleId: rule.id }}>
          {say(confirmationWords.openRule)}
        </Link>
      </header>
      <section>
        <h3>{say(confirmationWords.toConfirm)}</h3>
        <ol className="confirmation-points">
          <li>{say(confirmationWords.textInForce, { citation: citationText(rule.basis, language) })}</li>
          {guard && (
            <li>
              {say(confirmationWords.bearsOn)}
              <Outline outline={guard} />
            </li>
          )}
          {requirements.map(({ when, that, messages }) => (
            <li key={messages.met.zh}>
              {when && <When outline={when} />}
              <Outline outline={that} />
            </li>
          ))}
          {questions.map(({ ask }) => (
            <li key={ask.zh}>{say(confirmationWords.asks, { question: ask })}</li>
          ))}
          {figures.map(({ name, value }) => (
            <li key={name}>
              <ParameterName name={name} />
              {say(frameWords.colon)}
              {say(valueText(value))}
            </li>
          ))}
        </ol>
        {rule.severities.length > 0 && (
          <p className="second">
            {say(rule.severities.includes('bar') ? confirmationWords.consequence : confirmationWords.softConsequence)}
          </p>
        )}
      </section>
    </>
  )
}

/** Confirming and withdrawing change every comparison, so everything read is read again. */
function useStanding<Body extends ConfirmRule | NonNullable<WithdrawLocal>>(ruleId: string, method: 'POST' | 'DELETE') {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Body) => change<RuleDetail>(method, `/rules/${encodeURIComponent(ruleId)}/confirmation`, body),
    onSuccess: () => queries.invalidateQueries(),
  })
}

function ConfirmForm({ ruleId }: { ruleId: string }) {
  const { say } = useSpeech()
  const today = useQuery(homeQuery).data?.clocks.asOf ?? ''
  const confirm = useStanding<ConfirmRule>(ruleId, 'POST')
  const [document, setDocument] = useState('')
  const [on, setOn] = useState<string>()
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const isMissing = document.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (isMissing) return
    const day = on ?? today
    confirm.mutate({ document, ...(day !== '' && { on: day }), ...(note.trim() !== '' && { note }) })
  }
  return (
    <form className="rule-form" onSubmit={submit} noValidate>
      <FormField
        label={say(confirmationWords.documentNumber)}
        hint={say(confirmationWords.documentHint)}
        value={document}
        problem={asked && isMissing ? say(confirmationWords.documentMissing) : undefined}
        onChange={setDocument}
      />
      <DateField label={say(confirmationWords.on)} value={on ?? today} onChange={setOn} />
      <FormField label={say(confirmationWords.note)} value={note} onChange={setNote} />
      {confirm.isError && <ErrorPanel error={confirm.error} />}
      <button type="submit" className="main-button" disabled={confirm.isPending}>
        {say(confirmationWords.confirm)}
      </button>
    </form>
  )
}

function Withdraw({ ruleId }: { ruleId: string }) {
  const { say } = useSpeech()
  const withdraw = useStanding<NonNullable<WithdrawLocal>>(ruleId, 'DELETE')
  const [reason, setReason] = useState('')
  return (
    <div className="rule-form">
      <p className="second">{say(confirmationWords.withdrawMeans)}</p>
      <FormField label={say(confirmationWords.withdrawReason)} value={reason} onChange={setReason} />
      {withdraw.isError && <ErrorPanel error={withdraw.error} />}
      <button
        type="button"
        className="side-button"
        disabled={withdraw.isPending}
        onClick={() => withdraw.mutate(reason.trim() === '' ? {} : { reason })}
      >
        {say(confirmationWords.withdraw)}
      </button>
    </div>
  )
}
