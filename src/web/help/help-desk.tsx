import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { sessionQuery } from '../client/queries.ts'
import { useSpeech } from '../language/language.tsx'
import { helpWords, tourWords } from '../language/words/help.ts'
import { closeHelp, goToTour, togglePageHelp, useHelpDesk } from './desk.ts'
import { rememberTour, tourMemory } from './tour-memory.ts'
import './help-desk.css'

const PageHelp = lazy(() => import('./page-help.tsx').then(({ PageHelp: component }) => ({ default: component })))
const Tour = lazy(() => import('./tour.tsx').then(({ Tour: component }) => ({ default: component })))

/** Opens the help of the page; F1 does the same. */
export function HelpButton() {
  const { say } = useSpeech()
  const open = useHelpDesk().open === 'page'
  return (
    <button
      type="button"
      className="help-button"
      aria-keyshortcuts="F1"
      aria-expanded={open}
      aria-label={say(helpWords.ofPage)}
      title={`${say(helpWords.ofPage)} F1`}
      onClick={togglePageHelp}
    >
      <span aria-hidden="true">?</span>
    </button>
  )
}

/** Where the drawer and the tour stand, once for the frame. Nothing of them is loaded before it is opened. */
export function HelpDesk() {
  const desk = useHelpDesk()
  const account = useQuery(sessionQuery).data?.account
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F1' || event.defaultPrevented) return
      event.preventDefault()
      togglePageHelp()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  if (account === undefined || desk.open === 'nothing') return null
  return (
    <Suspense fallback={null}>
      {desk.open === 'page' ? <PageHelp /> : <Tour account={account} step={desk.step} />}
    </Suspense>
  )
}

/** On the home page of an account that has not seen the tour, or stopped it: one line, which one word sends away. */
export function TourOffer({ account }: { account: string }) {
  const { say } = useSpeech()
  const { pathname } = useLocation()
  const { open } = useHelpDesk()
  const [declined, setDeclined] = useState(false)
  const memory = tourMemory(account)
  if (declined || memory === 'over' || open === 'tour' || pathname !== '/') return null
  return (
    <aside className="tour-offer" aria-label={say(tourWords.label)}>
      <p>{memory === undefined ? say(tourWords.offer) : say(tourWords.resumeOffer, { step: memory + 1 })}</p>
      <button type="button" className="plain-button" onClick={() => goToTour(memory ?? 0)}>
        {say(memory === undefined ? tourWords.start : tourWords.resume)}
      </button>
      <button
        type="button"
        className="plain-button"
        onClick={() => {
          rememberTour(account, 'over')
          setDeclined(true)
          closeHelp()
        }}
      >
        {say(tourWords.decline)}
      </button>
    </aside>
  )
}
