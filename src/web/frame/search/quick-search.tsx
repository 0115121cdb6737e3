import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useDeferredValue, useId, useRef, useState } from 'react'
import { searchQuery } from '../../client/frame-queries.ts'
import { useSpeech } from '../../language/language.tsx'
import { searchWords as words } from '../../language/words/search.ts'
import { FoundList } from './found-list.tsx'
import { type Pick, type PickGroup, picksOf } from './picks.ts'
import { recentPicks, rememberPick } from './recent-picks.ts'
import './quick-search.css'

export const searchField = 'quick-search-field'

/** Search everywhere: people, units, seats, cases, matters, rules and pages; before anything is typed, what was opened last. */
export function QuickSearch() {
  const { say } = useSpeech()
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const list = useId()
  const word = useDeferredValue(typed.trim())
  const found = useQuery(searchQuery(word))
  const groups: readonly PickGroup[] = word === '' ? recentGroup(say(words.recent)) : picksOf(found.data, word, say)
  const picks = groups.flatMap((group) => group.picks)
  const visible = open && picks.length > 0

  const goTo = (pick: Pick, inNewTab: boolean) => {
    if (pick.href !== picks.at(-1)?.href || word === '') rememberPick(pick)
    if (inNewTab) {
      window.open(pick.href, '_blank', 'noopener')
      return
    }
    setOpen(false)
    setTyped('')
    input.current?.blur()
    router.history.push(pick.href)
  }
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const pick = picks[at]
    if (step !== 0 && picks.length > 0) {
      event.preventDefault()
      setOpen(true)
      setAt((at + step + picks.length) % picks.length)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && visible && pick) {
      event.preventDefault()
      goTo(pick, event.ctrlKey || event.metaKey)
    } else if (event.key === 'Escape') {
      setOpen(false)
      setTyped('')
      input.current?.blur()
    }
  }
  return (
    <search className="quick-search">
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path d="M9.600 9.600 13 13M6 11A5 5 0 1 0 6 1a5 5 0 0 0 0 10Z" />
      </svg>
      <input
        ref={input}
        id={searchField}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-label={say(words.label)}
        aria-keyshortcuts="Control+K"
        aria-expanded={visible}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={visible ? `${list}-${at}` : undefined}
        placeholder={say(words.everywhere)}
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
      <FoundList id={list} groups={groups} at={at} hidden={!visible} onPoint={setAt} onPick={goTo} />
    </search>
  )
}

function recentGroup(label: string): readonly PickGroup[] {
  const picks = recentPicks()
  return picks.length > 0 ? [{ id: 'recent', label, picks }] : []
}
