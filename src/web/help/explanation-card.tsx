import { Link } from '@tanstack/react-router'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { type ExplanationId, explanations } from '#domain/lexicon/explanations.ts'
import { useSpeech } from '../language/language.tsx'
import { helpWords } from '../language/words/help.ts'
import { ExplanationText } from './explanation-text.tsx'
import type { Opening } from './use-opening.ts'
import './explanation-card.css'

interface CardProps {
  readonly id: string
  readonly of: ExplanationId
  readonly trigger: RefObject<HTMLElement | null>
  readonly opening: Opening
}

/** The explanation beside its term, above everything else on the page; held, it takes the focus. */
export function ExplanationCard({ id, of, trigger, opening }: CardProps) {
  const { say } = useSpeech()
  const card = useRef<HTMLDivElement>(null)
  const held = opening.state === 'held'
  useLayoutEffect(() => {
    const [shown, term] = [card.current, trigger.current]
    if (!shown || !term) return
    shown.showPopover()
    place(shown, term)
    const watch = new ResizeObserver(() => place(shown, term))
    watch.observe(shown)
    const follow = () => place(shown, term)
    window.addEventListener('scroll', follow, true)
    return () => {
      watch.disconnect()
      window.removeEventListener('scroll', follow, true)
    }
  }, [trigger])
  useLayoutEffect(() => {
    if (held) card.current?.focus()
  }, [held])
  const { term } = explanations[of]
  return createPortal(
    <div
      ref={card}
      id={id}
      popover="manual"
      className="explanation"
      role={held ? 'dialog' : 'tooltip'}
      aria-label={held ? say(term) : undefined}
      tabIndex={-1}
      onPointerEnter={opening.point}
      onPointerLeave={opening.leave}
      onFocus={opening.point}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!held || currentTarget.contains(relatedTarget) || relatedTarget === trigger.current) return
        opening.close()
      }}
    >
      <p className="explanation-term">{say(term)}</p>
      <ExplanationText of={of} />
      <Link to="/help" hash={of} onClick={opening.close}>
        {say(helpWords.more)}
      </Link>
    </div>,
    trigger.current?.closest<HTMLElement>('[role="dialog"]') ?? document.body,
  )
}

const gap = 6

/** Under the term, or above it where there is more room; never outside the window. */
function place(card: HTMLElement, term: HTMLElement): void {
  const at = term.getBoundingClientRect()
  const { offsetWidth, offsetHeight } = card
  const below = at.bottom + gap
  const fits = below + offsetHeight <= window.innerHeight || at.top < window.innerHeight - at.bottom
  const top = fits ? Math.min(below, window.innerHeight - offsetHeight - gap) : at.top - gap - offsetHeight
  card.style.left = `${Math.max(gap, Math.min(at.left, window.innerWidth - offsetWidth - gap))}px`
  card.style.top = `${Math.max(gap, top)}px`
}
