import { type ReactNode, type TouchEvent, useEffect, useRef, useState } from 'react'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { meetingWords } from '../../../language/words/meeting.ts'
import { useTabTitle } from '../../../parts/page-title.tsx'
import { NamesContext } from './names.tsx'
import { StageFoot } from './stage-foot.tsx'
import { pageAfter } from './stage-keys.ts'
import './stage.css'

export interface StagePage {
  readonly id: string
  readonly content: ReactNode
}

interface StageProps {
  /** What the meeting talks about; it names nobody. */
  readonly title: string
  readonly asOf: string
  /** In which order people appear. */
  readonly order: string
  readonly pages: readonly StagePage[]
  /** Cadre ids in the order in which they are shown. */
  readonly people: readonly string[]
  /** The page shown, from 0. */
  readonly at: number
  onMove(page: number): void
  onLeave(): void
}

const interactive = 'a, button, input, select, textarea'

/**
 * The big screen: one page at a time, nothing to edit. Arrows, space, Home and End turn pages, H shows the names, Esc
 * leaves; a finger turns pages too. Printed, every page is a sheet of its own.
 */
export function Stage({ title, asOf, order, pages, people, at: asked, onMove, onLeave }: StageProps) {
  const { say } = useSpeech()
  const [hidden, setHidden] = useState(true)
  const at = Math.min(Math.max(0, asked), pages.length - 1)
  useTabTitle(`${say(meetingWords.title)} · ${title}`)
  useKeys((event) => {
    if (event.key === 'Escape') return onLeave()
    if (event.key.toLowerCase() === 'h') return setHidden((now) => !now)
    if (event.key === ' ' && event.target instanceof Element && event.target.closest(interactive)) return
    const next = pageAfter(event.key, at, pages.length)
    if (next === undefined) return
    event.preventDefault()
    onMove(next)
  })
  const touch = useSwipe((step) => onMove(Math.min(pages.length - 1, Math.max(0, at + step))))
  return (
    <main className="stage" {...touch}>
      <header className="stage-head">
        <h1>{title}</h1>
        <p>{say(meetingWords.asOf, { date: day(asOf) })}</p>
        <Controls hidden={hidden} onHide={setHidden} onLeave={onLeave} />
      </header>
      <NamesContext value={{ hidden, order: people }}>
        {pages.map(({ id, content }, index) => (
          <section key={id} className="stage-page" data-shown={index === at}>
            {content}
          </section>
        ))}
      </NamesContext>
      <StageFoot at={at} pages={pages.length} order={order} onMove={onMove} />
    </main>
  )
}

interface ControlsProps {
  readonly hidden: boolean
  onHide(hidden: boolean): void
  onLeave(): void
}

function Controls({ hidden, onHide, onLeave }: ControlsProps) {
  const { say } = useSpeech()
  const fill = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
    else void document.documentElement.requestFullscreen()
  }
  return (
    <div className="stage-controls">
      <button type="button" aria-keyshortcuts="h" onClick={() => onHide(!hidden)}>
        {say(hidden ? meetingWords.showNames : meetingWords.hideNames)} <kbd>H</kbd>
      </button>
      {document.fullscreenEnabled && (
        <button type="button" onClick={fill}>
          {say(meetingWords.fullScreen)}
        </button>
      )}
      <button type="button" aria-keyshortcuts="Escape" onClick={onLeave}>
        {say(meetingWords.leave)} <kbd>Esc</kbd>
      </button>
    </div>
  )
}

function useKeys(press: (event: KeyboardEvent) => void): void {
  const latest = useRef(press)
  latest.current = press
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey) latest.current(event)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

/** A finger that moves this far to a side, and more to the side than up or down, turns the page. */
const swipe = 60

function useSwipe(turn: (step: 1 | -1) => void) {
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null)
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      const one = touches.item(0)
      from.current = one && { x: one.clientX, y: one.clientY }
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const one = changedTouches.item(0)
      if (!one || !from.current) return
      const [x, y] = [one.clientX - from.current.x, one.clientY - from.current.y]
      if (Math.abs(x) > swipe && Math.abs(x) > Math.abs(y)) turn(x < 0 ? 1 : -1)
    },
  }
}
