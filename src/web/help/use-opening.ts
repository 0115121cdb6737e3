import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** Long enough to pass over a term, or tab past it, without anything opening. */
const pause = 350

export interface Opening {
  /** `shown` while pointed at or in focus, `held` after a click or Enter until it is closed. */
  readonly state: 'closed' | 'shown' | 'held'
  point(): void
  leave(): void
  toggle(): void
  close(): void
}

/** Opens something beside `trigger` after a pause, holds it after a click, closes it on Escape and on a click elsewhere. */
export function useOpening(trigger: RefObject<HTMLElement | null>, card: string): Opening {
  const [state, setState] = useState<Opening['state']>('closed')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const later = useCallback((change: (now: Opening['state']) => Opening['state']) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setState(change), pause)
  }, [])
  const close = useCallback(() => {
    clearTimeout(timer.current)
    setState('closed')
  }, [])
  useEffect(() => () => clearTimeout(timer.current), [])

  useEffect(() => {
    if (state === 'closed') return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // What lies beneath, a drawer or a dialog, stays open.
      event.stopPropagation()
      close()
      if (document.getElementById(card)?.contains(document.activeElement)) trigger.current?.focus()
    }
    const strike = ({ target }: PointerEvent) => {
      const inside = target instanceof Node && document.getElementById(card)?.contains(target)
      if (!inside && !(target instanceof Node && trigger.current?.contains(target))) close()
    }
    document.addEventListener('keydown', press, true)
    document.addEventListener('pointerdown', strike)
    return () => {
      document.removeEventListener('keydown', press, true)
      document.removeEventListener('pointerdown', strike)
    }
  }, [state, card, close, trigger])

  return {
    state,
    point: () => later((now) => (now === 'closed' ? 'shown' : now)),
    leave: () => later((now) => (now === 'shown' ? 'closed' : now)),
    toggle: () => {
      clearTimeout(timer.current)
      setState((now) => (now === 'held' ? 'closed' : 'held'))
    },
    close,
  }
}
