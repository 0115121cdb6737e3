import { Link, useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { crumbsOf } from '../frame/menu-entries.tsx'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import './page-title.css'

interface PageTitleProps {
  readonly title: string
  /** What stands beside the title: the number of records, the level, the date. */
  readonly note?: ReactNode
  /** At the right: what can be done here, one act of it the main one. */
  readonly aside?: ReactNode
  /** Under the title: the pages that stand with this one, or its parts, as tabs. */
  readonly views?: ReactNode
}

/** The way here from the menu, the name of the page with the number of its records; it also names the browser's tab. */
export function PageTitle({ title, note, aside, views }: PageTitleProps) {
  useTabTitle(title)
  return (
    <>
      <Crumbs />
      <header className="page-title">
        <h1>{title}</h1>
        {note && <p>{note}</p>}
        {aside && <div className="page-title-aside">{aside}</div>}
      </header>
      {views}
    </>
  )
}

function Crumbs() {
  const { say } = useSpeech()
  const crumbs = crumbsOf(useLocation().pathname)
  if (crumbs.length === 0) return null
  return (
    <nav className="crumbs" aria-label={say(frameWords.crumbs)}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.label.en}>
            <Link to={crumb.to} activeOptions={{ exact: true }}>
              {say(crumb.label)}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Names the tab of the browser after what it shows. */
export function useTabTitle(title: string): void {
  const { say } = useSpeech()
  const product = say(frameWords.product)
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
}
