import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Search, valueOf } from '../../client/search.ts'
import { goToTour } from '../../help/desk.ts'
import { useSpeech } from '../../language/language.tsx'
import { helpWords as words } from '../../language/words/help.ts'
import { styleWords } from '../../language/words/style.ts'
import { ListViews } from '../../parts/list-views.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { GlossaryPart } from './glossary-part.tsx'
import { LimitsPart, MethodsPart } from './methods-part.tsx'
import { TasksPart } from './tasks-part.tsx'
import './help.css'

const parts = ['terms', 'tasks', 'methods', 'limits'] as const
type Part = (typeof parts)[number]

const drawn: Record<Part, () => ReactNode> = {
  terms: () => <GlossaryPart />,
  tasks: () => <TasksPart />,
  methods: () => <MethodsPart />,
  limits: () => <LimitsPart />,
}

/** Everything help knows: the terms, the common jobs, the methods in plain words, the limits. `/help#interval` opens a term. */
export function HelpPage() {
  const { say } = useSpeech()
  const search: Search = useSearch({ strict: false })
  const shown = parts.find((part) => part === valueOf(search, 'part')) ?? 'terms'
  return (
    <>
      <PageTitle
        title={say(words.menu)}
        aside={
          <>
            <Link to="/rules">{say(words.rules)}</Link>
            <Link to="/style">{say(styleWords.title)}</Link>
            <button type="button" className="side-button" onClick={() => goToTour(0)}>
              {say(words.tour)}
            </button>
          </>
        }
        views={
          <ListViews
            label={words.views}
            views={parts.map((part) => ({
              label: words[part],
              search: part === 'terms' ? {} : { part },
              isHere: part === shown,
            }))}
          />
        }
      />
      {drawn[shown]()}
    </>
  )
}
