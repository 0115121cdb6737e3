import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { CareerScale } from '../../../../charts/career-layout.ts'
import { day, minute } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { clockWords as words } from '../../../../language/words/dossier-parts.ts'
import { dayAt, nextTick, placeOfHand, type Tick, timeOf } from './hands.ts'

interface AxisProps {
  readonly label: string
  readonly scale: CareerScale
  readonly ticks: readonly Tick[]
  /** Where the hand stands; undefined = today. */
  readonly at: string | undefined
  readonly today: string
  /** Said at the right end: what the hand leaves out. */
  readonly leftOut?: string | undefined
  onMove(value: string | undefined): void
}

const said = (value: string): string => (value.length === 10 ? day(value) : minute(value))

/** One clock: a line of time with what happened on it as ticks, and a hand that is dragged, or stepped by keys. */
export function Axis({ label, scale, ticks, at, today, leftOut, onMove }: AxisProps) {
  const { say } = useSpeech()
  const track = useRef<HTMLDivElement>(null)
  const [dragged, setDragged] = useState<string>()
  const shown = dragged ?? at ?? today
  const left = placeOfHand(scale, shown)
  const reach = dragged ?? at
  const isLeftOut = ({ value }: Tick): boolean =>
    reach !== undefined && (value === undefined || timeOf(value) > timeOf(reach))
  const side = left > 92 ? ' at-end' : left < 8 ? ' at-start' : ''
  const dayUnder = ({ clientX }: PointerEvent): string => {
    const box = track.current?.getBoundingClientRect()
    return box ? dayAt(scale, ((clientX - box.left) / box.width) * 100, today) : today
  }
  const settle = (value: string) => onMove(value === today ? undefined : value)
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    if (event.key === 'End') return onMove(undefined)
    const tick = event.key === 'Home' ? ticks[0] : nextTick(ticks, at, step)
    if (tick) onMove(tick.value)
  }
  return (
    <div className="clock">
      <span className="clock-label">{label}</span>
      <div ref={track} className="clock-track">
        <span className="clock-known" style={{ width: `${left}%` }} />
        {ticks.map((tick) => (
          <span
            key={tick.title}
            className={isLeftOut(tick) ? 'clock-tick later' : 'clock-tick'}
            style={{ left: `${tick.left}%` }}
            title={tick.title}
          />
        ))}
        <span className={`clock-said${side}`} style={{ left: `${left}%` }} aria-hidden="true">
          {said(shown)}
        </span>
        <span
          className="clock-hand"
          style={{ left: `${left}%` }}
          role="slider"
          tabIndex={0}
          aria-label={label}
          aria-valuemin={Math.floor(scale.first)}
          aria-valuemax={Number(today.slice(0, 4))}
          aria-valuenow={Number(shown.slice(0, 4))}
          aria-valuetext={
            at === undefined && dragged === undefined ? say(words.today, { day: day(today) }) : said(shown)
          }
          onKeyDown={press}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            setDragged(dayUnder(event))
          }}
          onPointerMove={(event) => dragged !== undefined && setDragged(dayUnder(event))}
          onPointerUp={() => {
            if (dragged !== undefined) settle(dragged)
            setDragged(undefined)
          }}
          onPointerCancel={() => setDragged(undefined)}
        />
        {leftOut && <span className="clock-left-out">{leftOut}</span>}
      </div>
    </div>
  )
}

const steps: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  Home: -1,
  End: 1,
}
