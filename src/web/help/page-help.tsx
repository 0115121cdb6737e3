import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useId, useRef } from 'react'
import { explanations } from '#domain/lexicon/explanations.ts'
import { useSpeech } from '../language/language.tsx'
import { helpKeyWords, helpWords } from '../language/words/help.ts'
import { helpPageWords } from '../language/words/help-pages.ts'
import { helpTaskWords } from '../language/words/help-tasks.ts'
import { closeHelp, goToTour } from './desk.ts'
import { Explained } from './explained.tsx'
import { helpPageAt, pageHelp } from './pages.ts'
import './page-help.css'

const keys = [
  ['Ctrl K', helpKeyWords.search],
  ['F1', helpKeyWords.help],
  ['?', helpKeyWords.keys],
  ['Tab', helpKeyWords.move],
  ['Enter', helpKeyWords.hold],
  ['Esc', helpKeyWords.leave],
] as const

/** Beside the page, which stays in use: what it is for, its terms, the jobs done here, the keys, where to go on. */
export function PageHelp() {
  const { say } = useSpeech()
  const address = useLocation().pathname
  const page = helpPageAt(address)
  const { terms, tasks, next } = pageHelp[page]
  const title = useId()
  const drawer = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    drawer.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <aside
      ref={drawer}
      className="page-help"
      aria-labelledby={title}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && closeHelp()}
    >
      <header>
        <h2 id={title}>{say(helpPageWords[page].name)}</h2>
        <button type="button" className="plain-button" aria-keyshortcuts="Escape" onClick={closeHelp}>
          {say(helpWords.close)}
        </button>
      </header>
      <p>{say(helpPageWords[page].what)}</p>
      <h3>{say(helpWords.terms)}</h3>
      <ul className="page-help-terms">
        {terms.map((id) => (
          <li key={id}>
            <Explained id={id}>{say(explanations[id].term)}</Explained>
          </li>
        ))}
      </ul>
      {tasks.length > 0 && <h3>{say(helpWords.tasks)}</h3>}
      {tasks.map((task) => (
        <Steps key={task} {...helpTaskWords[task]} />
      ))}
      <h3>{say(helpWords.keys)}</h3>
      <Keys />
      {next.length > 0 && (
        <>
          <h3>{say(helpWords.next)}</h3>
          <ul className="page-help-next">
            {next.map((to) => (
              <li key={to}>
                <Link to={to}>{say(helpPageWords[to].name)}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <footer>
        <Link to="/help">{say(helpWords.all)}</Link>
        <button type="button" className="plain-button" onClick={() => goToTour(0)}>
          {say(helpWords.tour)}
        </button>
      </footer>
    </aside>
  )
}

function Steps({ title, steps }: (typeof helpTaskWords)[keyof typeof helpTaskWords]) {
  const { say } = useSpeech()
  return (
    <details>
      <summary>{say(title)}</summary>
      <ol>
        {steps.map((step) => (
          <li key={step.en}>{say(step)}</li>
        ))}
      </ol>
    </details>
  )
}

function Keys() {
  const { say } = useSpeech()
  return (
    <dl>
      {keys.map(([key, does]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{say(does)}</dd>
        </div>
      ))}
    </dl>
  )
}
