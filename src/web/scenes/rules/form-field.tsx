import { useId } from 'react'
import { DateInput } from '../../parts/date-input.tsx'
import './form-field.css'

interface FormFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  /** What is wrong with it and how to mend it. */
  readonly problem?: string | undefined
  onChange(value: string): void
}

export function FormField({ label, hint, value, problem, onChange }: FormFieldProps) {
  const said = useId()
  return (
    <label className="form-field">
      <span>{label}</span>
      <input
        type="text"
        value={value}
        placeholder={hint}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : said}
        onChange={({ target }) => onChange(target.value)}
      />
      {problem !== undefined && (
        <span id={said} role="alert" className="form-problem">
          {problem}
        </span>
      )}
    </label>
  )
}

export function DateField({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  return (
    <div className="form-field">
      <span>{label}</span>
      <DateInput label={label} value={value} onChange={onChange} />
    </div>
  )
}
