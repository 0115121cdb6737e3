import { type ReactNode, useId } from 'react'
import './panel.css'

interface PanelProps {
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly aside?: ReactNode
  readonly foot?: ReactNode
  readonly flush?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** A card: one hairline, a title that names it, a note beside the title, an aside at the right. */
export function Panel({ title, note, aside, foot, flush = false, className = '', children }: PanelProps) {
  const id = useId()
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        {note && <p className="second">{note}</p>}
        {aside && <div className="panel-aside">{aside}</div>}
      </header>
      <div className={flush ? 'panel-body flush' : 'panel-body'}>{children}</div>
      {foot && <footer className="panel-foot">{foot}</footer>}
    </section>
  )
}
