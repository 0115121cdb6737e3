import { InputNumber } from 'antd'
import { useId, useState } from 'react'
import type { OfficePaper, PaperChoices, PaperRequest } from '#server/contract/index.ts'
import { month } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { pageLabels, paperWords } from '../../../language/words/papers.ts'

export interface Wording {
  /** Empty for the usual one. */
  readonly title: string
  readonly month: string
  readonly copies: number
  readonly third: PaperRequest['third']
}

interface PaperFieldsProps {
  readonly choices: PaperChoices
  readonly paper: OfficePaper
  readonly wording: Wording
  onPaper(paper: OfficePaper): void
  onWording(wording: Wording): void
}

const withBoxes: readonly OfficePaper[] = ['ballot-paper', 'count-report']

/** Which paper, and what stands on it that no record says. */
export function PaperFields({ choices, paper, wording, onPaper, onWording }: PaperFieldsProps) {
  const { say } = useSpeech()
  const id = useId()
  const chosen = choices.papers.find(({ kind }) => kind === paper)
  return (
    <div className="paper-fields">
      <label htmlFor={`${id}-paper`}>{say(paperWords.paper)}</label>
      <select id={`${id}-paper`} value={paper} onChange={({ target }) => onPaper(target.value as OfficePaper)}>
        {choices.papers.map(({ kind, label, page }) => (
          <option key={kind} value={kind}>
            {say(label)} · {say(pageLabels[page])}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-title`}>{say(paperWords.heading)}</label>
      <input
        id={`${id}-title`}
        maxLength={80}
        placeholder={chosen?.title.replaceAll('\n', '')}
        value={wording.title}
        onChange={({ target }) => onWording({ ...wording, title: target.value })}
      />
      <label htmlFor={`${id}-month`}>{say(paperWords.month)}</label>
      <MonthInput
        id={`${id}-month`}
        value={wording.month}
        onChange={(next) => onWording({ ...wording, month: next })}
      />
      {paper === 'ballot-paper' && (
        <>
          <label htmlFor={`${id}-copies`}>{say(paperWords.copies)}</label>
          <InputNumber<number>
            id={`${id}-copies`}
            min={1}
            max={500}
            precision={0}
            value={wording.copies}
            onChange={(copies) => copies !== null && onWording({ ...wording, copies })}
          />
        </>
      )}
      {withBoxes.includes(paper) && (
        <>
          <label htmlFor={`${id}-third`}>{say(paperWords.third)}</label>
          <select
            id={`${id}-third`}
            value={wording.third}
            onChange={({ target }) => onWording({ ...wording, third: target.value as Wording['third'] })}
          >
            <option value="abstain">{say(paperWords.abstain)}</option>
            <option value="defer">{say(paperWords.defer)}</option>
          </select>
        </>
      )}
    </div>
  )
}

interface MonthInputProps {
  readonly id: string
  /** `YYYY-MM`. */
  readonly value: string
  onChange(value: string): void
}

/** A month as papers write it. What is no month is taken back when the field is left. */
function MonthInput({ id, value, onChange }: MonthInputProps) {
  const [typed, setTyped] = useState(month(value))
  const read = (text: string) => /^(\d{4})[.-]?(0[1-9]|1[0-2])$/.exec(text.trim())
  return (
    <input
      id={id}
      inputMode="decimal"
      placeholder="2026.11"
      aria-invalid={read(typed) === null}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value)
        const [, year, number] = read(target.value) ?? []
        if (year !== undefined) onChange(`${year}-${number}`)
      }}
      onBlur={() => setTyped(month(value))}
    />
  )
}
