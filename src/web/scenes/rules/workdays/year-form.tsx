import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Workdays } from '#server/contract/index.ts'
import { adoptWorkdays } from '../../../client/workday-queries.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { readDay } from '../../../language/read-day.ts'
import { holidayNames, holidayText, workdayWords as words } from '../../../language/words/workdays.ts'
import '../../../parts/buttons.css'
import { DateInput } from '../../../parts/date-input.tsx'
import { ErrorPanel } from '../../../parts/states.tsx'
import { DateField, FormField } from '../form-field.tsx'

interface Holiday {
  readonly name: string
  readonly from: string
  readonly to: string
}

const emptyYear = (): Holiday[] => holidayNames.map((name) => ({ name, from: '', to: '' }))

/** The days of one text, and the first word that is none. */
function daysIn(text: string): { readonly days: readonly string[]; readonly wrong: string | undefined } {
  const parts = text.split(/[\s,，、；;]+/).filter((part) => part !== '')
  return {
    days: parts.flatMap((part) => readDay(part) ?? []),
    wrong: parts.find((part) => readDay(part) === undefined),
  }
}

/** One year as its notice says it; adopting it changes every gate that counts working days, so all is read again. */
export function YearForm({ year, known }: { year: number; known: Workdays['years'][number] | undefined }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const [holidays, setHolidays] = useState<readonly Holiday[]>(known?.off ?? emptyYear())
  const [work, setWork] = useState((known?.on ?? []).map(day).join(' '))
  const [document, setDocument] = useState('')
  const [decidedOn, setDecidedOn] = useState('')
  const [asked, setAsked] = useState(false)
  const adopt = useMutation({
    mutationFn: (body: Parameters<typeof adoptWorkdays>[1]) => adoptWorkdays(year, body),
    onSuccess: () => queries.invalidateQueries(),
  })
  const { days, wrong } = daysIn(work)
  const off = holidays
    .filter(({ from }) => from !== '')
    .map((one) => ({ ...one, to: one.to === '' ? one.from : one.to }))
  const isMissing = document.trim() === ''
  const lacksDays = off.length === 0 || decidedOn === ''
  const edit = (index: number, change: Partial<Holiday>) =>
    setHolidays(holidays.map((one, place) => (place === index ? { ...one, ...change } : one)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!isMissing && !lacksDays && wrong === undefined) adopt.mutate({ off, on: [...days], document, decidedOn })
  }
  return (
    <form className="rule-form" onSubmit={submit} noValidate>
      <h2>{say(words.change, { year: String(year) })}</h2>
      <div className="year-holidays">
        {holidays.map(({ name, from, to }, index) => (
          <div key={name}>
            <span>{say(holidayText(name))}</span>
            <DateInput
              label={say(words.from, { holiday: holidayText(name) })}
              value={from}
              optional
              onChange={(value) => edit(index, { from: value })}
            />
            <DateInput
              label={say(words.to, { holiday: holidayText(name) })}
              value={to}
              optional
              onChange={(value) => edit(index, { to: value })}
            />
          </div>
        ))}
      </div>
      <FormField
        label={say(words.onDays)}
        hint={say(words.onHint)}
        value={work}
        problem={asked && wrong !== undefined ? say(words.onWrong, { text: wrong }) : undefined}
        onChange={setWork}
      />
      <FormField
        label={say(words.document)}
        hint={say(words.documentHint)}
        value={document}
        problem={asked && isMissing ? say(words.documentMissing) : undefined}
        onChange={setDocument}
      />
      <DateField label={say(words.decidedOn)} value={decidedOn} onChange={setDecidedOn} />
      {asked && lacksDays && (
        <p role="alert" className="form-problem">
          {say(words.daysMissing)}
        </p>
      )}
      {adopt.isError && <ErrorPanel error={adopt.error} />}
      <button type="submit" className="main-button" disabled={adopt.isPending}>
        {say(words.save)}
      </button>
    </form>
  )
}
