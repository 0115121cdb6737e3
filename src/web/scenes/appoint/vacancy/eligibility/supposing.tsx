import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { Supposed as Answer, Pair, Supposition } from '#server/contract/index.ts'
import { change } from '../../../../client/request.ts'
import { citationText } from '../../../../language/citation.ts'
import { day } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { vacancyWords } from '../../../../language/words/appoint.ts'
import { supposingWords } from '../../../../language/words/eligibility.ts'
import '../../../../parts/buttons.css'
import { DateInput } from '../../../../parts/date-input.tsx'
import { ErrorPanel } from '../../../../parts/states.tsx'
import { VerdictMark } from '../../../../parts/verdict-mark.tsx'
import { nothingSupposed, type Supposed, suppositionOf } from './supposition.ts'

/** What the rules would say if the record held more, or on another day. Nothing is stored. */
export function Supposing({ positionId, pair }: { positionId: string; pair: Pair }) {
  const { say } = useSpeech()
  const [supposed, setSupposed] = useState(nothingSupposed)
  const path = `/vacancies/${encodeURIComponent(positionId)}/cadres/${encodeURIComponent(pair.cadre.cadreId)}/supposing`
  const asking = useMutation({ mutationFn: (asked: Supposition) => change<Answer>('POST', path, asked) })
  const asked = suppositionOf(supposed, pair.asOf)
  const set = (changed: Partial<Supposed>) => {
    asking.reset()
    setSupposed({ ...supposed, ...changed })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (asked) asking.mutate(asked)
  }
  return (
    <details className="supposing">
      <summary>{say(supposingWords.title)}</summary>
      <form onSubmit={submit} noValidate>
        <Fields supposed={supposed} year={Number(pair.asOf.slice(0, 4))} onSet={set} />
        <p className="supposing-do">
          <button type="submit" className="main-button" disabled={!asked || asking.isPending}>
            {say(supposingWords.compare)}
          </button>
          <button type="button" className="plain-button" onClick={() => set(nothingSupposed)}>
            {say(supposingWords.clear)}
          </button>
        </p>
        <p className="quiet">{say(supposingWords.stored)}</p>
      </form>
      {asking.isError && <ErrorPanel error={asking.error} />}
      {asking.data && <Outcome answer={asking.data} />}
    </details>
  )
}

interface FieldsProps {
  readonly supposed: Supposed
  /** The year of the comparison: evaluations of the years before it exist. */
  readonly year: number
  onSet(changed: Partial<Supposed>): void
}

function Fields({ supposed, year, onSet }: FieldsProps) {
  const { say } = useSpeech()
  const years = [1, 2, 3].map((back) => String(year - back))
  return (
    <>
      <Line label={supposingWords.grassroots}>
        <Figure
          label={supposingWords.grassroots}
          value={supposed.grassrootsYears}
          onType={(grassrootsYears) => onSet({ grassrootsYears })}
        />
        <span>{say(supposingWords.years)}</span>
      </Line>
      <Line label={supposingWords.post}>
        <Choice
          label={supposingWords.level}
          value={supposed.postLevel}
          options={identifiersOf('postLevel').map((id) => [id, say(labelOf('postLevel', id))])}
          onChoose={(postLevel) => onSet({ postLevel })}
        />
        <Figure label={supposingWords.post} value={supposed.postYears} onType={(postYears) => onSet({ postYears })} />
        <span>{say(supposingWords.years)}</span>
      </Line>
      <Line label={supposingWords.evaluation}>
        <Choice
          label={supposingWords.year}
          value={supposed.evaluationYear}
          options={years.map((one) => [one, one])}
          onChoose={(evaluationYear) => onSet({ evaluationYear })}
        />
        <Choice
          label={supposingWords.result}
          value={supposed.evaluationResult}
          options={identifiersOf('evaluationResult').map((id) => [id, say(labelOf('evaluationResult', id))])}
          onChoose={(evaluationResult) => onSet({ evaluationResult })}
        />
      </Line>
      <Line label={supposingWords.training}>
        <Figure
          label={supposingWords.training}
          value={supposed.trainingHours}
          onType={(trainingHours) => onSet({ trainingHours })}
        />
        <span>{say(supposingWords.hours)}</span>
      </Line>
      <Line label={supposingWords.otherDay}>
        <DateInput
          label={say(supposingWords.otherDay)}
          value={supposed.asOf}
          optional
          onChange={(asOf) => onSet({ asOf })}
        />
      </Line>
    </>
  )
}

function Line({ label, children }: { label: Text; children: React.ReactNode }) {
  const { say } = useSpeech()
  return (
    <div className="supposing-line">
      <span className="second">{say(label)}</span>
      <span>{children}</span>
    </div>
  )
}

function Figure({ label, value, onType }: { label: Text; value: string; onType(value: string): void }) {
  const { say } = useSpeech()
  return (
    <input
      type="number"
      min="0"
      step="0.5"
      aria-label={say(label)}
      value={value}
      onChange={({ target }) => onType(target.value)}
    />
  )
}

interface ChoiceProps {
  readonly label: Text
  readonly value: string
  readonly options: readonly (readonly [string, string])[]
  onChoose(value: string): void
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const { say } = useSpeech()
  return (
    <select aria-label={say(label)} value={value} onChange={({ target }) => onChoose(target.value)}>
      <option value="">{say(label)}</option>
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** Before and after, and the rules that say something else. */
function Outcome({ answer: { before, after, changes } }: { answer: Answer }) {
  const { say, language } = useSpeech()
  return (
    <div className="supposing-outcome" role="status">
      <p>
        <span className="second">{say(supposingWords.now, { date: day(before.asOf) })}</span>{' '}
        <VerdictMark verdict={before.verdict} /> →{' '}
        <span className="second">{say(supposingWords.then, { date: day(after.asOf) })}</span>{' '}
        <VerdictMark verdict={after.verdict} />
      </p>
      {changes.length === 0 && <p className="second">{say(supposingWords.noChange)}</p>}
      <ul>
        {changes.map(({ rule, basis, from, to }) => {
          const finding = after.findings.find((one) => one.rule === rule)
          return (
            <li key={rule}>
              <p>
                <b>{say(basis.title)}</b> <span className="second">{citationText(basis, language)}</span>
              </p>
              <p>
                <Side verdict={from} /> → <Side verdict={to} />
              </p>
              {finding?.reasons.map((reason) => (
                <p key={reason.zh} className="second">
                  {say(reason)}
                </p>
              ))}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Side({ verdict }: { verdict: Answer['before']['verdict'] | null }) {
  const { say } = useSpeech()
  return verdict ? <VerdictMark verdict={verdict} /> : <span className="quiet">{say(vacancyWords.notBearing)}</span>
}
