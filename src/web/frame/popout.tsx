import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import './popout.css'

interface PopoutProps {
  readonly label: string
  readonly className: string
  /** What the button shows. */
  readonly button: ReactNode
  /** What it opens: drawn anew each time. */
  readonly children: () => ReactNode
  readonly isCurrent?: boolean
}

/** A button with what it opens. Escape, another page, or a step outside closes it; Escape leads back to the button. */
export function Popout({ label, className, button, children, isCurrent = false }: PopoutProps) {
  const [open, setOpen] = useState(false)
  const room = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const panel = useId()
  const { href } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes whenever the address changes
  useEffect(() => setOpen(false), [href])
  useEffect(() => {
    if (!open) return
    const leave = (event: Event) => {
      if (event.target instanceof Node && !room.current?.contains(event.target)) setOpen(false)
    }
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      trigger.current?.focus()
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      document.removeEventListener('keydown', press)
    }
  }, [open])
  return (
    <div ref={room} className={`popout ${className}`}>
      <button
        ref={trigger}
        type="button"
        aria-label={label}
        title={label}
        aria-expanded={open}
        aria-controls={panel}
        data-current={isCurrent || undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      <div id={panel} className="popout-panel" hidden={!open}>
        {open && children()}
      </div>
    </div>
  )
}
