import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { rosterPageQuery } from '../client/queries.ts'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'

const shown = 8

function useShortcut(focus: () => void): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      focus()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [focus])
}

/** Ctrl K from anywhere: people by name, pinyin, unit or post; the last line takes the words to the roster. */
export function QuickSearch() {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [focus] = useState(() => () => input.current?.select())
  useShortcut(focus)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const list = useId()
  const words = useDeferredValue(typed.trim())
  const found = useQuery({ ...rosterPageQuery({ q: words }, 0, shown), enabled: words !== '' })
  const rows = words === '' ? [] : (found.data?.rows ?? [])

  const leave = () => {
    setOpen(false)
    setTyped('')
    input.current?.blur()
  }
  const goTo = (index: number) => {
    const row = rows[index]
    leave()
    if (row) void navigate({ to: '/cadres/$cadreId', params: { cadreId: row.cadreId } })
    else if (words !== '') void navigate({ to: '/cadres', search: { q: words } })
  }
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((at + step + rows.length + 1) % (rows.length + 1))
    } else if (event.key === 'Enter') goTo(at)
    else if (event.key === 'Escape') leave()
  }

  const visible = open && words !== ''
  return (
    <div className="quick-search">
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path d="M9.6 9.6 13 13M6 11A5 5 0 1 0 6 1a5 5 0 0 0 0 10Z" />
      </svg>
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={say(frameWords.searchLabel)}
        aria-expanded={visible}
        aria-controls={list}
        aria-activedescendant={visible ? `${list}-${at}` : undefined}
        placeholder={say(frameWords.searchEverywhere)}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <kbd>Ctrl K</kbd>
      <div id={list} className="quick-found" role="listbox" aria-label={say(frameWords.searchLabel)} hidden={!visible}>
        {rows.map((row, index) => (
          <div
            key={row.cadreId}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onPointerEnter={() => setAt(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => goTo(index)}
          >
            <b>{row.name}</b>
            <span className="cut">
              {row.unitName} {row.title}
            </span>
          </div>
        ))}
        <div
          id={`${list}-${rows.length}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === rows.length}
          onPointerEnter={() => setAt(rows.length)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => goTo(rows.length)}
        >
          <span>
            {found.data?.total === 0
              ? say(frameWords.searchNone, { text: words })
              : say(frameWords.searchAll, { text: words })}
          </span>
          {found.data && <span className="quiet">{found.data.total}</span>}
        </div>
      </div>
    </div>
  )
}
