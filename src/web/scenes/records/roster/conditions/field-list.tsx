import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { Text } from '#domain/text.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { conditionWords as words } from '../../../../language/words/conditions.ts'
import { useFocusBack } from '../../../../parts/use-focus-back.ts'
import './conditions.css'
import { isNamed, useReading } from './readings.ts'

export interface Offered {
  readonly id: string
  readonly label: Text
  readonly about?: Text | undefined
  /** What it may be: a word of these leads to the field, with the value. */
  readonly values?: readonly { readonly id: string; readonly label: Text }[] | undefined
}

export interface OfferedTopic {
  readonly id: string
  readonly label: Text
  readonly fields: readonly Offered[]
}

interface FieldListProps {
  readonly topics: readonly OfferedTopic[]
  /** With the value by which it was found, where it was found by one. */
  onPick(id: string, value?: string): void
}

const narrowed = (topics: readonly OfferedTopic[], isMeant: (field: Offered) => boolean): readonly OfferedTopic[] =>
  topics.map((topic) => ({ ...topic, fields: topic.fields.filter(isMeant) })).filter(({ fields }) => fields.length > 0)

/**
 * All fields by topic; typing narrows them by name or pinyin, and where none is so named, by what they may be: 财政 finds
 * 专业背景. Arrows move, Enter takes.
 */
export function FieldList({ topics, onPick }: FieldListProps) {
  const { say } = useSpeech()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const reading = useReading()
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  useFocusBack()
  const meant = ({ values }: Offered) => values?.find(({ label }) => isNamed(label, typed, reading))
  const named = narrowed(topics, ({ label }) => isNamed(label, typed, reading))
  const found = named.length > 0 ? named : narrowed(topics, (field) => meant(field) !== undefined)
  const flat = found.flatMap(({ fields }) => fields)
  const pick = (field: Offered) => onPick(field.id, named.length === 0 ? meant(field)?.id : undefined)

  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      const next = Math.min(flat.length - 1, Math.max(0, at + step))
      setAt(next)
      list.current?.querySelector(`[data-at="${next}"]`)?.scrollIntoView({ block: 'nearest' })
    }
    const field = flat[at]
    if (event.key === 'Enter' && field) {
      event.preventDefault()
      pick(field)
    }
  }
  return (
    <div className="field-list">
      <input
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={flat[at] && `${id}-${flat[at].id}`}
        aria-label={say(words.find)}
        placeholder={say(words.find)}
        autoFocus
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <div ref={list} id={id} role="listbox" aria-label={say(words.field)} className="field-topics">
        <div className="field-columns">
          {found.map((topic) => (
            <div key={topic.id} role="group" aria-labelledby={`${id}-topic-${topic.id}`}>
              <p id={`${id}-topic-${topic.id}`}>{say(topic.label)}</p>
              {topic.fields.map((field) => (
                <div
                  key={field.id}
                  id={`${id}-${field.id}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={flat[at] === field}
                  data-at={flat.indexOf(field)}
                  title={field.about && say(field.about)}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => pick(field)}
                >
                  {say(field.label)}{' '}
                  {named.length === 0 && <span className="quiet">{say(meant(field)?.label ?? field.label)}</span>}
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
      {flat.length === 0 && <p role="status">{say(words.notFound)}</p>}
    </div>
  )
}
