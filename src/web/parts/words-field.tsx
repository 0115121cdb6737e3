import { useEffect, useRef, useState } from 'react'
import './words-field.css'

const pause = 180
/** What the server reads of words. */
const longest = 64

interface WordsFieldProps {
  readonly label: string
  /** What may be typed. */
  readonly hint: string
  readonly value: string
  onChange(value: string): void
}

/** The search field of a page: `/` goes to it; the list follows after a short pause in typing. */
export function WordsField({ label, hint, value, onChange }: WordsFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  if (value !== known) {
    setKnown(value)
    setTyped(value)
  }
  const change = useRef(onChange)
  change.current = onChange

  useEffect(() => {
    if (typed.trim() === known) return
    const timer = setTimeout(() => {
      setKnown(typed.trim())
      change.current(typed.trim())
    }, pause)
    return () => clearTimeout(timer)
  }, [typed, known])

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.closest('input, textarea, select')
      if (event.key !== '/' || inField) return
      event.preventDefault()
      input.current?.select()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  return (
    <input
      ref={input}
      type="search"
      className="words-field"
      aria-label={label}
      placeholder={hint}
      maxLength={longest}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
