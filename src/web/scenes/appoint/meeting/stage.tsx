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
  /** Cadre ids of those whom they are compared with and who are not shown themselves. */
  readonly beside?: readonly string[]
  /** The page shown, from 0. */
  readonly at: number
  onMove(page: number): void
  onLeave(): void
}

/** Milliseconds after which the controls fade, and after which the screen is put away. */
const quietAfter = 4_000
const awayAfter = 15 * 60_000

const interactive = 'a, button, input, select, textarea'

/**
 * The big screen: one page at a time, nothing to edit. Arrows, space, Home and End turn pages, H shows the names, F fills
 * the screen, B puts it away, Esc leaves; a finger turns pages too. Left alone, it shows nothing. Printed, every page is a
 * sheet of its own.
 */
export function Stage({ title, asOf, order, pages, people, beside = [], at: asked, onMove, onLeave }: StageProps) {
  const { say } = useSpeech()
  const [hidden, setHidden] = useState(true)
  const at = Math.min(Math.max(0, asked), pages.length - 1)
  useTabTitle(`${say(meetingWords.title)} · ${title}`)
  const { rest, setRest } = useRest()
  useKeys((event) => {
    if (rest === 'away') return setRest('awake')
    if (event.key === 'Escape') return onLeave()
    if (event.key.toLowerCase() === 'h') return setHidden((now) => !now)
    if (event.key.toLowerCase() === 'f') return fillScreen()
    if (event.key.toLowerCase() === 'b') return setRest('away')
    if (event.key === ' ' && event.target instanceof Element && event.target.closest(interactive)) return
    const next = pageAfter(event.key, at, pages.length)
    if (next === undefined) return
    event.preventDefault()
    onMove(next)
  })
  const touch = useSwipe((step) => onMove(Math.min(pages.length - 1, Math.max(0, at + step))))
  if (rest === 'away')
    return (
      <main className="stage stage-away" onPointerDown={() => setRest('awake')}>
        <p>{say(meetingWords.screenOff)}</p>
      </main>
    )
  return (
    <main className="stage" data-rest={rest} {...touch}>
      <header className="stage-head">
        <h1>{title}</h1>
        <p>{say(meetingWords.asOf, { date: day(asOf) })}</p>
        <Controls hidden={hidden} onHide={setHidden} onLeave={onLeave} />
      </header>
      <NamesContext value={{ hidden, order: people, beside }}>
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
  return (
    <div className="stage-controls">
      <button type="button" aria-keyshortcuts="h" onClick={() => onHide(!hidden)}>
        {say(hidden ? meetingWords.showNames : meetingWords.hideNames)} <kbd>H</kbd>
      </button>
      {document.fullscreenEnabled && (
        <button type="button" aria-keyshortcuts="f" onClick={fillScreen}>
          {say(meetingWords.fullScreen)} <kbd>F</kbd>
        </button>
      )}
      <button type="button" aria-keyshortcuts="Escape" onClick={onLeave}>
        {say(meetingWords.leave)} <kbd>Esc</kbd>
      </button>
    </div>
  )
}

function fillScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen()
  else void document.documentElement.requestFullscreen()
}

type Rest = 'awake' | 'quiet' | 'away'

/** Nobody touches it: first the controls fade, then nothing is shown until somebody does. */
function useRest(): { readonly rest: Rest; setRest(rest: Rest): void } {
  const [rest, setRest] = useState<Rest>('awake')
  useEffect(() => {
    if (rest === 'away') return
    let timers: number[] = []
    const begin = () => {
      for (const timer of timers) window.clearTimeout(timer)
      timers = [
        window.setTimeout(() => setRest('quiet'), quietAfter),
        window.setTimeout(() => setRest('away'), awayAfter),
      ]
    }
    const stir = () => {
      setRest('awake')
      begin()
    }
    begin()
    const signs = ['pointermove', 'pointerdown', 'keyup'] as const
    for (const sign of signs) window.addEventListener(sign, stir)
    return () => {
      for (const timer of timers) window.clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, stir)
    }
  }, [rest])
  return { rest, setRest }
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
