import { type ReactNode, useId } from 'react'
import type { ExplanationId } from '#domain/lexicon/explanations.ts'
import { Explained } from '../help/explained.tsx'
import './panel.css'

interface PanelProps {
  readonly title: ReactNode
  /** The term that the title stands for; the title then explains itself. */
  readonly explained?: ExplanationId
  readonly note?: ReactNode
  readonly aside?: ReactNode
  readonly foot?: ReactNode
  readonly flush?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** A card: one hairline, a title that names it, a note beside the title, an aside at the right. */
export function Panel({ title, explained, note, aside, foot, flush = false, className = '', children }: PanelProps) {
  const id = useId()
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{explained ? <Explained id={explained}>{title}</Explained> : title}</h2>
        {note && <p className="second">{note}</p>}
        {aside && <div className="panel-aside">{aside}</div>}
      </header>
      <div className={flush ? 'panel-body flush' : 'panel-body'}>{children}</div>
      {foot && <footer className="panel-foot">{foot}</footer>}
    </section>
  )
}
