import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type CSSProperties, useEffect, useId, useRef } from 'react'
import { homeQuery } from '../client/queries.ts'
import { useSpeech } from '../language/language.tsx'
import { tourStepWords, tourWords } from '../language/words/help.ts'
import '../parts/buttons.css'
import { closeHelp, goToTour } from './desk.ts'
import { rememberTour } from './tour-memory.ts'
import { stepAt, tourSteps } from './tour-steps.ts'
import { usePointed } from './use-pointed.ts'
import './tour.css'

/** One place after another, on the pages themselves: arrow keys go on and back, Escape stops where one is. */
export function Tour({ account, step: asked }: { account: string; step: number }) {
  const { say } = useSpeech()
  const at = stepAt(asked)
  const step = tourSteps[at]
  useStepPage(step?.on)
  const pointed = usePointed(step?.at ?? nowhere)
  const card = useRef<HTMLDivElement>(null)
  const [title, text] = [useId(), useId()]
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is read out when it comes
  useEffect(() => card.current?.focus(), [at])
  const last = at === tourSteps.length - 1

  const go = (to: number) => {
    rememberTour(account, to)
    goToTour(to)
  }
  const stop = (over: boolean) => {
    rememberTour(account, over ? 'over' : at)
    closeHelp()
  }
  const goOn = () => (last ? stop(true) : go(at + 1))
  useTourKeys({ Escape: () => stop(false), ArrowRight: goOn, ArrowLeft: () => at > 0 && go(at - 1) })
  if (!step) return null
  return (
    <>
      {pointed && <div className="tour-ring" style={ring(pointed)} aria-hidden="true" />}
      <div
        ref={card}
        className="tour-card"
        style={beside(pointed)}
        role="dialog"
        aria-labelledby={title}
        aria-describedby={text}
        tabIndex={-1}
      >
        <p className="second">{say(tourWords.place, { step: at + 1, total: tourSteps.length })}</p>
        <h2 id={title}>{say(tourStepWords[step.words].title)}</h2>
        <p id={text}>{say(tourStepWords[step.words].text)}</p>
        <div className="tour-acts">
          <button type="button" className="main-button" onClick={goOn}>
            {say(last ? tourWords.finish : tourWords.next)}
          </button>
          {at > 0 && (
            <button type="button" className="side-button" onClick={() => go(at - 1)}>
              {say(tourWords.back)}
            </button>
          )}
          {!last && (
            <button type="button" className="plain-button" title={say(tourWords.later)} onClick={() => stop(false)}>
              {say(tourWords.stop)}
            </button>
          )}
        </div>
      </div>
    </>
  )
}

const nowhere: readonly string[] = []

/** Takes the reader to the page of the step. */
function useStepPage(on: '/cadres' | 'vacancy' | undefined): void {
  const navigate = useNavigate()
  const vacancy = useQuery(homeQuery).data?.vacancies[0]?.positionId
  useEffect(() => {
    if (on === '/cadres') void navigate({ to: '/cadres' })
    if (on === 'vacancy' && vacancy !== undefined)
      void navigate({ to: '/vacancies/$positionId', params: { positionId: vacancy } })
  }, [on, vacancy, navigate])
}

/** Anywhere but in a field: a page that opens takes the focus from the card. */
function useTourKeys(keys: Readonly<Record<string, () => unknown>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = keys[event.key]
      if (!act || (event.target instanceof Element && event.target.matches('input, select, textarea'))) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [keys])
}

const air = 6
const room = 190

const ring = (at: DOMRect): CSSProperties => ({
  top: Math.max(2, at.top - air),
  left: Math.max(2, at.left - air),
  width: Math.min(window.innerWidth - 4, at.width + 2 * air),
  height: Math.min(window.innerHeight - 4, at.height + 2 * air),
})

/** Under what is pointed at, above it where there is no room, beside what is taller than the window. */
function beside(at: DOMRect | undefined): CSSProperties {
  if (!at) return { top: '30%', left: '50%', translate: '-50%' }
  const left = Math.max(8, Math.min(at.left, window.innerWidth - 348))
  if (at.bottom + room < window.innerHeight) return { top: at.bottom + 2 * air, left }
  if (at.top > room) return { bottom: window.innerHeight - at.top + 2 * air, left }
  return { top: Math.max(60, at.top), left: Math.min(at.right + 2 * air, window.innerWidth - 348) }
}
