import { useEffect, useRef } from 'react'
import { count } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { searchWords as words } from '../../language/words/search.ts'
import type { Pick, PickGroup } from './picks.ts'

interface FoundListProps {
  readonly id: string
  readonly groups: readonly PickGroup[]
  /** The place of the pick that Enter takes. */
  readonly at: number
  readonly hidden: boolean
  readonly onPoint: (at: number) => void
  readonly onPick: (pick: Pick, inNewTab: boolean) => void
}

/** Under the field: the groups of what was found, and which keys lead there. */
export function FoundList({ id, groups, at, hidden, onPoint, onPick }: FoundListProps) {
  const { say } = useSpeech()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!hidden) list.current?.querySelector(`[id="${id}-${at}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at, hidden])
  let place = -1
  return (
    <div className="quick-found" hidden={hidden}>
      <div ref={list} id={id} className="quick-found-list" role="listbox" aria-label={say(words.label)} tabIndex={-1}>
        {groups.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
            <p id={`${id}-${group.id}`} className="quick-found-group">
              {group.label}
              {group.total !== undefined && group.total > group.picks.length && (
                <span>{say(words.of, { shown: group.picks.length, total: count(group.total) })}</span>
              )}
            </p>
            {group.picks.map((pick) => {
              place++
              const here = place
              return (
                <div
                  key={pick.href}
                  id={`${id}-${here}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={here === at}
                  onPointerMove={() => onPoint(here)}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={(event) => onPick(pick, event.ctrlKey || event.metaKey)}
                >
                  <b className="cut">{pick.name}</b>
                  {pick.note && <span className="quick-found-note">{pick.note}</span>}
                  {pick.beside && <span className="quick-found-beside cut">{pick.beside}</span>}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      <p className="quick-found-keys" aria-hidden="true">
        <kbd>↑↓</kbd> {say(words.choose)} <kbd>Enter</kbd> {say(words.open)} <kbd>Ctrl Enter</kbd> {say(words.newTab)}
        <kbd>Esc</kbd> {say(words.leave)}
      </p>
    </div>
  )
}
