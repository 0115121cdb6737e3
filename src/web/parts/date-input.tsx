import { useState } from 'react'
import { day } from '../language/format.ts'
import { readDay } from '../language/read-day.ts'
import './date-input.css'

interface DateInputProps {
  readonly id?: string
  readonly label: string
  /** `YYYY-MM-DD`, or empty where no day is chosen. */
  readonly value: string
  /** A whole day, or empty where an optional one was cleared. */
  onChange(value: string): void
  readonly optional?: boolean
  readonly disabled?: boolean
}

/** A day as forms write it, typed: 2026.11.22. What is no day is taken back when the field is left. */
export function DateInput({ id, label, value, onChange, optional = false, disabled = false }: DateInputProps) {
  const [typed, setTyped] = useState(day(value))
  const [known, setKnown] = useState(value)
  if (value !== known) {
    setKnown(value)
    setTyped(day(value))
  }
  const type = (text: string) => {
    setTyped(text)
    const read = text.trim() === '' && optional ? '' : readDay(text)
    if (read === undefined || read === value) return
    setKnown(read)
    onChange(read)
  }
  return (
    <input
      id={id}
      type="text"
      disabled={disabled}
      className="date-input"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={typed.trim() !== '' && readDay(typed) === undefined}
      placeholder="2026.11.22"
      value={typed}
      onChange={({ target }) => type(target.value)}
      onBlur={() => setTyped(day(value))}
    />
  )
}
