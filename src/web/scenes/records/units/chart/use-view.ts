import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type ChartLayout, wholeScale } from './layout.ts'

interface Size {
  readonly width: number
  readonly height: number
}

interface View {
  readonly x: number
  readonly y: number
  readonly scale: number
}

const smallest = 0.15
const largest = 2
const step = 60

const within = (scale: number): number => Math.min(largest, Math.max(smallest, scale))

/** Where a chart is looked at from: moved by dragging and arrows, nearer and farther by wheel and keys. */
export function useView(layout: ChartLayout, room: Size, place: RefObject<HTMLElement | null>) {
  const [moved, setMoved] = useState<View>()
  const dragged = useRef<{ x: number; y: number; from: View }>(undefined)
  const whole = (): View => {
    // A large chart starts legible at its top; small ones are seen whole.
    const scale = within(Math.max(0.6, wholeScale(layout, { width: room.width - 24, height: room.height - 24 })))
    return { scale, x: Math.max(12, (room.width - layout.width * scale) / 2), y: 12 }
  }
  const at = moved ?? whole()
  const zoom = (factor: number, around: { x: number; y: number } = { x: room.width / 2, y: room.height / 3 }): void => {
    const scale = within(at.scale * factor)
    const by = scale / at.scale
    setMoved({ scale, x: around.x - (around.x - at.x) * by, y: around.y - (around.y - at.y) * by })
  }
  const fit = (): void => {
    const scale = within(wholeScale(layout, { width: room.width - 24, height: room.height - 24 }))
    setMoved({ scale, x: (room.width - layout.width * scale) / 2, y: 12 })
  }
  const move = (x: number, y: number): void => setMoved({ ...at, x: at.x + x, y: at.y + y })
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoom(1.25),
    '=': () => zoom(1.25),
    '-': () => zoom(0.8),
    '0': fit,
    ArrowLeft: () => move(step, 0),
    ArrowRight: () => move(-step, 0),
    ArrowUp: () => move(0, step),
    ArrowDown: () => move(0, -step),
  }
  const wheel = useRef<(event: WheelEvent) => void>(undefined)
  wheel.current = (event) => {
    event.preventDefault()
    const frame = (event.currentTarget as HTMLElement).getBoundingClientRect()
    if (event.ctrlKey || event.metaKey)
      zoom(Math.exp(-event.deltaY / 300), { x: event.clientX - frame.left, y: event.clientY - frame.top })
    else move(-event.deltaX, -event.deltaY)
  }
  // React listens to wheels passively; a chart that moves must keep the page still.
  useEffect(() => {
    const element = place.current
    if (!element) return
    const listen = (event: WheelEvent) => wheel.current?.(event)
    element.addEventListener('wheel', listen, { passive: false })
    return () => element.removeEventListener('wheel', listen)
  }, [place])
  return {
    at,
    zoom,
    fit,
    handlers: {
      onKeyDown(event: KeyboardEvent) {
        const act = keys[event.key]
        if (!act || event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        act()
      },
      onPointerDown(event: PointerEvent) {
        if (event.button !== 0 || (event.target as HTMLElement).closest('a, button')) return
        dragged.current = { x: event.clientX, y: event.clientY, from: at }
        event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove(event: PointerEvent) {
        const start = dragged.current
        if (start)
          setMoved({
            ...start.from,
            x: start.from.x + event.clientX - start.x,
            y: start.from.y + event.clientY - start.y,
          })
      },
      onPointerUp() {
        dragged.current = undefined
      },
    },
  }
}
