import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { RosterLine } from '#server/contract/index.ts'
import type { Sight } from '../../../client/paged-rows.ts'
import { years } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { rosterWords } from '../../../language/words/roster.ts'

interface CardsProps {
  readonly total: number
  rowAt(place: number): RosterLine | undefined
  isChosen(row: RosterLine): boolean
  onChoose(place: number, chosen: boolean): void
  onSight(sight: Sight): void
  onOpen(place: number): void
}

const cardHeight = 76

/** The roster where there is no room for a table: one card each, as long as the list. */
export function Cards({ total, rowAt, isChosen, onChoose, onSight, onOpen }: CardsProps) {
  const { say } = useSpeech()
  const box = useRef<HTMLDivElement>(null)
  const cards = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => cardHeight,
    overscan: 4,
  })
  const from = cards.range?.startIndex ?? 0
  const to = cards.range?.endIndex ?? 0
  useEffect(() => onSight({ from, to }), [from, to, onSight])
  return (
    <div ref={box} className="roster-cards" tabIndex={0} role="region" aria-label={say(rosterWords.title)}>
      <ul style={{ height: cards.getTotalSize() }}>
        {cards.getVirtualItems().map(({ index, start }) => {
          const row = rowAt(index)
          return (
            <li key={index} style={{ transform: `translateY(${start}px)`, height: cardHeight }}>
              {row ? (
                <>
                  <input
                    type="checkbox"
                    aria-label={`${say(rosterWords.select)} ${row.name}`}
                    checked={isChosen(row)}
                    onChange={({ target }) => onChoose(index, target.checked)}
                  />
                  <div>
                    <p>
                      <Link to="/cadres/$cadreId" params={{ cadreId: row.cadreId }} className="roster-name">
                        {row.name}
                      </Link>{' '}
                      <span className="quiet">
                        {typeof row.age === 'number' && say(frameWords.age, { age: row.age })}
                        {typeof row.yearsInPost === 'number' &&
                          `　${say(rosterWords.inPostYears, { years: years(row.yearsInPost) })}`}
                      </span>
                    </p>
                    <p className="roster-card-post">
                      {row.unitName} {row.title}
                    </p>
                  </div>
                  <button type="button" className="plain-button" onClick={() => onOpen(index)}>
                    {say(rosterWords.look)}
                    <span className="out-of-sight"> {row.name}</span>
                  </button>
                </>
              ) : (
                <span className="awaited-bar" />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
