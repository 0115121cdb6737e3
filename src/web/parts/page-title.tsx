import { type ReactNode, useEffect } from 'react'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import './page-title.css'

interface PageTitleProps {
  readonly title: string
  /** What stands beside the title: the number of records, the level, the date. */
  readonly note?: ReactNode
  readonly aside?: ReactNode
}

/** The name of the page with the number of its records; it also names the browser's tab. */
export function PageTitle({ title, note, aside }: PageTitleProps) {
  useTabTitle(title)
  return (
    <header className="page-title">
      <h1>{title}</h1>
      {note && <p>{note}</p>}
      {aside && <div className="page-title-aside">{aside}</div>}
    </header>
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
