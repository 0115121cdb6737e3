import { lazy, type ReactNode, Suspense, useId, useRef } from 'react'
import type { ExplanationId } from '#domain/lexicon/explanations.ts'
import { useOpening } from './use-opening.ts'
import './explained.css'

const ExplanationCard = lazy(() =>
  import('./explanation-card.tsx').then(({ ExplanationCard: component }) => ({ default: component })),
)

/**
 * A term or a number that explains itself: pointed at or in focus it shows what it is, from what, how sure, by which
 * rule; a click or Enter holds it open. The texts come with the first one that is opened.
 * @example <Explained id="tier">{say(words.tier)}</Explained>
 */
export function Explained({ id, children }: { id: ExplanationId; children: ReactNode }) {
  const trigger = useRef<HTMLButtonElement>(null)
  const card = useId()
  const opening = useOpening(trigger, card)
  const open = opening.state !== 'closed'
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className="explained"
        aria-expanded={open}
        aria-describedby={open ? card : undefined}
        onPointerEnter={({ pointerType }) => pointerType === 'mouse' && opening.point()}
        onPointerLeave={({ pointerType }) => pointerType === 'mouse' && opening.leave()}
        onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && opening.point()}
        onBlur={opening.leave}
        onClick={(event) => {
          // A head of a table that sorts must not sort because its word was asked about.
          event.stopPropagation()
          opening.toggle()
        }}
      >
        {children}
      </button>
      {open && (
        <Suspense fallback={null}>
          <ExplanationCard id={card} of={id} trigger={trigger} opening={opening} />
        </Suspense>
      )}
    </>
  )
}
