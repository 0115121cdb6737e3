import { createContext, useContext } from 'react'
import type { CaseField } from '#server/contract/index.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { DateInput } from '../../../../parts/date-input.tsx'

/** The case is closed: facts are read, and nothing more is typed. */
export const FactsClosed = createContext(false)

interface FieldInputProps {
  readonly id?: string
  readonly label: string
  readonly kind: CaseField['kind']
  readonly terms: CaseField['terms']
  readonly value: unknown
  onChange(value: unknown): void
}

/** One fact of one subject; empty is not recorded, which is neither yes nor no. */
export function FieldInput({ id, label, kind, terms, value, onChange }: FieldInputProps) {
  const { say } = useSpeech()
  const disabled = useContext(FactsClosed)
  if (kind === 'date') {
    return (
      <DateInput
        {...(id && { id })}
        label={label}
        value={String(value ?? '')}
        onChange={onChange}
        optional
        disabled={disabled}
      />
    )
  }
  if (kind === 'boolean') {
    const shown = value === undefined ? '' : String(value)
    return (
      <select
        id={id}
        aria-label={label}
        disabled={disabled}
        value={shown}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value === 'true')}
      >
        <option value="">{say(words.notRecorded)}</option>
        <option value="true">{say(words.yes)}</option>
        <option value="false">{say(words.no)}</option>
      </select>
    )
  }
  if (kind === 'term') {
    return (
      <select
        id={id}
        aria-label={label}
        disabled={disabled}
        value={String(value ?? '')}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      >
        <option value="">{say(words.notRecorded)}</option>
        {terms.map((term) => (
          <option key={term.id} value={term.id}>
            {say(term.label)}
          </option>
        ))}
      </select>
    )
  }
  const isNumber = kind === 'number'
  return (
    <input
      id={id}
      type={isNumber ? 'number' : 'text'}
      {...(isNumber && { min: 0, step: 1, inputMode: 'numeric' })}
      {...(!isNumber && { maxLength: 500 })}
      aria-label={label}
      disabled={disabled}
      value={String(value ?? '')}
      onChange={({ target }) => {
        if (!isNumber) onChange(target.value)
        else onChange(target.value === '' ? undefined : Number(target.value))
      }}
    />
  )
}
